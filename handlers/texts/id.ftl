# Every word a person reads (id). The keys are the same in all three files; a test compares them.

## Menu and help

welcome = <b>Selamat datang!</b> Ini layanan { $city } untuk warga.
    Tulis saja keluhan, saran atau pertanyaan Anda dengan kata-kata sendiri, atau kirim foto, lokasi atau pesan suara. Atau pilih:
greeting = Halo! Ada yang bisa kami bantu? Tulis saja keluhan, saran atau pertanyaan Anda, atau pilih:
menu = Silakan pilih, atau tulis saja keluhan, saran atau pertanyaan Anda.
not-understood = Maaf, kami belum paham maksudnya. Tulis dengan beberapa kata lagi, misalnya “lampu jalan mati di Pasar Usang”, atau pilih:
unreadable-menu = Maaf, pesan seperti itu belum bisa kami baca. Tulis dengan kata-kata, kirim foto atau lokasi, atau pilih:
old-button-idle = Tombol itu dari percakapan yang sudah selesai, jadi tidak berlaku lagi. Silakan pilih:
menu-lapor = 📝 Buat laporan
menu-status = 🔎 Laporan saya
menu-bahasa = 🌐 Bahasa
menu-bantuan = ❓ Bantuan
menu-tiket = 📋 Laporan masuk
help = <b>Yang bisa Anda lakukan di sini ({ $city })</b>
    Tulis saja keluhan atau pertanyaan Anda. Kata-kata ini juga berlaku, dengan atau tanpa garis miring:
help-lapor = buat laporan, saran atau pertanyaan
help-status = lihat laporan Anda; tambah nomornya untuk satu laporan
help-tambah = tambah keterangan, misalnya /tambah 1042-9 …
help-bahasa = ganti bahasa
help-tautkan = hubungkan WhatsApp, Telegram dan web Anda
help-privasi = bagaimana data Anda dipakai
help-stop = berhenti menerima pengumuman
help-kembali = ke pertanyaan sebelumnya
help-batal = batalkan yang sedang diisi
help-menu = pilihan utama
help-bantuan = daftar ini
help-tiket = laporan yang masih terbuka
help-lihat = lihat satu laporan, misalnya /lihat 1042-7
help-ambil = ambil laporan untuk Anda tangani
help-balas = balas warga, misalnya /balas 1042-7 Terima kasih, …
help-catat = catatan untuk sesama petugas, tidak terlihat warga
help-proses = tandai sedang dikerjakan
help-selesai = tutup laporan dengan keterangan
help-tolak = tolak laporan dengan alasan
help-grup = jadikan grup ini tempat laporan masuk
profile-description = Sampaikan keluhan, saran dan pertanyaan kepada { $city }, ikuti penanganannya, dan terima jawabannya di sini. Tulis saja dengan kata-kata sendiri, kirim foto, lokasi atau pesan suara. Darurat: telepon 112.
profile-short = Layanan resmi { $city }: lapor, tanya, pantau.
command-unknown = Perintah itu tidak kami kenal. Ketik /bantuan untuk melihat yang ada, atau tulis saja maksud Anda.
cancelled = Baik, dibatalkan. Tidak ada yang dikirim.
cancel-nothing = Tidak ada yang sedang diisi. Ketik /menu untuk melihat pilihan.
back-nothing = Tidak ada pertanyaan sebelumnya. Ketik /menu untuk melihat pilihan.
back-at-start = Ini pertanyaan pertama.
back-to = Mari lanjutkan yang tadi:
failed = Maaf, ada gangguan di pihak kami. Yang sudah Anda tulis tetap tersimpan. Silakan coba lagi sebentar lagi.
only-private = Untuk ini, tulis langsung kepada bot, bukan di dalam grup.
only-group = Kirim perintah ini di dalam grup petugas.

## First contact

privacy-notice = 🔒 Layanan { $city }. Pesan Anda kami simpan hanya untuk menangani laporan dan menjawab Anda, dan diteruskan ke dinas yang berwenang. Dasarnya: pelayanan publik (UU 27/2022). Laporan disimpan sesuai aturan arsip. Anda berhak melihat, memperbaiki dan meminta penghapusan data. Telegram dan WhatsApp berada di luar negeri; obrolan di situs web kota tidak. Jangan kirim NIK atau foto KTP. Sekali lagi: /privasi
language-name = Bahasa Indonesia
language-choose = Pilih bahasa:
language-set = Baik, kami memakai bahasa Indonesia.

## Emergency

emergency = 🚨 <b>Kalau ini darurat, telepon sekarang:</b>

## Questions: what fits any of them

