# Forum topics of complaints in an agency's Telegram group, and who leaves it (id).

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
        [0] {" "}· 🔴 lewat tenggat
       *[other] {" "}· 🔴 lewat { $days } hari
    }
   *[no] { $days ->
        [0] {" "}· ⏰ hari ini
       *[other] {" "}· sisa { $days } hari
    }
    }
topic-title-moved = ↪️ { $number } · dipindahkan
topic-moved = ↪️ Laporan { $number } sekarang ditangani di tempat lain. Topik ini ditutup.
topic-event = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
topic-event-words = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
    { $text }
topics-on = Setiap laporan kini punya topiknya sendiri di grup ini. Yang ditulis petugas di dalam topik adalah catatan; warga hanya membaca yang dikirim dengan /balas atau tombol Balas. Untuk itu saya harus menjadi admin dengan hak “Kelola Topik”. Tanpa topik: /grup topik mati
topics-off = Laporan kini masuk ke grup ini tanpa topik. Menghidupkan lagi: /grup topik hidup
topics-no-forum = Topik di grup ini belum dinyalakan. Buka pengaturan grup → Topik, lalu tulis /grup topik hidup
topics-lost = ⚠️ Saya tidak bisa lagi mengelola topik di grup ini, jadi laporan masuk tanpa topik. Jadikan saya admin dengan hak “Kelola Topik” (dan nyalakan Topik di pengaturan grup), lalu tulis /grup topik hidup
group-needs-adopting = Grup ini belum menerima laporan dinas Anda. Tulis /grup dulu.
topics-which = Tulis /grup topik hidup atau /grup topik mati
leaving-told = 🚪 { $name } keluar dari grup { $agency }: haknya sebagai petugas berakhir. { $count ->
    [0] Tidak ada laporan yang ia pegang.
   *[other] { $count } laporan yang ia pegang kini tanpa petugas: { $numbers }
    }
    Kalau ini keliru, pengelola dapat mengundangnya lagi.
