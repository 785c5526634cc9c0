# The service catalogue and the offices, when they are open, links and codes that lead there (min).

help-layanan = layanan kota: syaraik, biayo, lamonyo; misalnyo /layanan ktp hilang
help-kantor = kantua: alamaik, telepon, jam bukak; misalnyo /kantua disdukcapil
services-agencies = <b>Layanan { $city }</b>
    Piliah dinasnyo, atau tulih nan dicari, misalnyo /layanan akta lahia
services-here = <b>Layanan di { $name }</b>
services-here-none = Layanan di { $name } alun ado dalam daftar kami. Tulih se apo nan ka ditanyo, beko kami jawek atau kami taruihan.
services-found = Layanan nan cocok jo “{ $words }”:
services-found-none = Layanan “{ $words }” indak basuo di kami. Cubo kato lain, caliak daftarnyo, atau tulih se apo nan ka ditanyo.
services-more = ➡️ Salanjuiknyo
services-back = ⬅️ Sabalunnyo
services-all = 📚 Sado layanan
services-draft = ⏳
services-draft-means = ⏳ alun dipastian dek dinasnyo
service-title = <b>{ $name }</b>
    🏛 { $agency }
service-draft = ⏳ Syaraik, biayo jo lamonyo layanan ko alun dipastian dek dinasnyo, jadi alun kami tampakan. Silakan tanyoan ka { $ask }.
service-ask = Nan alun kami tau, silakan tanyoan ka { $ask }.
service-ask-phone = { $name } (telepon { $phone })
service-bring = 📋 <b>Nan paralu disiapan</b>
service-bring-nothing = 📋 Indak ado surek nan paralu disiapan.
service-bring-unknown = 📋 Syaraiknyo alun kami tau.
service-steps = 🪜 <b>Langkahnyo</b>
service-steps-unknown = 🪜 Langkahnyo alun kami tau.
service-fee = 💰 Biayo: { $fee }
service-fee-unknown = 💰 Biayonyo alun kami tau.
service-time = ⏱ Lamonyo: { $time }
service-time-unknown = ⏱ Bara lamonyo alun kami tau.
service-office = 🏢 { $name }{ $sure ->
    [no] {" "}(jam bukaknyo alun dipastian)
   *[yes] : { $now }
    }
service-law = ⚖️ Dasarnyo: { $law }
service-question = ❓ Tanyo soal ko
service-to-office = 🏢 Kantua jo jam bukak
service-others = 📚 Layanan lain dinas ko
aspect-title = <b>{ $name }</b>
aspect-whole = 📋 Caliak langkoknyo
aspect-no-office = Kantua untuak layanan ko alun ado dalam daftar kami. Silakan tanyoan ka { $agency }.
offices-all = <b>Kantua { $city }</b>
    Piliah, atau tulih nan dicari, misalnyo /kantua lurah ganting
offices-found = Kantua nan cocok jo “{ $words }”:
offices-found-none = Kantua “{ $words }” indak ado dalam daftar kami. Cubo kato lain, caliak daftarnyo, atau tulih se apo nan ka ditanyo.
offices-which = Kantua nan ma?
offices-list = 🏢 Sado kantua
office-title = <b>{ $name }</b>
office-agency = 🏛 { $agency }
office-now = 🕒 { $sure ->
    [no] { $now }, manuruik jam karajo nan umum
   *[yes] { $now }
    }
office-address = 📍 { $address }
office-map = 🗺 Peta: { $link }
office-phone = ☎️ { $phone }
office-draft = ⏳ Alamaik jo telepon kantua ko alun dipastian, jadi alun kami tampakan. Tulih se apo nan ka ditanyo di siko, beko kami taruihan ka { $agency }.
office-unknown = { $what ->
    [both] Alamaik jo telepon
    [phone] Nomor telepon
   *[address] Alamaik
    } kantua ko alun kami tau. Tulih se apo nan ka ditanyo di siko, beko kami taruihan ka { $agency }.
office-hours = <b>Jam palayanan 7 hari ka muko</b>
office-services = 📋 Layanan di siko
office-others = 🏢 Kantua lain
opening-open = Kini sadang bukak, tutuik { $time }
opening-open-pause = Kini sadang bukak, tutuik { $time } (rehat { $from }–{ $to })
opening-open-late = Kini sadang bukak, sampai tangah malam
opening-always = Bukak 24 jam satiok hari
opening-closed = Kini tutuik, bukak { $day ->
    [today] hari ko
    [tomorrow] bisuak
   *[weekday] { $name }
    } { $time }
opening-line = { $days }: { $times }
opening-none = tutuik
opening-whole-day = 24 jam
opening-season = 🌙 Iko jam { $season ->
    [ramadan] bulan Ramadan
   *[other] maso khusus
    }.
opening-holiday = 📅 { $date }: tutuik (libur)
opening-draft = ⏳ Jam ko manuruik jam karajo nan umum, alun dipastian dek kantuanyo. Kok tibo dari jauah, elok dipastian dulu.
link-gone = Tautan atau kode tu indak balaku lai. Silakan piliah, atau tulih se apo nan ka ditanyo.
poster-what = Layanan jo informasi
poster-scan = Pindai kode ko jo kamera HP{ $channel ->
    [telegram] , sudah tu takan Mulai di Telegram
    [whatsapp] , sudah tu kirim pasan nan alah tatulih di WhatsApp
   *[web] ; ota jo kota langsuang tabukak
    }. Tanyo atau lapor bilo sajo.
inline-ask = 💬 Tanyo atau lapor langsuang ka bot
inline-emergency = 🚨 Darurat? Telepon { $numbers }
inline-by = <i>Dari layanan { $city }.</i>
inline-open = 💬 Bukak di bot
