# Forum topics of complaints in an agency's Telegram group, and who leaves it (min).

topic-title = { $mark ->
    [received] 🆕
    [taken] ✋
    [processing] 🔧
    [waiting] 💬
    [resolved] ☑️
    [closed] ✅
    [rejected] ⛔
   *[other] 🔗
    } { $number } · { $category } · { $status }{ $left }
topic-left = { $late ->
    [yes] { $days ->
        [0] {" "}· 🔴 lewaik tenggat
       *[other] {" "}· 🔴 lewaik { $days } ari
    }
   *[no] { $days ->
        [0] {" "}· ⏰ ari ko
       *[other] {" "}· sisonyo { $days } ari
    }
    }
topic-title-moved = ↪️ { $number } · lah pindah
topic-moved = ↪️ Laporan { $number } kini diuruih di tampek lain. Topik ko ditutuik.
topic-event = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
topic-event-words = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
    { $text }
topics-on = Satiok laporan kini ado topiknyo surang di grup ko. Nan ditulih petugas di dalam topik tu catatan; warga mambaco nan dikirim jo /balas atau tombol Balas sajo. Untuak itu ambo harus jadi admin jo hak “Kelola Topik”. Indak pakai topik: /grup topik mati
topics-off = Laporan kini masuak ka grup ko indak pakai topik. Mahiduikkan baliak: /grup topik hidup
topics-no-forum = Topik di grup ko alun dihiduikkan. Bukak pangaturan grup → Topik, sudah tu tulih /grup topik hidup
topics-lost = ⚠️ Ambo indak bisa lai mangelola topik di grup ko, jadi laporan masuak indak pakai topik. Jadikan ambo admin jo hak “Kelola Topik” (dan hiduikkan Topik di pangaturan grup), sudah tu tulih /grup topik hidup
group-needs-adopting = Grup ko alun manarimo laporan dinas Sanak. Tulih /grup dulu.
topics-which = Tulih /grup topik hidup atau /grup topik mati
leaving-told = 🚪 { $name } lah kalua dari grup { $agency }: haknyo sabagai petugas lah habih. { $count ->
    [0] Indak ado laporan nan dipacik-nyo.
   *[other] { $count } laporan nan dipacik-nyo kini indak ado petugasnyo: { $numbers }
    }
    Kok iko salah, pangelola bisa mangundangnyo baliak.
