# Filing a complaint, following it, two channels of one person (id).

## Filing a complaint

complaint-what = Ceritakan apa yang terjadi: apa, di mana, sejak kapan? Boleh dengan foto, lokasi atau pesan suara.
complaint-kind = Ini laporan apa?
complaint-category = Ini tentang apa?
complaint-category-all = Pilih yang paling cocok:
complaint-place = Di mana tempatnya? Kirim lokasi (📎 → Lokasi), atau tulis alamat, patokan atau kelurahannya.
complaint-area = { $count ->
    [0] Termasuk kelurahan mana?
   *[other] Tempatnya di dekat batas atau namanya mirip. Kelurahan mana yang benar?
    }
complaint-photos = Ada foto, video atau dokumen? Bisa sampai { $most }. Foto sangat membantu petugas.
complaint-visibility = Siapa yang boleh melihat laporan ini?
complaint-confirm = <b>Periksa dulu sebelum dikirim:</b>
    { $what }

    Jenis: { $kind }
    Tentang: { $category }
    Tempat: { $place }
    Berkas: { $photos }
    Terlihat oleh: { $visibility }
complaint-confirm-yes = ✅ Kirim
complaint-confirm-no = ❌ Batal
complaint-change-what = Ubah isi
complaint-change-kind = Ubah jenis
complaint-change-category = Ubah tentang
complaint-change-place = Ubah tempat
complaint-change-photos = Ubah berkas
complaint-change-visibility = Ubah siapa yang melihat
category-more = Lainnya …
kind-complaint = Keluhan
kind-aspiration = Saran
kind-information = Pertanyaan
visibility-public = Umum: isi dan nama saya boleh terlihat
visibility-anonymous = Anonim: isi terlihat, nama saya tidak
visibility-secret = Rahasia: hanya { $agency } yang melihat
visibility-public-short = umum
visibility-anonymous-short = anonim
visibility-secret-short = rahasia
visibility-secret-accused = rahasia. ⚠️ Laporan ini menyebut { $agency }, dan { $agency } sendiri yang akan membacanya
complaint-filed = ✅ <b>Terkirim. Nomor { $kind ->
    [aspiration] saran
    [information] pertanyaan
   *[other] laporan
    } Anda: { $number }</b>
    { $agency } akan { $kind ->
    [aspiration] mempelajari saran Anda dan menanggapinya
    [information] menjawab
   *[other] menanggapi
    } paling lambat { $due }. { $secret ->
    [yes] Laporan ini rahasia: tidak tampil untuk umum, dan petugas tidak melihat siapa Anda.
   *[no] Kabarnya akan kami kirim ke sini.
    }
    Mengikuti laporan: ketik { $number } kapan saja. Menambah keterangan: balas pesan ini.
button-file = 📝 Buat laporan
button-follow = 🔎 Lihat laporan
button-add = ➕ Tambah keterangan
button-menu = Menu

## Following it

status-none = Anda belum punya laporan di sini. Kalau pernah melapor lewat aplikasi lain, hubungkan dengan /tautkan.
status-mine = { $count ->
    [1] <b>Laporan Anda:</b>
   *[other] <b>{ $count } laporan Anda yang terbaru:</b>
    }
status-line = <b>{ $number }</b> · { $category } · { $status } ({ $at })
number-wrong = Nomor itu sepertinya salah ketik. Nomor laporan terlihat seperti 1042-9. Ketik /status untuk melihat laporan Anda.
number-unknown = Laporan { $number } tidak kami temukan.
status-received = menunggu petugas
status-taken = sudah ada petugas
status-processing = sedang dikerjakan
status-waiting = menunggu jawaban pelapor
status-closed = selesai
status-rejected = ditolak
timeline = <b>Laporan { $number }</b> · { $category }
    { $agency }
    Status: <b>{ $status }</b>
timeline-event = • { $at }: { $what }
timeline-words = “{ $text }”
timeline-due = Ditanggapi paling lambat { $due }.
timeline-add = Menambah keterangan: balas pesan ini.
timeline-nothing = Belum ada yang terjadi.
event-filed = laporan masuk
event-added = tambahan dari pelapor
event-corrected = perbaikan dari pelapor
event-taken = diambil petugas
event-replied = jawaban petugas
event-noted = catatan petugas
event-processing = mulai dikerjakan
event-forwarded = diteruskan ke dinas lain
event-closed = selesai
event-rejected = ditolak
add-which = Laporan yang mana? Tulis nomor laporan Anda sendiri, misalnya: /tambah 1042-9
add-what = Apa yang ingin ditambahkan ke laporan { $number }? Boleh tulisan, foto atau pesan suara.
add-empty = Untuk menambah keterangan pada laporan { $number }, balas dengan tulisan atau foto.
added = 👍 Sudah ditambahkan ke laporan { $number }.
corrected-filed = 👍 Perbaikan Anda sudah ditambahkan ke laporan { $number }.
notice-taken = { $kind ->
    [aspiration] Saran <b>{ $number }</b>: petugas { $agency } sedang mempelajari saran Anda.
    [information] Pertanyaan <b>{ $number }</b>: petugas { $agency } sedang menyiapkan jawabannya.
   *[other] Laporan <b>{ $number }</b>: petugas { $agency } sudah mengambil laporan Anda.
    }
notice-processing = { $kind ->
    [aspiration] Saran <b>{ $number }</b> sedang dibahas { $agency }.
    [information] Pertanyaan <b>{ $number }</b> sedang dicarikan jawabannya oleh { $agency }.
   *[other] Laporan <b>{ $number }</b> sedang dikerjakan { $agency }.
    }
notice-replied = 💬 Jawaban { $agency } untuk laporan <b>{ $number }</b>:
    { $text }

    Balas pesan ini untuk menjawab.
notice-rejected = Laporan <b>{ $number }</b> tidak dapat diproses { $agency }. Alasannya:
    { $text }

    Keberatan? Tekan tombolnya, atau balas pesan ini.
notice-forwarded = { $kind ->
    [aspiration] Saran
    [information] Pertanyaan
   *[other] Laporan
    } <b>{ $number }</b> diteruskan ke { $agency }, yang berwenang menanganinya. Anda tidak perlu mengirim ulang.

## Two channels, one person

link-code = Kode Anda: <b>{ $code }</b> (berlaku { $minutes } menit, sekali pakai).
    Di aplikasi yang lain, ketik: /tautkan { $code }
    Jangan berikan kode ini kepada siapa pun: pemakainya dapat melihat semua laporan Anda.
link-wrong = Kode itu salah, sudah dipakai atau sudah lewat waktunya. Ketik /tautkan untuk membuat yang baru.
link-same = Ini memang sudah akun yang sama.
link-confirm = Menghubungkan berarti: kedua aplikasi menampilkan semua laporan dari keduanya. Lanjutkan hanya jika kode itu dari Anda sendiri.
link-confirm-yes = Ya, hubungkan
link-confirm-no = Batal
link-done = { $count ->
    [0] Terhubung. Laporan Anda sekarang terlihat di kedua aplikasi.
   *[other] Terhubung. { $count } laporan ikut dipindahkan; semuanya terlihat di kedua aplikasi.
    }
stopped = Baik, Anda tidak akan menerima pengumuman lagi. Kabar tentang laporan Anda sendiri tetap kami kirim.
stopped-already = Anda memang sudah berhenti menerima pengumuman.
