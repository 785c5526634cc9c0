# Who a citizen is, who looked, and what is secret (min).

identity-reason = Dek a Sanak paralu tahu sia nan malapor { $number }? Tulih alasannyo (paliang saketek 10 huruf). Palapor ka mambaco alasan ko.
identity-refuse-reason = Dek a indak satuju { $number } dibukak? Tulih alasannyo untuak kawan Sanak:
identity-not-yours = Sia palapor { $number } hanyo buliah dibukak dek kapalo dinas nan manguruihnyo.
identity-shown = 👤 <b>Palapor { $number }</b>
identity-address = • { $channel ->
    [telegram] Telegram
    [whatsapp] WhatsApp
    [webchat] Ota web
   *[other] { $channel }
    }: { $name } ({ $value }), sajak { $at }
identity-careful = 🔒 Dicatat, jo palapor dapek mancaliaknyo. Jan ditaruihan; hapuih pasan ko sasudah dipakai.
identity-asked = Laporan { $number } rasio: paralu satuju dari urang kaduo. { $count ->
    [1] Alah kami tanyoan ka surang
   *[other] Alah kami tanyoan ka { $count } urang
    }; balaku 24 jam.
identity-asked-already = Sanak alah mamintak sia palapor { $number }. Tunggulah satuju urang kaduo.
identity-nobody-else = Laporan { $number } rasio: paralu urang kaduo nan satuju, tapi alun ado. Mintak pangelola maundang kapalo atau panyatuju.
identity-agree = 🔐 { $name } ({ $who }) mintak tahu sia palapor rasio <b>{ $number }</b>. Alasannyo:
    “{ $reason }”

    Satujui hanyo kalau iyo paralu. Palapor ka diagiah tahu. Balaku 24 jam.
identity-granted = 🔓 { $name } satuju. Sia palapor { $number } dapek Sanak caliak sakali, dalam 24 jam.
identity-denied = ⛔ { $name } indak satuju sia palapor { $number } dibukak: “{ $reason }”
identity-agreed = Satuju Sanak untuak { $number } dicatat.
identity-refused = Panolakan Sanak untuak { $number } dicatat.
identity-nothing-asked = Indak ado pamintaan nan manunggu untuak { $number }.
identity-your-own = Pamintaan Sanak surang untuak { $number } musti disatujui urang lain.
numbers-shown = <b>{ $number }</b>, kato palapor langkok jo nomornyo:
numbers-none = Indak ado nomor nan disamarkan dalam laporan { $number }.
numbers-identity = Palapor { $number } indak nio dikana, jadi nomornyo indak dicaliakan. Kalau iyo paralu: /identitas { $number }
looker = { $role } { $agency }
looker-two = { $first }, jo satuju { $second }
notice-identified = 👁 Sia Sanak pado laporan <b>{ $number }</b> dicaliak dek { $who }. Alasannyo:
    “{ $reason }”

    Raso indak paralu? Baleh pasan ko.
notice-hidden = 🔒 Laporan <b>{ $number }</b> dirasioan dek patugas, kini hanyo { $agency } nan mancaliak. Alasannyo:
    “{ $text }”

    Hanyo Sanak nan dapek mambukaknyo baliak: /terbuka { $number }
looks = <b>Nan pernah mancaliak data Sanak:</b>
looks-line = • <b>{ $number }</b>, { $at }: { $what ->
    [numbers] nomor dalam laporan Sanak dicaliak dek
   *[identity] sia Sanak dicaliak dek
    } { $who }
looks-none = Alun ado patugas nan mambukak sia Sanak. 🔒
looks-doubt = Ado nan indak patuik? Baleh salah satu pasan laporan tu, atau buek laporan baru jo piliah “Rasio”.
looks-which = Laporan nan ma? Tulih nomor laporan Sanak surang, misalnyo: /siapa 1042-9
hide-reason = Dek a { $number } paralu dirasioan? Tulih alasannyo; palapor ka mambaco, kawan Sanak indak.
secret-done = 🔒 { $number } kini rasio, hanyo ado di { $agency }. Kartu nan alah takirim di grup indak dapek ditariak: hapuihlah surang.
secret-already = Laporan { $number } memang alah rasio.
group-hidden = { $number }: dirasioan. Hapuih kartu jo ota tantangnyo dari siko.
unhide-as = Sia nan buliah mancaliak laporan { $number } mulai kini?
unhide-which = Tulih nomor laporan rasio Sanak surang, misalnyo: /terbuka 1042-9
unhide-done = Laporan { $number } kini { $visibility }.
card-shown = 🔓 Palapor mambukak <b>{ $number }</b>: indak rasio lai.
event-hidden = dirasioan patugas
event-shown = indak rasio lai, dek kahandak palapor
event-identified = sia palapor dicaliak patugas
event-identified-by = { $what ->
    [numbers] nomor dalam laporan dicaliak dek
   *[identity] sia palapor dicaliak dek
    } { $who }
button-nomor = 📞 Caliakan nomor
button-setujui = 🔓 Satuju
button-larang = ⛔ Indak satuju
button-identitas = 👤 Caliak sia
button-siapa = 👁 Sia nan mancaliak?
button-terbuka = 🔓 Indak rasio lai
help-identitas = sia palapornyo, jo alasan: /identitas 1042-9 alasan
help-nomor = nomor nan ditulih palapor: /nomor 1042-9
help-setujui = satujui pamintaan sia palapor rasio: /setujui 1042-9
help-larang = tulak pamintaan sia palapor rasio: /larang 1042-9 alasan
help-rahasiakan = jadikan rasio: /rahasiakan 1042-9 alasan
help-terbuka = bukak baliak laporan rasio Sanak: /terbuka 1042-9
help-siapa = sia nan mancaliak data Sanak
