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
event-released = dilepas petugas
event-assigned = ditugaskan kepada petugas
help-lepas = lepas laporan yang Anda ambil
