# What staff read (min).

card = <b>{ $number }</b> · { $kind } · { $category }
    Status: { $status } · { $visibility } · jawek paliang lambek { $due }

    { $text }
card-new = 🆕 { $card }
card-place = 📍 { $place }
card-pin = Peta: geo:{ $lat },{ $lon }
card-name = Palapor: { $name }
card-added = ➕ Tambahan dari palapor untuak <b>{ $number }</b>:
    { $text }
card-corrected = ✏️ Palapor mampaelok <b>{ $number }</b>:
    { $text }
card-attachment = Berkas laporan { $number }
card-nobody = ⚠️ Laporan rahasio { $number } manunggu, tapi { $agency } alun punyo patugas di siko. Undang patugasnyo jo “udajang staff invite”.
group-taken = { $number }: diambiak dek { $name }.
group-rejected = { $number }: ditulak dek { $name }.
group-hello = Halo! Patugas dapek manjadian grup iko tampek laporan masuak jo /grup.
group-adopted = Grup iko kini manarimo laporan untuak { $agency }. Baleh kartu laporan untuak manjawek warga.
group-needs-agency = Sanak alun tadaftar di satu dinas, jadi grup iko alun bisa dipakai.
button-lihat = Caliak
button-ambil = ✋ Ambiak
button-balas = 💬 Baleh
button-proses = 🔧 Proses
button-selesai = ✅ Salasai
button-tolak = ⛔ Tulak
button-tickets = 📋 Laporan masuak
button-help = ❓ Bantuan
staff-only = Parintah tu untuak patugas. Ketik /bantuan untuak nan bisa Sanak pakai.
staff-which = Laporan nan ma? Tulih nomornyo, misalnyo: { $command } 1042-9
staff-no-such-complaint = Laporan { $number } indak ado pado Sanak.
staff-already-closed = Laporan { $number } alah salasai.
staff-already-rejected = Laporan { $number } alah ditulak.
staff-already-processing = Laporan { $number } alah ditandoi sadang dikarajoan.
staff-done-taken = ✋ { $number } kini Sanak uruih. Palapor alah diagiah tau.
staff-done-replied = 💬 Jawek untuak { $number } alah dikirim ka palapor.
staff-done-noted = 🗒 Catatan untuak { $number } disimpan; palapor indak mancaliaknyo.
staff-done-processing = 🔧 { $number } ditandoi sadang dikarajoan. Palapor alah diagiah tau.
staff-done-rejected = ⛔ { $number } ditulak. Palapor alah diagiah tau jo alasannyo.
staff-text = { $kind ->
    [asked] Tulih patanyoan untuak palapor { $number }:
    [noted] Tulih catatan untuak samo patugas tantang { $number }:
    [resolved] Apo nan alah dikarajoan untuak { $number }? Tulih katarangan untuak palapor:
    [rejected] Dek a { $number } ditulak? Tulih alasan untuak palapor:
   *[other] Tulih jawek untuak palapor { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-rejected = /tolak
joined = Salamaik datang, { $name }! Sanak tadaftar sabagai { $role } { $agency }. Laporan baru ka muncul di siko.
join-wrong = Undangan tu salah, alah dipakai atau alah lewat wakatunyo. Mintak nan baru ka pangelola.
role-admin = pangelola
role-operator = patugas
role-head = kapalo
role-broadcaster = panyiar
role-approver = panyatuju
role-steward = walidata
