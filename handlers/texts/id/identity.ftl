# Who a citizen is, who looked, and what is secret (id).

identity-reason = Mengapa Anda perlu tahu siapa pelapor { $number }? Tulis alasannya (minimal 10 huruf). Pelapor akan membaca alasan ini.
identity-refuse-reason = Mengapa tidak setuju { $number } dibuka? Tulis alasannya untuk rekan Anda:
identity-not-yours = Identitas pelapor { $number } hanya dapat dibuka kepala dinas yang menanganinya.
identity-shown = 👤 <b>Pelapor { $number }</b>
identity-address = • { $channel ->
    [telegram] Telegram
    [whatsapp] WhatsApp
    [webchat] Obrolan web
   *[other] { $channel }
    }: { $name } ({ $value }), sejak { $at }
identity-careful = 🔒 Dicatat, dan pelapor dapat melihatnya. Jangan diteruskan; hapus pesan ini sesudah dipakai.
identity-asked = Laporan { $number } rahasia: perlu persetujuan orang kedua. { $count ->
    [1] Sudah kami tanyakan kepada satu orang
   *[other] Sudah kami tanyakan kepada { $count } orang
    }; berlaku 24 jam.
identity-asked-already = Anda sudah meminta identitas pelapor { $number }. Tunggu persetujuan orang kedua.
identity-nobody-else = Laporan { $number } rahasia: perlu orang kedua yang setuju, tetapi belum ada. Minta pengelola mengundang kepala atau penyetuju.
identity-agree = 🔐 { $name } ({ $who }) minta tahu siapa pelapor rahasia <b>{ $number }</b>. Alasannya:
    “{ $reason }”

    Setujui hanya kalau memang perlu. Pelapor akan diberi tahu. Berlaku 24 jam.
identity-granted = 🔓 { $name } setuju. Identitas pelapor { $number } dapat Anda lihat satu kali, dalam 24 jam.
identity-denied = ⛔ { $name } tidak setuju identitas pelapor { $number } dibuka: “{ $reason }”
identity-agreed = Persetujuan Anda untuk { $number } dicatat.
identity-refused = Penolakan Anda untuk { $number } dicatat.
identity-nothing-asked = Tidak ada permintaan identitas yang menunggu untuk { $number }.
identity-your-own = Permintaan Anda sendiri untuk { $number } harus disetujui orang lain.
numbers-shown = <b>{ $number }</b>, kata pelapor lengkap dengan nomornya:
numbers-none = Tidak ada nomor yang disamarkan dalam laporan { $number }.
numbers-identity = Pelapor { $number } tidak ingin dikenali, jadi nomornya tidak ditampilkan. Kalau benar perlu: /identitas { $number }
looker = { $role } { $agency }
looker-two = { $first }, dengan persetujuan { $second }
notice-identified = 👁 Identitas Anda pada laporan <b>{ $number }</b> dilihat oleh { $who }. Alasannya:
    “{ $reason }”

    Rasanya tidak perlu? Balas pesan ini.
notice-hidden = 🔒 Laporan <b>{ $number }</b> dirahasiakan petugas dan sekarang hanya dilihat { $agency }. Alasannya:
    “{ $text }”

    Hanya Anda yang dapat membukanya kembali: /terbuka { $number }
looks = <b>Yang pernah melihat data Anda:</b>
looks-line = • <b>{ $number }</b>, { $at }: { $what ->
    [numbers] nomor dalam laporan Anda dilihat
   *[identity] identitas Anda dilihat
    } { $who }
looks-none = Belum ada petugas yang membuka identitas Anda. 🔒
looks-doubt = Ada yang tidak wajar? Balas salah satu pesan laporan itu, atau tulis laporan baru dan pilih “Rahasia”.
looks-which = Laporan yang mana? Tulis nomor laporan Anda sendiri, misalnya: /siapa 1042-9
hide-reason = Mengapa { $number } perlu dirahasiakan? Tulis alasannya; pelapor akan membacanya, rekan Anda tidak.
secret-done = 🔒 { $number } sekarang rahasia dan hanya ada pada { $agency }. Kartu yang sudah terkirim di grup tidak bisa ditarik: hapus sendiri.
secret-already = Laporan { $number } memang sudah rahasia.
group-hidden = { $number }: dirahasiakan. Hapus kartu dan percakapannya dari sini.
unhide-as = Siapa yang boleh melihat laporan { $number } mulai sekarang?
unhide-which = Tulis nomor laporan rahasia Anda sendiri, misalnya: /terbuka 1042-9
unhide-done = Laporan { $number } sekarang { $visibility }.
card-shown = 🔓 Pelapor membuka <b>{ $number }</b>: tidak lagi rahasia.
event-hidden = dirahasiakan petugas
event-shown = tidak lagi rahasia, atas kehendak pelapor
event-identified = identitas pelapor dilihat petugas
event-identified-by = { $what ->
    [numbers] nomor dalam laporan dilihat
   *[identity] identitas pelapor dilihat
    } { $who }
button-nomor = 📞 Tampilkan nomor
button-setujui = 🔓 Setujui
button-larang = ⛔ Tidak setuju
button-identitas = 👤 Lihat identitas
button-siapa = 👁 Siapa yang melihat?
button-terbuka = 🔓 Tidak rahasia lagi
help-identitas = siapa pelapornya, dengan alasan: /identitas 1042-9 alasan
help-nomor = nomor yang ditulis pelapor: /nomor 1042-9
help-setujui = setujui permintaan identitas rahasia: /setujui 1042-9
help-larang = tolak permintaan identitas rahasia: /larang 1042-9 alasan
help-rahasiakan = jadikan rahasia: /rahasiakan 1042-9 alasan
help-terbuka = buka kembali laporan rahasia Anda: /terbuka 1042-9
help-siapa = siapa yang melihat data Anda
