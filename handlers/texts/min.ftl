# Every word a person reads (min). The keys are the same in all three files; a test compares them.

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
help-tiket = laporan nan masih tabukak
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

## Questions: what fits any of them

need-words = Tolong tulih jo kato-kato.
too-short = Tolong tulih saketek labiah langkok (paliang saketek { $least } huruf).
too-long = Tulisan Sanak { $length } huruf, paliang banyak { $most }. Tolong singkekan, atau kirim babarapo bagian.
choose-one = Maaf, alun jaleh piliahan nan ma. Takan salah satu tombol, atau ketik nomor atau namonyo.
confirm-unclear = Maaf, alun jaleh. Kirim, ubah, atau batalan?
need-place = Kirim lokasi, atau tulih alamaik atau namo kelurahannyo.
need-media = Kirim foto, video, pasan suaro atau dokumen, atau takan tombolnyo kok indak ado.
need-stars = Piliah ciek sampai limo bintang.
unreadable = Maaf, stiker atau pasan mode itu indak bisa kami baco.
noted-too = Alah kami catat. 👍
corrected = Alah kami paelok sasuai pasan nan Sanak ubah. 👍
old-button = Tombol tu dari tanyo sabalunnyo, jadi indak kami pakai. Tanyonyo kini:
place-unknown = Indak tau / lewati
place-share = 📍 Kirim lokasi ambo
place-none = indak disabuikan
place-pinned = 📍 pin lokasi
place-outside = 📍 di lua bateh kota (tatap kami tarimo)
area-unknown = Indak tau
media-none = Indak ado foto
media-done = Cukuik, lanjuik
media-more = { $count ->
    [1] Alah ado 1 berkas.
   *[other] Alah ado { $count } berkas.
    } Bisa tambah { $left } lai, atau lanjuik.
words-yes = iyo yo ya iya y ok oke okay kirim satuju batua yes
words-no = indak ndak batal jan tidak no
resume-ask = Tadi Sanak sadang manulih laporan: “{ $about }”.
    Nio dilanjuikan, atau mulai baru? Pasan Sanak nan barusan tatap kami simpan.
resume-yes = Lanjuikan
resume-anew = Mulai baru
reminder = Laporan Sanak alun takirim: “{ $about }”. Jawek tanyo tarakhir untuak malanjuikan, atau ketik /batal.
expired = Laporan nan alun salasai (“{ $about }”) kami hapuih dek alah lamo indak dilanjuikan. Sanak bisa mulai lai bilo se: tulih se.

## Filing a complaint

complaint-what = Caritoan apo nan tajadi: apo, di ma, sajak bilo? Buliah jo foto, lokasi atau pasan suaro.
complaint-kind = Iko laporan apo?
complaint-category = Iko tantang apo?
complaint-category-all = Piliah nan paliang cocok:
complaint-place = Di ma tampeknyo? Kirim lokasi (📎 → Lokasi), atau tulih alamaik, patokan atau kelurahannyo.
complaint-area = { $count ->
    [0] Tamasuak kelurahan ma?
   *[other] Tampeknyo di dakek bateh atau namonyo sarupo. Kelurahan ma nan batua?
    }
complaint-photos = Ado foto, video atau dokumen? Bisa sampai { $most }. Foto sangaik mambantu patugas.
complaint-visibility = Sia nan buliah mancaliak laporan iko?
complaint-confirm = <b>Pareso dulu sabalun dikirim:</b>
    { $what }

    Jinih: { $kind }
    Tantang: { $category }
    Tampek: { $place }
    Berkas: { $photos }
    Nampak dek: { $visibility }
