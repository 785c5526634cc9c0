# How colleagues work together (id).

team-ago = { $unit ->
    [now] baru saja
    [minutes] { $count } menit lalu
    [hours] { $count } jam lalu
   *[days] { $count } hari lalu
    }
team-held = Laporan { $number } sudah diambil { $name } ({ team-ago }).
team-yours = Laporan { $number } sudah Anda tangani.
team-overtaken = { $name } mengambil alih laporan { $number } dari Anda.
team-not-held = Laporan { $number } belum diambil siapa pun.
team-not-yours = Laporan { $number } ditangani { $name }, bukan Anda.
team-released = ↩️ Laporan { $number } Anda lepas. Rekan lain bisa mengambilnya.
team-taken-away = { $name } melepas laporan { $number } dari Anda.
team-free = ↩️ { $number } belum ada yang menangani lagi.
team-lapsed = ⌛ Laporan { $number } Anda ambil, tetapi { $minutes } menit tidak ada kegiatan, jadi sekarang bebas lagi.
team-again = ✋ Ambil lagi
team-crossed = Belum dikirim: ada kabar baru pada { $number } yang belum Anda lihat. Buka dulu: /lihat { $number }
team-held-back = ⚠️ <b>Belum dikirim.</b> Ini terjadi pada { $number } sejak Anda terakhir melihatnya:
team-news = ⚠️ Ini terjadi pada { $number } sejak Anda terakhir melihatnya:
team-news-staff = 💬 { $name } ({ team-ago }), { $what }: “{ $text }”
team-news-citizen = ➕ Pelapor ({ team-ago }), { $what }: “{ $text }”
team-writing = ✍️ { $name } sedang menulis balasan ({ team-ago }).
team-looking = 👀 { $name } sedang membuka laporan ini ({ team-ago }).
team-anyway = Tetap kirim tulisan Anda untuk { $number }?
    “{ $text }”
team-anyway-yes = Tetap kirim
team-anyway-no = Batal
event-released = dilepas petugas
event-assigned = ditugaskan kepada petugas
help-lepas = lepas laporan yang Anda ambil