need-words = Mohon tulis dengan kata-kata.
too-short = Mohon tulis sedikit lebih lengkap (paling sedikit { $least } huruf).
too-long = Tulisan Anda { $length } huruf, paling banyak { $most }. Mohon persingkat, atau kirim dalam beberapa bagian.
choose-one = Maaf, belum jelas pilihan yang mana. Tekan salah satu tombol, atau ketik nomor atau namanya.
confirm-unclear = Maaf, belum jelas. Kirim, ubah, atau batalkan?
need-place = Kirim lokasi, atau tulis alamat atau nama kelurahannya.
need-media = Kirim foto, video, pesan suara atau dokumen, atau tekan tombolnya bila tidak ada.
need-stars = Pilih satu sampai lima bintang.
unreadable = Maaf, stiker atau pesan seperti itu tidak bisa kami baca.
noted-too = Sudah kami catat. 👍
corrected = Sudah kami perbaiki sesuai pesan yang Anda ubah. 👍
old-button = Tombol itu dari pertanyaan sebelumnya, jadi tidak kami pakai. Pertanyaannya sekarang:
place-unknown = Tidak tahu / lewati
place-share = 📍 Kirim lokasi saya
place-none = tidak disebutkan
place-pinned = 📍 pin lokasi
place-outside = 📍 di luar batas kota (tetap kami terima)
area-unknown = Tidak tahu
media-none = Tanpa foto
media-done = Cukup, lanjut
media-more = { $count ->
    [1] Sudah ada 1 berkas.
   *[other] Sudah ada { $count } berkas.
    } Bisa tambah { $left } lagi, atau lanjut.
words-yes = ya iya yo y ok oke okay kirim setuju benar betul yes iyo
words-no = tidak batal gak ga nggak jangan no indak ndak
resume-ask = Tadi Anda sedang menulis laporan: “{ $about }”.
    Mau dilanjutkan, atau mulai baru? Pesan Anda barusan tetap kami simpan.
