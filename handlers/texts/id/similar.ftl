# The same trouble reported twice: support, merge, part, link (id).

complaint-similar = { $mine ->
    [yes] Anda sendiri sudah melaporkan hal yang sama: <b>{ $number }</b>
   *[no] { $count ->
        [1] Seorang warga sudah melaporkan hal yang sama: <b>{ $number }</b>
       *[other] { $count } warga sudah melaporkan hal yang sama: <b>{ $number }</b>
        }
    }
    { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }, { $days ->
        [0] hari ini
        [1] kemarin
       *[other] { $days } hari lalu
    }.
    { $mine ->
    [yes] Tambahkan saja ke laporan itu?
   *[no] Dukung saja? Laporan yang didukung banyak warga lebih kuat, dan Anda ikut menerima kabarnya.
    }
similar-support = 👍 Ya, dukung
similar-add = ➕ Ya, tambahkan
similar-other = Tidak, ini lain
support-done = { $count ->
    [1] 👍 Terima kasih! Anda mendukung laporan <b>{ $number }</b>. Setiap kabarnya kami kirim juga kepada Anda.
   *[other] 👍 Terima kasih! Laporan <b>{ $number }</b> sekarang didukung { $count } warga. Setiap kabarnya kami kirim juga kepada Anda.
    }
support-more = 👍 Sudah ditambahkan ke laporan <b>{ $number }</b> yang Anda dukung.
support-ended = 👍 Dukungan Anda dicatat, tetapi laporan <b>{ $number }</b> sudah ditutup. Kalau masalahnya masih ada, buat laporan baru: /lapor
support-which = Laporan mana yang Anda dukung? Tulis nomornya, misalnya: /dukung 1042-9
support-left = Anda tidak lagi menerima kabar laporan { $number }.
support-not-following = Anda tidak sedang mengikuti laporan itu.
supporters = { $count ->
    [1] 👥 Didukung 1 warga lain
   *[other] 👥 Didukung { $count } warga lain
    }
status-supported = <b>Laporan warga lain yang Anda dukung:</b>
followed = 👥 Laporan <b>{ $number }</b> ({ $category }) yang Anda ikuti: { $what }
event-supported = didukung warga lain
help-dukung = dukung laporan warga lain
button-dukung = 👍 Saya juga
button-berhentiikut = Berhenti mengikuti
card-supporters = { $new ->
    [0] 👥 Tambahan dari pendukung <b>{ $number }</b> (didukung { $count } warga)
    [1] 👥 1 warga lagi mendukung <b>{ $number }</b> (semuanya { $count })
   *[other] 👥 { $new } warga lagi mendukung <b>{ $number }</b> (semuanya { $count })
    }
card-similar = 🔗 Mirip: { $numbers }
card-merged-into = 🔗 Digabung ke { $into }
card-merged-here = 🔗 Digabung ke sini: { $numbers }
card-linked = 🔗 Terkait: { $numbers }
button-gabung = 🔗 Gabung ke { $into }
event-merged = digabung dengan laporan lain
event-unmerged = dipisahkan lagi dari laporan lain
event-split = sebagian menjadi laporan sendiri
event-linked = dikaitkan dengan laporan lain
event-merged-here = laporan lain digabung ke sini
event-parted-here = laporan lain dipisahkan dari sini
notice-merged = Laporan <b>{ $number }</b> digabung dengan laporan <b>{ $text }</b> karena tentang hal yang sama. Kabar { $text } kami kirim juga ke sini; yang Anda tulis tentang { $number } tetap kami baca.
notice-unmerged = Laporan <b>{ $number }</b> kembali berdiri sendiri, terpisah dari { $text }.
notice-split = Laporan <b>{ $number }</b> menyangkut dua hal. Sebagiannya kami jadikan laporan sendiri: <b>{ $text }</b>. Keduanya ditangani dan kabarnya kami kirim ke sini.
merge-which = Tulis dua nomor laporan, misalnya: /gabung 1042-9 1040-2 atau /kait 1042-9 1040-2
merge-same = Itu laporan yang sama: { $number }.
merge-already = Laporan { $number } sudah digabung ke { $into }. Pakai { $into }, atau pisahkan dulu: /pisah { $number }
merge-secret = { $number } dan { $other } tidak bisa digabung atau dikaitkan: laporan rahasia berdiri sendiri.
merge-not-merged = Laporan { $number } tidak sedang digabung.
merge-done = 🔗 { $number } digabung ke { $into }. Pelapornya diberi tahu dan ikut menerima kabar { $into } ({ $count } pendukung).
merge-undone = { $number } berdiri sendiri lagi, terpisah dari { $into }.
split-what = Bagian mana dari { $number } yang menjadi laporan sendiri? Tulis isinya:
split-category = Bagian itu tentang apa?
split-category-all = Pilih yang paling cocok:
split-done = ✂️ Dari { $number } dibuat laporan { $part } untuk { $agency }. Pelapor sudah diberi tahu.
link-made = 🔗 { $number } dan { $other } dikaitkan.
link-there = { $number } dan { $other } memang sudah terkait.
help-gabung = gabungkan laporan ke laporan lain
help-pisah = pisahkan lagi yang sudah digabung
help-pecah = jadikan sebagian laporan sendiri
help-kait = kaitkan dua laporan
button-pisah = ↩️ Pisahkan lagi
recurring = 🔁 <b>Masalah berulang: { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }</b>
    { $count } laporan di tempat yang sama dalam { $days } hari:
recurring-line = • { $number } · { $status } ({ $at })
recurring-master = Saran: jadikan { $number } laporan induk dan gabungkan { $count } yang masih terbuka ke sana, lalu tangani penyebabnya.
button-gabung-ini = 🔗 { $number } ke { $into }
