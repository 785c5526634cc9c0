# What staff read (id).

card = <b>{ $number }</b> · { $kind } · { $category }
    Status: { $status } · { $visibility } · tanggapi paling lambat { $due }

    { $text }
card-new = 🆕 { $card }
card-place = 📍 { $place }
card-pin = Peta: geo:{ $lat },{ $lon }
card-name = Pelapor: { $name }
card-added = ➕ Tambahan dari pelapor untuk <b>{ $number }</b>:
    { $text }
card-corrected = ✏️ Pelapor memperbaiki <b>{ $number }</b>:
    { $text }
card-attachment = Berkas laporan { $number }
card-nobody = ⚠️ Laporan rahasia { $number } menunggu, tetapi { $agency } belum punya petugas di sini. Undang petugasnya dengan “udajang staff invite”.
group-taken = { $number }: diambil oleh { $name }.
group-rejected = { $number }: ditolak oleh { $name }.
group-hello = Halo! Petugas dapat menjadikan grup ini tempat laporan masuk dengan /grup.
group-adopted = Grup ini sekarang menerima laporan untuk { $agency }. Balas kartu laporan untuk menjawab warga.
group-needs-agency = Anda belum terdaftar pada satu dinas, jadi grup ini belum bisa dipakai.
button-lihat = Lihat
button-ambil = ✋ Ambil
button-balas = 💬 Balas
button-proses = 🔧 Proses
button-selesai = ✅ Selesai
button-tolak = ⛔ Tolak
button-tickets = 📋 Laporan masuk
button-help = ❓ Bantuan
staff-only = Perintah itu untuk petugas. Ketik /bantuan untuk yang bisa Anda pakai.
staff-which = Laporan yang mana? Tulis nomornya, misalnya: { $command } 1042-9
staff-no-such-complaint = Laporan { $number } tidak ada pada Anda.
staff-already-closed = Laporan { $number } sudah selesai.
staff-already-rejected = Laporan { $number } sudah ditolak.
staff-already-processing = Laporan { $number } sudah ditandai sedang dikerjakan.
staff-done-taken = ✋ { $number } sekarang Anda tangani. Pelapor sudah diberi tahu.
staff-done-replied = 💬 Jawaban untuk { $number } sudah dikirim ke pelapor.
staff-done-noted = 🗒 Catatan untuk { $number } disimpan; pelapor tidak melihatnya.
staff-done-processing = 🔧 { $number } ditandai sedang dikerjakan. Pelapor sudah diberi tahu.
staff-done-rejected = ⛔ { $number } ditolak. Pelapor sudah diberi tahu beserta alasannya.
staff-text = { $kind ->
    [asked] Tulis pertanyaan untuk pelapor { $number }:
    [noted] Tulis catatan untuk sesama petugas tentang { $number }:
    [resolved] Apa yang sudah dilakukan untuk { $number }? Tulis keterangan untuk pelapor:
    [rejected] Mengapa { $number } ditolak? Tulis alasan untuk pelapor:
   *[other] Tulis jawaban untuk pelapor { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-rejected = /tolak
joined = Selamat datang, { $name }! Anda terdaftar sebagai { $role } { $agency }. Laporan baru akan muncul di sini.
join-wrong = Undangan itu salah, sudah dipakai atau sudah lewat waktunya. Minta yang baru kepada pengelola.
role-admin = pengelola
role-operator = petugas
role-head = kepala
role-broadcaster = penyiar
role-approver = penyetuju
role-steward = walidata
