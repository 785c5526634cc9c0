# Closing honestly: done, says the agency; is it, asks the bot (id).

status-resolved = dinyatakan selesai, menunggu jawaban pelapor
status-merged = digabung dengan laporan lain
event-resolved = dinyatakan selesai oleh petugas
event-confirmed = pelapor membenarkan: sudah beres
event-lapsed = ditutup tanpa konfirmasi pelapor
event-reopened = dibuka kembali
notice-resolved = ✅ Laporan <b>{ $number }</b> dinyatakan selesai oleh { $agency }:
    { $text }

    <b>Apakah sudah benar-benar beres?</b> Tekan tombolnya, atau balas pesan ini: sudah atau belum.
notice-lapsed = Laporan <b>{ $number }</b> kami tutup karena tidak ada jawaban; tercatat belum dikonfirmasi. Ternyata belum beres? Bisa dibuka kembali.
notice-reopened = Laporan <b>{ $number }</b> dibuka kembali oleh { $agency }.
notice-file = 📷 Dari petugas, untuk laporan { $number }
card-confirmed = 🎉 Pelapor menyatakan <b>{ $number }</b> sudah beres. { $text }
card-reopened = 🔁 Belum beres: pelapor membuka kembali <b>{ $number }</b>:
    { $text }
group-resolved = { $number }: dinyatakan selesai oleh { $name }.
staff-done-resolved = ✅ { $number } dinyatakan selesai. Pelapor ditanya apakah sudah benar-benar beres.
staff-done-reopened = 🔁 { $number } dibuka kembali. Pelapor sudah diberi tahu.
staff-already-resolved = Laporan { $number } sudah dinyatakan selesai dan menunggu jawaban pelapor.
staff-already-merged = Laporan { $number } sudah digabung dengan laporan lain.
staff-not-ended = Laporan { $number } masih terbuka.
command-resolved = /selesai
command-reopened = /buka
help-beres = sudah benar-benar beres
help-belum = belum beres, atau buka kembali
help-buka = buka kembali laporan yang sudah ditutup
button-beres = ✅ Ya, beres
button-belum = ❌ Belum
button-buka = 🔁 Buka kembali
button-keberatan = ✋ Saya keberatan
button-lanjutan = 📝 Laporan baru
added-late = 👍 Sudah ditambahkan ke laporan { $number } dan diteruskan ke petugas. Laporan itu sudah ditutup.
closing-which = Laporan yang mana? Tulis nomor laporan Anda sendiri, misalnya: /beres 1042-9 atau /belum 1042-9
closing-still = Apa yang masih belum beres pada laporan { $number }? Tulis saja, atau kirim foto.
closing-objection = Mengapa menurut Anda laporan { $number } seharusnya diproses? Tulis alasannya, boleh dengan foto.
closing-merged = Laporan { $number } sudah digabung dengan { $into }. Pelapor { $into } yang menjawab apakah sudah beres.
closing-confirmed = 🙏 Terima kasih! Laporan { $number } ditutup karena menurut Anda sudah beres.
closing-already = Laporan { $number } memang sudah Anda nyatakan beres. Terima kasih!
closing-early = Menurut pelapor sudah beres.
closing-rejected = Laporan { $number } ditolak, jadi tidak ada yang perlu dikonfirmasi.
closing-not-rejected = Laporan { $number } tidak ditolak. Belum beres? Ketik: /belum { $number }
closing-reopened = 🔁 Laporan { $number } dibuka kembali dan diteruskan ke petugas yang sama.
closing-beyond = Sudah kami catat, dan kepala dinas kami beri tahu. Laporan { $number } tidak bisa dibuka lagi; silakan buat laporan baru, keduanya akan kami kaitkan.
closing-objected = Keberatan Anda atas laporan { $number } sudah dicatat dan diteruskan untuk diperiksa kembali.
closing-unclear = 👍 Sudah ditambahkan ke laporan { $number }. Supaya jelas: apakah sudah benar-benar beres?
closing-remind = Laporan <b>{ $number }</b> dinyatakan selesai oleh petugas:
    { $text }

    Apakah sudah benar-benar beres? Jawaban Anda kami tunggu.
head-beyond = ⚠️ Pelapor menyatakan <b>{ $number }</b> masih belum beres, tetapi batas membuka kembali sudah tercapai. { $text }
    Membukanya kembali: /buka { $number }
head-objection = ✋ Pelapor keberatan laporan <b>{ $number }</b> ditolak:
    { $text }
    Membukanya kembali: /buka { $number }