complaint-confirm-yes = ✅ Kirim
complaint-confirm-no = ❌ Batal
complaint-change-what = Ubah isi
complaint-change-kind = Ubah jinih
complaint-change-category = Ubah tantang
complaint-change-place = Ubah tampek
complaint-change-photos = Ubah berkas
complaint-change-visibility = Ubah sia nan mancaliak
category-more = Nan lain …
kind-complaint = Keluhan
kind-aspiration = Saran
kind-information = Tanyo
visibility-public = Umum: isi jo namo ambo buliah nampak
visibility-anonymous = Anonim: isi nampak, namo ambo indak
visibility-secret = Rahasio: hanyo Inspektorat nan mancaliak
visibility-public-short = umum
visibility-anonymous-short = anonim
visibility-secret-short = rahasio
complaint-filed = ✅ <b>Takirim. Nomor laporan Sanak: { $number }</b>
    { $agency } ka manjawek paliang lambek { $due }. { $secret ->
    [yes] Laporan iko rahasio: indak tampil untuak umum, dan patugas indak tau sia Sanak.
   *[no] Kabanyo ka kami kirim ka siko.
    }
    Maikuti laporan: ketik { $number } bilo se. Manambah katarangan: baleh pasan iko.
button-file = 📝 Buek laporan
button-follow = 🔎 Caliak laporan
button-add = ➕ Tambah katarangan
button-menu = Menu

## Following it

status-none = Sanak alun punyo laporan di siko. Kok pernah malapor di aplikasi lain, hubuangan jo /tautkan.
status-mine = { $count ->
    [1] <b>Laporan Sanak:</b>
   *[other] <b>{ $count } laporan Sanak nan paliang baru:</b>
    }
status-line = <b>{ $number }</b> · { $category } · { $status } ({ $at })
number-wrong = Nomor tu rasonyo salah ketik. Nomor laporan mode 1042-9. Ketik /status untuak mancaliak laporan Sanak.
number-unknown = Laporan { $number } indak kami basuoan.
status-received = manunggu patugas
status-taken = alah ado patugas
status-processing = sadang dikarajoan
status-closed = salasai
status-rejected = ditulak
timeline = <b>Laporan { $number }</b> · { $category }
    { $agency }
    Status: <b>{ $status }</b>
timeline-event = • { $at }: { $what }
timeline-words = “{ $text }”
timeline-due = Dijawek paliang lambek { $due }.
timeline-add = Manambah katarangan: baleh pasan iko.
timeline-nothing = Alun ado nan tajadi.
event-filed = laporan masuak
event-added = tambahan dari palapor
event-corrected = pabaikan dari palapor
event-taken = diambiak patugas
event-replied = jawek patugas
event-noted = catatan patugas
event-processing = mulai dikarajoan
event-forwarded = ditaruihan ka dinas lain
event-closed = salasai
event-rejected = ditulak
add-which = Laporan nan ma? Tulih nomor laporan Sanak surang, misalnyo: /tambah 1042-9
add-what = Apo nan ka ditambahan ka laporan { $number }? Buliah tulisan, foto atau pasan suaro.
add-empty = Untuak manambah katarangan laporan { $number }, baleh jo tulisan atau foto.
added = 👍 Alah ditambahan ka laporan { $number }.
added-reopened = 👍 Alah ditambahan. Laporan { $number } kami bukak baliak.
corrected-filed = 👍 Pabaikan Sanak alah ditambahan ka laporan { $number }.
notice-taken = Laporan <b>{ $number }</b>: patugas { $agency } alah maambiak laporan Sanak.
notice-processing = Laporan <b>{ $number }</b> sadang dikarajoan { $agency }.
notice-replied = 💬 Jawek { $agency } untuak laporan <b>{ $number }</b>:
    { $text }

    Baleh pasan iko untuak manjawek.
notice-closed = ✅ Laporan <b>{ $number }</b> dinyatokan salasai dek { $agency }:
    { $text }

    Alun bareh? Baleh pasan iko, laporan ka dibukak baliak.
notice-rejected = Laporan <b>{ $number }</b> indak dapek diproses { $agency }. Alasannyo:
    { $text }

    Kurang jaleh? Baleh pasan iko.
notice-forwarded = Laporan <b>{ $number }</b> ditaruihan ka { $agency }.

## Two channels, one person

