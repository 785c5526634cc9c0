# Filing a complaint, following it, two channels of one person (min).

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
visibility-secret = Rahasio: hanyo { $agency } nan mancaliak
visibility-public-short = umum
visibility-anonymous-short = anonim
visibility-secret-short = rahasio
visibility-secret-accused = rahasio. ⚠️ Laporan ko manyabuik { $agency }, dan { $agency } surang nan ka mambaconyo
complaint-filed = ✅ <b>Takirim. Nomor { $kind ->
    [aspiration] saran
    [information] patanyoan
   *[other] laporan
    } Sanak: { $number }</b>
    { $agency } ka { $kind ->
    [aspiration] mampalajari saran Sanak jo manjawek
    [information] manjawek
   *[other] manjawek
    } paliang lambek { $due }. { $secret ->
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
status-waiting = mananti jawaban nan malapor
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
corrected-filed = 👍 Pabaikan Sanak alah ditambahan ka laporan { $number }.
notice-taken = { $kind ->
    [aspiration] Saran <b>{ $number }</b>: patugas { $agency } sadang mampalajari saran Sanak.
    [information] Patanyoan <b>{ $number }</b>: patugas { $agency } sadang manyiapan jaweknyo.
   *[other] Laporan <b>{ $number }</b>: patugas { $agency } alah maambiak laporan Sanak.
    }
notice-processing = { $kind ->
    [aspiration] Saran <b>{ $number }</b> sadang dibahas { $agency }.
    [information] Patanyoan <b>{ $number }</b> sadang dicarian jaweknyo dek { $agency }.
   *[other] Laporan <b>{ $number }</b> sadang dikarajoan { $agency }.
    }
notice-replied = 💬 Jawek { $agency } untuak laporan <b>{ $number }</b>:
    { $text }

    Baleh pasan iko untuak manjawek.
notice-rejected = Laporan <b>{ $number }</b> indak dapek diproses { $agency }. Alasannyo:
    { $text }

    Kaberatan? Tekan tombolnyo, atau baleh pasan iko.
notice-forwarded = { $kind ->
    [aspiration] Saran
    [information] Patanyoan
   *[other] Laporan
    } <b>{ $number }</b> ditaruihan ka { $agency }, nan bawenang manguruihnyo. Sanak indak paralu mangirim baliak.

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
