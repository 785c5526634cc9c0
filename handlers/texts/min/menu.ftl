# Menu, help, first contact, emergency (min).

## Menu and help

welcome = <b>Salamaik datang!</b> Iko layanan { $city } untuak warga.
    Tulih se keluhan, saran atau tanyo Sanak jo kato-kato surang, atau kirim foto, lokasi atau pasan suaro. Atau piliah:
greeting = Halo! Apo nan bisa kami bantu? Tulih se keluhan, saran atau tanyo Sanak, atau piliah:
menu = Silakan piliah, atau tulih se keluhan, saran atau tanyo Sanak.
not-understood = Maaf, kami alun paham mukasuiknyo. Tulih jo babarapo kato lai, misalnyo “lampu jalan mati di Pasa Usang”, atau piliah:
unreadable-menu = Maaf, pasan mode itu alun bisa kami baco. Tulih jo kato-kato, kirim foto atau lokasi, atau piliah:
old-button-idle = Tombol tu dari maota nan alah salasai, jadi indak balaku lai. Silakan piliah:
menu-lapor = 📝 Buek laporan
menu-status = 🔎 Laporan ambo
menu-bahasa = 🌐 Bahaso
menu-bantuan = ❓ Bantuan
menu-tiket = 📋 Laporan masuak
help = <b>Nan bisa Sanak karajoan di siko ({ $city })</b>
    Tulih se keluhan atau tanyo Sanak. Kato-kato iko balaku juo, jo atau indak jo garih miriang:
help-lapor = buek laporan, saran atau tanyo
help-status = caliak laporan Sanak; tambah nomornyo untuak ciek laporan
help-tambah = tambah katarangan, misalnyo /tambah 1042-9 …
help-bahasa = tuka bahaso
help-tautkan = hubuangan WhatsApp, Telegram jo web Sanak
help-privasi = baa data Sanak dipakai
help-stop = baranti manarimo pangumuman
help-kembali = ka tanyo sabalunnyo
help-batal = batalan nan sadang diisi
help-menu = piliahan utamo
help-bantuan = daftar iko
help-tiket = laporan tabukak, disariang jo kato, misalnyo /tiket lewaik ganting
help-lihat = caliak ciek laporan, misalnyo /lihat 1042-7
help-ambil = ambiak laporan untuak Sanak uruih
help-balas = baleh warga, misalnyo /balas 1042-7 Tarimo kasih, …
help-catat = catatan untuak samo patugas, indak nampak dek warga
help-proses = tandoi sadang dikarajoan
help-selesai = tutuik laporan jo katarangan
help-tolak = tulak laporan jo alasan
help-grup = jadian grup iko tampek laporan masuak
profile-description = Sampaian keluhan, saran jo tanyo ka { $city }, ikuti pangurusannyo, dan tarimo jaweknyo di siko. Tulih se jo kato-kato surang, kirim foto, lokasi atau pasan suaro. Darurat: telepon 112.
profile-short = Layanan resmi { $city }: lapor, tanyo, pantau.
command-unknown = Parintah tu indak kami kenal. Ketik /bantuan untuak mancaliak nan ado, atau tulih se mukasuik Sanak.
cancelled = Elok, dibatalan. Indak ado nan dikirim.
cancel-nothing = Indak ado nan sadang diisi. Ketik /menu untuak mancaliak piliahan.
back-nothing = Indak ado tanyo sabalunnyo. Ketik /menu untuak mancaliak piliahan.
back-at-start = Iko tanyo nan partamo.
back-to = Mari lanjuikan nan tadi:
failed = Maaf, ado gangguan di pihak kami. Nan alah Sanak tulih tatap tasimpan. Silakan cubo lai sabanta lai.
only-private = Untuak iko, tulih langsuang ka bot, indak di dalam grup.
only-group = Kirim parintah iko di dalam grup patugas.

## First contact

privacy-notice = 🔒 Layanan { $city }. Pasan Sanak kami simpan untuak mauruih laporan jo manjawek Sanak se, dan ditaruihan ka dinas nan bawenang. Dasarnyo: pelayanan publik (UU 27/2022). Laporan disimpan sasuai aturan arsip. Sanak barhak mancaliak, mampaelok dan mamintak data dihapuih. Telegram jo WhatsApp di lua nagari; maota di situs web kota indak. Jan kirim NIK atau foto KTP. Sakali lai: /privasi
language-name = Baso Minang
language-choose = Piliah bahaso:
language-set = Elok, kami pakai baso Minang.

## Emergency

emergency = 🚨 <b>Kok iko darurat, telepon kini juo:</b>
