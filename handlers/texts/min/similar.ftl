# The same trouble reported twice: support, merge, part, link (min).

complaint-similar = { $mine ->
    [yes] Sanak surang alah malaporan hal nan samo: <b>{ $number }</b>
   *[no] { $count ->
        [1] Surang warga alah malaporan hal nan samo: <b>{ $number }</b>
       *[other] { $count } warga alah malaporan hal nan samo: <b>{ $number }</b>
        }
    }
    { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }, { $days ->
        [0] hari ko
        [1] kapatang
       *[other] { $days } hari nan lalu
    }.
    { $mine ->
    [yes] Tambahan se ka laporan tu?
   *[no] Dukuang se? Laporan nan didukuang banyak warga labiah kuaik, jo Sanak ikuik manarimo kabanyo.
    }
similar-support = 👍 Iyo, dukuang
similar-add = ➕ Iyo, tambahan
similar-other = Indak, iko lain
support-done = { $count ->
    [1] 👍 Tarimo kasih! Sanak mandukuang laporan <b>{ $number }</b>. Satiok kabanyo kami kirim pulo ka Sanak.
   *[other] 👍 Tarimo kasih! Laporan <b>{ $number }</b> kini didukuang { $count } warga. Satiok kabanyo kami kirim pulo ka Sanak.
    }
support-more = 👍 Alah ditambahan ka laporan <b>{ $number }</b> nan Sanak dukuang.
support-ended = 👍 Dukuangan Sanak dicatat, tapi laporan <b>{ $number }</b> alah ditutuik. Kok masalahnyo masih ado, buek laporan baru: /lapor
support-which = Laporan ma nan Sanak dukuang? Tulih nomornyo, misalnyo: /dukung 1042-9
support-left = Sanak indak manarimo kaba laporan { $number } lai.
support-not-following = Sanak indak sadang maikuti laporan tu.
supporters = { $count ->
    [1] 👥 Didukuang 1 warga lain
   *[other] 👥 Didukuang { $count } warga lain
    }
status-supported = <b>Laporan warga lain nan Sanak dukuang:</b>
followed = 👥 Laporan <b>{ $number }</b> ({ $category }) nan Sanak ikuti: { $what }
event-supported = didukuang warga lain
help-dukung = dukuang laporan warga lain
button-dukung = 👍 Ambo juo
button-berhentiikut = Baranti maikuti
card-supporters = { $new ->
    [0] 👥 Tambahan dari pandukuang <b>{ $number }</b> (didukuang { $count } warga)
    [1] 👥 1 warga lai mandukuang <b>{ $number }</b> (sadonyo { $count })
   *[other] 👥 { $new } warga lai mandukuang <b>{ $number }</b> (sadonyo { $count })
    }
card-similar = 🔗 Sarupo: { $numbers }
card-merged-into = 🔗 Digabuang ka { $into }
card-merged-here = 🔗 Digabuang ka siko: { $numbers }
card-linked = 🔗 Takaik: { $numbers }
button-gabung = 🔗 Gabuang ka { $into }
event-merged = digabuang jo laporan lain
event-unmerged = dipisahan baliak dari laporan lain
event-split = sabagian manjadi laporan surang
event-linked = dikaikkan jo laporan lain
event-merged-here = laporan lain digabuang ka siko
event-parted-here = laporan lain dipisahan dari siko
notice-merged = Laporan <b>{ $number }</b> digabuang jo laporan <b>{ $text }</b> dek tantang hal nan samo. Kaba { $text } kami kirim pulo ka siko; nan Sanak tulih tantang { $number } tatap kami baco.
notice-unmerged = Laporan <b>{ $number }</b> baliak tagak surang, tapisah dari { $text }.
notice-split = Laporan <b>{ $number }</b> manyangkuik duo hal. Sabagiannyo kami jadian laporan surang: <b>{ $text }</b>. Kaduonyo diuruih jo kabanyo kami kirim ka siko.
merge-which = Tulih duo nomor laporan, misalnyo: /gabung 1042-9 1040-2 atau /kait 1042-9 1040-2
merge-same = Itu laporan nan samo: { $number }.
merge-already = Laporan { $number } alah digabuang ka { $into }. Pakai { $into }, atau pisahan dulu: /pisah { $number }
merge-secret = { $number } jo { $other } indak bisa digabuang atau dikaikkan: laporan rahasio tagak surang.
merge-not-merged = Laporan { $number } indak sadang digabuang.
merge-done = 🔗 { $number } digabuang ka { $into }. Palapornyo diagiah tau jo ikuik manarimo kaba { $into } ({ $count } pandukuang).
merge-undone = { $number } tagak surang baliak, tapisah dari { $into }.
split-what = Bagian ma dari { $number } nan manjadi laporan surang? Tulih isinyo:
split-category = Bagian tu tantang apo?
split-category-all = Piliah nan paliang cocok:
split-done = ✂️ Dari { $number } dibuek laporan { $part } untuak { $agency }. Palapor alah diagiah tau.
link-made = 🔗 { $number } jo { $other } dikaikkan.
link-there = { $number } jo { $other } memang alah takaik.
help-gabung = gabuangan laporan ka laporan lain
help-pisah = pisahan baliak nan alah digabuang
help-pecah = jadian sabagian laporan surang
help-kait = kaikkan duo laporan
button-pisah = ↩️ Pisahan baliak
recurring = 🔁 <b>Masalah baulang: { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }</b>
    { $count } laporan di tampek nan samo dalam { $days } hari:
recurring-line = • { $number } · { $status } ({ $at })
recurring-master = Saran: jadian { $number } laporan induak jo gabuangan { $count } nan masih tabukak ka sinan, sudah tu uruih panyababnyo.
button-gabung-ini = 🔗 { $number } ka { $into }
