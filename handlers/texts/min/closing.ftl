# Closing honestly: done, says the agency; is it, asks the bot (min).

status-resolved = dinyatokan salasai, manunggu jawek palapor
status-merged = digabuang jo laporan lain
event-resolved = dinyatokan salasai dek patugas
event-confirmed = palapor mambanaan: alah bareh
event-lapsed = ditutuik indak jo konfirmasi palapor
event-reopened = dibukak baliak
notice-resolved = ✅ Laporan <b>{ $number }</b> dinyatokan salasai dek { $agency }:
    { $text }

    <b>Apo alah batua-batua bareh?</b> Tekan tombolnyo, atau baleh pasan iko: alah atau alun.
notice-lapsed = Laporan <b>{ $number }</b> kami tutuik dek indak ado jawek; tacatat alun dikonfirmasi. Kironyo alun bareh? Bisa dibukak baliak.
notice-reopened = Laporan <b>{ $number }</b> dibukak baliak dek { $agency }.
notice-file = 📷 Dari patugas, untuak laporan { $number }
card-confirmed = 🎉 Palapor manyatokan <b>{ $number }</b> alah bareh. { $text }
card-reopened = 🔁 Alun bareh: palapor mambukak baliak <b>{ $number }</b>:
    { $text }
group-resolved = { $number }: dinyatokan salasai dek { $name }.
staff-done-resolved = ✅ { $number } dinyatokan salasai. Palapor ditanyo apo alah batua-batua bareh.
staff-done-reopened = 🔁 { $number } dibukak baliak. Palapor alah diagiah tau.
staff-already-resolved = Laporan { $number } alah dinyatokan salasai jo manunggu jawek palapor.
staff-already-merged = Laporan { $number } alah digabuang jo laporan lain.
staff-not-ended = Laporan { $number } masih tabukak.
command-resolved = /selesai
command-reopened = /buka
help-beres = alah batua-batua bareh
help-belum = alun bareh, atau bukak baliak
help-buka = bukak baliak laporan nan alah ditutuik
button-beres = ✅ Iyo, bareh
button-belum = ❌ Alun
button-buka = 🔁 Bukak baliak
button-keberatan = ✋ Ambo kaberatan
button-lanjutan = 📝 Laporan baru
added-late = 👍 Alah ditambahan ka laporan { $number } jo ditaruihan ka patugas. Laporan tu alah ditutuik.
closing-which = Laporan nan ma? Tulih nomor laporan Sanak surang, misalnyo: /beres 1042-9 atau /belum 1042-9
closing-still = Apo nan alun bareh di laporan { $number }? Tulih se, atau kirim foto.
closing-objection = Baa mangko manuruik Sanak laporan { $number } saharuihnyo diproses? Tulih alasannyo, buliah jo foto.
closing-merged = Laporan { $number } alah digabuang jo { $into }. Palapor { $into } nan manjawek apo alah bareh.
closing-confirmed = 🙏 Tarimo kasih! Laporan { $number } ditutuik dek manuruik Sanak alah bareh.
closing-already = Laporan { $number } memang alah Sanak nyatokan bareh. Tarimo kasih!
closing-early = Manuruik palapor alah bareh.
closing-rejected = Laporan { $number } ditulak, jadi indak ado nan paralu dikonfirmasi.
closing-not-rejected = Laporan { $number } indak ditulak. Alun bareh? Ketik: /belum { $number }
closing-reopened = 🔁 Laporan { $number } dibukak baliak jo ditaruihan ka patugas nan samo.
closing-beyond = Alah kami catat, jo kapalo dinas kami agiah tau. Laporan { $number } indak bisa dibukak lai; silakan buek laporan baru, kaduonyo ka kami kaikkan.
closing-objected = Kaberatan Sanak ateh laporan { $number } alah dicatat jo ditaruihan untuak dipareso baliak.
closing-unclear = 👍 Alah ditambahan ka laporan { $number }. Supayo jaleh: apo alah batua-batua bareh?
closing-remind = Laporan <b>{ $number }</b> dinyatokan salasai dek patugas:
    { $text }

    Apo alah batua-batua bareh? Jawek Sanak kami tunggu.
head-beyond = ⚠️ Palapor manyatokan <b>{ $number }</b> masih alun bareh, tapi bateh mambukak baliak alah tacapai. { $text }
    Mambukaknyo baliak: /buka { $number }
head-objection = ✋ Palapor kaberatan laporan <b>{ $number }</b> ditulak:
    { $text }
    Mambukaknyo baliak: /buka { $number }