link-code = Kode Sanak: <b>{ $code }</b> (balaku { $minutes } minik, sakali pakai).
    Di aplikasi nan lain, ketik: /tautkan { $code }
    Jan agiah kode iko ka sia pun: nan mamakainyo bisa mancaliak sado laporan Sanak.
link-wrong = Kode tu salah, alah dipakai atau alah lewat wakatunyo. Ketik /tautkan untuak mambuek nan baru.
link-same = Iko memang alah akun nan samo.
link-confirm = Manghubuangan aratinyo: kaduo aplikasi manampilan sado laporan dari kaduonyo. Lanjuikan hanyo kok kode tu dari Sanak surang.
link-confirm-yes = Iyo, hubuangan
link-confirm-no = Batal
link-done = { $count ->
    [0] Tahubuang. Laporan Sanak kini nampak di kaduo aplikasi.
   *[other] Tahubuang. { $count } laporan ikuik dipindahan; sadonyo nampak di kaduo aplikasi.
    }
stopped = Elok, Sanak indak ka manarimo pangumuman lai. Kaba laporan Sanak surang tatap kami kirim.
stopped-already = Sanak memang alah baranti manarimo pangumuman.

## Staff

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
card-due = ⏰ Laporan { $number } harus dijawek hari ko: palapor alun dapek jawek.
card-nobody = ⚠️ Laporan rahasio { $number } manunggu, tapi { $agency } alun punyo patugas di siko. Undang patugasnyo jo “udajang staff invite”.
group-taken = { $number }: diambiak dek { $name }.
group-closed = { $number }: ditutuik dek { $name }.
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
tickets = <b>{ $count } laporan tabukak</b> (laman { $page } dari { $pages })
tickets-none = Indak ado laporan tabukak. 🎉
tickets-next = Salanjuiknyo →
ticket-line = { $late ->
    [yes] 🔴
   *[no] •
    } <b>{ $number }</b> { $category } · { $status } · { $due }
    { $text }