resume-yes = Lanjutkan
resume-anew = Mulai baru
reminder = Laporan Anda belum terkirim: “{ $about }”. Jawab pertanyaan terakhir untuk melanjutkan, atau ketik /batal.
expired = Laporan yang belum selesai (“{ $about }”) kami hapus karena sudah lama tidak dilanjutkan. Anda bisa mulai lagi kapan saja: tulis saja.

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
visibility-secret = Rahasia: hanya Inspektorat yang melihat
visibility-public-short = umum
visibility-anonymous-short = anonim
visibility-secret-short = rahasia
complaint-filed = ✅ <b>Terkirim. Nomor laporan Anda: { $number }</b>
    { $agency } akan menanggapi paling lambat { $due }. { $secret ->
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
added-reopened = 👍 Sudah ditambahkan. Laporan { $number } kami buka kembali.
corrected-filed = 👍 Perbaikan Anda sudah ditambahkan ke laporan { $number }.
notice-taken = Laporan <b>{ $number }</b>: petugas { $agency } sudah mengambil laporan Anda.
notice-processing = Laporan <b>{ $number }</b> sedang dikerjakan { $agency }.
notice-replied = 💬 Jawaban { $agency } untuk laporan <b>{ $number }</b>:
    { $text }

    Balas pesan ini untuk menjawab.
notice-closed = ✅ Laporan <b>{ $number }</b> dinyatakan selesai oleh { $agency }:
    { $text }

    Belum beres? Balas pesan ini, laporan akan dibuka kembali.
notice-rejected = Laporan <b>{ $number }</b> tidak dapat diproses { $agency }. Alasannya:
    { $text }

    Kurang jelas? Balas pesan ini.
notice-forwarded = Laporan <b>{ $number }</b> diteruskan ke { $agency }.

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

## Staff

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
card-due = ⏰ Laporan { $number } harus ditanggapi hari ini: pelapor belum mendapat jawaban.
card-nobody = ⚠️ Laporan rahasia { $number } menunggu, tetapi { $agency } belum punya petugas di sini. Undang petugasnya dengan “udajang staff invite”.
group-taken = { $number }: diambil oleh { $name }.
group-closed = { $number }: ditutup oleh { $name }.
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
tickets = <b>{ $count } laporan terbuka</b> (halaman { $page } dari { $pages })
tickets-none = Tidak ada laporan terbuka. 🎉
tickets-next = Berikutnya →
ticket-line = { $late ->
    [yes] 🔴
   *[no] •
    } <b>{ $number }</b> { $category } · { $status } · { $due }
    { $text }
staff-only = Perintah itu untuk petugas. Ketik /bantuan untuk yang bisa Anda pakai.
staff-which = Laporan yang mana? Tulis nomornya, misalnya: { $command } 1042-9
staff-no-such-complaint = Laporan { $number } tidak ada pada Anda.
staff-already-closed = Laporan { $number } sudah selesai.
staff-already-rejected = Laporan { $number } sudah ditolak.
staff-already-taken = Laporan { $number } sudah diambil { $name }.
staff-already-processing = Laporan { $number } sudah ditandai sedang dikerjakan.
staff-done-taken = ✋ { $number } sekarang Anda tangani. Pelapor sudah diberi tahu.
staff-done-replied = 💬 Jawaban untuk { $number } sudah dikirim ke pelapor.
staff-done-noted = 🗒 Catatan untuk { $number } disimpan; pelapor tidak melihatnya.
staff-done-processing = 🔧 { $number } ditandai sedang dikerjakan. Pelapor sudah diberi tahu.
staff-done-closed = ✅ { $number } ditutup. Pelapor sudah diberi tahu.
staff-done-rejected = ⛔ { $number } ditolak. Pelapor sudah diberi tahu beserta alasannya.
staff-text = { $kind ->
    [noted] Tulis catatan untuk sesama petugas tentang { $number }:
    [closed] Apa yang sudah dilakukan untuk { $number }? Tulis keterangan untuk pelapor:
    [rejected] Mengapa { $number } ditolak? Tulis alasan untuk pelapor:
   *[other] Tulis jawaban untuk pelapor { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-closed = /selesai
command-rejected = /tolak
joined = Selamat datang, { $name }! Anda terdaftar sebagai { $role } { $agency }. Laporan baru akan muncul di sini.
join-wrong = Undangan itu salah, sudah dipakai atau sudah lewat waktunya. Minta yang baru kepada pengelola.
role-admin = pengelola
role-operator = petugas
role-head = kepala
role-broadcaster = penyiar
role-approver = penyetuju
role-steward = walidata

## Halaman obrolan web

web-title = Layanan Warga { $city }
web-subtitle = Lapor, tanya, dan pantau, langsung di sini
web-description = Sampaikan laporan kepada Pemerintah Kota { $city } dan terima jawabannya di halaman ini.
web-skip = Langsung ke kotak pesan
web-language = Bahasa
web-conversation = Percakapan
web-welcome = Selamat datang
web-welcome-text = Ceritakan apa yang terjadi dengan kata-kata Anda sendiri, atau pilih salah satu:
web-start-report = Buat laporan
web-start-report-hint = Jalan rusak, sampah, lampu padam, layanan kantor
web-start-status = Cek laporan saya
web-start-status-hint = Lihat sudah sampai mana
web-start-help = Apa saja yang bisa?
web-start-help-hint = Semua perintah dan cara memakainya
web-privacy = Percakapan ini tersimpan di perangkat ini dan di Pemerintah Kota. Jangan kirim foto KTP atau KK kecuali diminta.
web-emergency = Keadaan darurat? Telepon
web-write = Tulis pesan
web-placeholder = Tulis pesan…
web-send = Kirim
web-attach = Lampirkan foto atau berkas
web-send-location = Kirim lokasi saya
web-choose-photo = Pilih foto
web-clear = Hapus percakapan
web-clear-title = Hapus percakapan ini?
web-clear-text = Percakapan hilang dari perangkat ini. Laporan yang sudah dikirim tetap diproses; catat nomornya dulu agar tetap bisa Anda pantau.
web-clear-yes = Ya, hapus
web-cancel = Batal
web-close = Tutup
web-menu = Lainnya
web-no-script = Halaman ini memerlukan JavaScript. Anda juga dapat menghubungi kami lewat Telegram atau WhatsApp.
web-citizen = Warga
web-citizen-hint = Anda menulis sebagai warga
web-staff = Petugas
web-staff-hint = Anda membalas sebagai petugas
web-development = Mode pengembangan: panel petugas ini tidak ada pada layanan sesungguhnya.
web-staff-welcome = Ini meja petugas
web-staff-welcome-text = Kirim laporan dari panel warga; kartunya muncul di sini. Atau lihat dulu:
web-start-tickets = Daftar laporan
web-start-tickets-hint = Yang sedang menunggu dinas Anda
web-typing = Sedang mengetik
web-latest = Ke pesan terbaru
web-sent = Terkirim
web-waiting = Menunggu koneksi, akan dikirim sendiri
web-refused = Tidak terkirim
web-you = Anda
web-bot = Layanan warga
web-location = Lokasi saya
web-location-denied = Lokasi tidak dapat dibaca. Izinkan lokasi di browser, atau tulis saja alamatnya.
web-location-missing = Browser ini tidak dapat membaca lokasi. Tulis saja alamatnya.
web-replying = Membalas:
web-reply = Balas
web-uploading = Mengunggah…
web-upload-waiting = Menunggu koneksi…
web-upload-type = Jenis berkas ini tidak dapat diterima. Kirim foto, video, rekaman suara, atau PDF.
web-upload-size = Berkas terlalu besar; paling besar { $size } MB.
web-upload-failed = Berkas tidak dapat diunggah. Coba pilih lagi.
web-upload-many = Paling banyak 10 berkas sekali kirim.
web-remove = Buang
web-photo = Foto
web-video = Video
web-audio = Rekaman suara
web-file = Berkas
web-options = Pilihan
web-chosen = Dipilih
web-new-session = Percakapan baru dimulai karena sesi lama sudah tidak berlaku.
web-lost = Koneksi terputus. Pesan Anda tersimpan dan akan terkirim sendiri.
web-back = Tersambung kembali.
web-busy = Layanan sedang sibuk; pesan Anda dikirim sebentar lagi.
web-choose = Tekan angka untuk memilih
web-too-long = Terlalu panjang. Paling banyak { $most } huruf sekali kirim; bagi menjadi beberapa pesan.
