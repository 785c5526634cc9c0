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