staff-only = Parintah tu untuak patugas. Ketik /bantuan untuak nan bisa Sanak pakai.
staff-which = Laporan nan ma? Tulih nomornyo, misalnyo: { $command } 1042-9
staff-no-such-complaint = Laporan { $number } indak ado pado Sanak.
staff-already-closed = Laporan { $number } alah salasai.
staff-already-rejected = Laporan { $number } alah ditulak.
staff-already-taken = Laporan { $number } alah diambiak { $name }.
staff-already-processing = Laporan { $number } alah ditandoi sadang dikarajoan.
staff-done-taken = ✋ { $number } kini Sanak uruih. Palapor alah diagiah tau.
staff-done-replied = 💬 Jawek untuak { $number } alah dikirim ka palapor.
staff-done-noted = 🗒 Catatan untuak { $number } disimpan; palapor indak mancaliaknyo.
staff-done-processing = 🔧 { $number } ditandoi sadang dikarajoan. Palapor alah diagiah tau.
staff-done-closed = ✅ { $number } ditutuik. Palapor alah diagiah tau.
staff-done-rejected = ⛔ { $number } ditulak. Palapor alah diagiah tau jo alasannyo.
staff-text = { $kind ->
    [noted] Tulih catatan untuak samo patugas tantang { $number }:
    [closed] Apo nan alah dikarajoan untuak { $number }? Tulih katarangan untuak palapor:
    [rejected] Dek a { $number } ditulak? Tulih alasan untuak palapor:
   *[other] Tulih jawek untuak palapor { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-closed = /selesai
command-rejected = /tolak
joined = Salamaik datang, { $name }! Sanak tadaftar sabagai { $role } { $agency }. Laporan baru ka muncul di siko.
join-wrong = Undangan tu salah, alah dipakai atau alah lewat wakatunyo. Mintak nan baru ka pangelola.
role-admin = pangelola
role-operator = patugas
role-head = kapalo
role-broadcaster = panyiar
role-approver = panyatuju
role-steward = walidata

## Laman maota di web

web-title = Layanan Warga { $city }
web-subtitle = Malapor, batanyo, jo mamantau, langsuang di siko
web-description = Sampaikan laporan ka Pamarintah Kota { $city } jo tarimo jawabannyo di laman ko.
web-skip = Langsuang ka kotak pasan
web-language = Bahaso
web-conversation = Paotaan
web-welcome = Salamaik datang
web-welcome-text = Curitoan apo nan tajadi jo kato-kato Sanak surang, atau piliah salah satu:
web-start-report = Buek laporan
web-start-report-hint = Jalan rusak, sarok, lampu mati, layanan kantua
web-start-status = Caliak laporan ambo
web-start-status-hint = Alah sampai dima prosesnyo
web-start-help = Apo sajo nan bisa?
web-start-help-hint = Kasado parintah jo caro mamakainyo
web-privacy = Ota ko tasimpan di parangkaik ko jo di Pamarintah Kota. Jan kirim foto KTP atau KK kacuali diminta.
web-emergency = Kaadaan darurat? Telepon
web-write = Tulih pasan
web-placeholder = Tulih pasan…
web-send = Kirim
web-attach = Lampiakan foto atau berkas
web-send-location = Kirim lokasi ambo
web-choose-photo = Piliah foto
web-clear = Hapuih paotaan
web-clear-title = Hapuih paotaan ko?
web-clear-text = Paotaan ilang dari parangkaik ko. Laporan nan alah dikirim tatap diproses; catat nomornyo dulu bia tatap bisa Sanak pantau.
web-clear-yes = Iyo, hapuih
web-cancel = Batal
web-close = Tutuik
web-menu = Nan lain
web-no-script = Laman ko paralu JavaScript. Sanak bisa juo mahubuangi kami lewat Telegram atau WhatsApp.
web-citizen = Warga
web-citizen-hint = Sanak manulih sabagai warga
web-staff = Patugas
web-staff-hint = Sanak mambaleh sabagai patugas
web-development = Mode pangambangan: panel patugas ko indak ado di layanan nan sabananyo.
web-staff-welcome = Iko meja patugas
web-staff-welcome-text = Kirim laporan dari panel warga; kartunyo muncua di siko. Atau caliak dulu:
web-start-tickets = Daftar laporan
web-start-tickets-hint = Nan sadang mananti dinas Sanak
web-typing = Sadang mangetik
web-latest = Ka pasan tabaru
web-sent = Takirim
web-waiting = Mananti koneksi, takirim surang beko
web-refused = Indak takirim
web-you = Sanak
web-bot = Layanan warga
web-location = Lokasi ambo
web-location-denied = Lokasi indak bisa dibaco. Izinkan lokasi di browser, atau tulih sajo alamaiknyo.
web-location-missing = Browser ko indak bisa mambaco lokasi. Tulih sajo alamaiknyo.
web-replying = Mambaleh:
web-reply = Baleh
web-uploading = Sadang maunggah…
web-upload-waiting = Mananti koneksi…
web-upload-type = Jinih berkas ko indak bisa ditarimo. Kirim foto, video, rekaman suaro, atau PDF.
web-upload-size = Berkas talalu gadang; paliang gadang { $size } MB.
web-upload-failed = Berkas indak bisa diunggah. Cubo piliah baliak.
web-upload-many = Paliang banyak 10 berkas sakali kirim.
web-remove = Buang
web-photo = Foto
web-video = Video
web-audio = Rekaman suaro
web-file = Berkas
web-options = Piliahan
web-chosen = Dipiliah
web-new-session = Paotaan baru dimulai dek sesi lamo indak balaku lai.
web-lost = Koneksi putuih. Pasan Sanak tasimpan jo takirim surang beko.
web-back = Tasambuang baliak.
web-busy = Layanan sadang sibuk; pasan Sanak dikirim sabanta lai.
web-choose = Takan angko untuak mamiliah
web-too-long = Talalu panjang. Paliang banyak { $most } huruf sakali kirim; bagi jadi babarapo pasan.
