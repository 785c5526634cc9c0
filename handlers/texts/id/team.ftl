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
assign-whom = Laporan { $number } ditugaskan kepada siapa?
assign-unknown = Tidak ada rekan bernama “{ $name }” di sini. Laporan { $number } ditugaskan kepada siapa?
assign-option = { $name } ({ $count })
assign-option-away = { $name } ({ $count }, cuti)
assign-which = Siapa yang Anda maksud untuk { $number }?
assign-away = { $name } cuti sampai { $until }. Laporan { $number } ditugaskan kepada siapa?
assign-deputy = { $name } (pengganti)
assign-still = Tetap { $name }
assign-nobody = Batal
assign-not-yours = Laporan { $number } belum Anda ambil. Hanya pemegangnya atau kepala yang bisa menugaskannya.
assign-already = Laporan { $number } sudah ditangani { $name }.
assign-gone = Orang itu sudah tidak bertugas di sini.
assign-done = 👉 { $number } ditugaskan kepada { $name }, yang sudah diberi tahu.
assign-done-unreached = 👉 { $number } ditugaskan kepada { $name }, tetapi pesan kepadanya tidak bisa dikirim.
assign-taken = 👉 { $by } menugaskan { $number } kepada { $name }; Anda tidak menanganinya lagi.
assign-yours = 👉 { $by } menugaskan laporan { $number } kepada Anda.
assign-yours-note = 👉 { $by } menugaskan laporan { $number } kepada Anda:
    “{ $text }”
team-mentioned = 📣 { $name } menyebut Anda pada laporan { $number }:
    “{ $text }”
mention-unknown = Tidak ada rekan bernama “{ $name }” di sini, jadi tidak ada yang diberi tahu. Catatan tetap disimpan.
mention-several = “{ $name }” bisa berarti { $names }. Sebut nama lengkapnya supaya orangnya diberi tahu.
help-tugas = tugaskan laporan kepada rekan
event-released = dilepas petugas
event-assigned = ditugaskan kepada petugas
help-lepas = lepas laporan yang Anda ambil
