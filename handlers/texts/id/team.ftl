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
team-nobody = Tidak ada rekan bernama “{ $name }” di sini.
team-several = “{ $name }” bisa berarti { $names }. Tulis nama lengkapnya.
team-when = { $day ->
    [today] hari ini { $time }
    [tomorrow] besok { $time }
   *[date] { $date } { $time }
    }
absence-when = Tulis tanggalnya, misalnya: /cuti 1-12 sampai 5-12 ganti Ani
absence-past = Tanggal mulainya sudah lewat.
absence-order = Tanggal akhirnya harus sesudah tanggal mulai, dan paling lama setahun.
absence-not-yours = Hanya kepala yang bisa mencatat cuti orang lain.
absence-self = Orang tidak bisa menggantikan dirinya sendiri.
absence-deputy-away = { $name } juga cuti pada hari-hari itu. Pilih pengganti lain.
absence-deputy = Siapa yang menggantikan { $name }, { $dates }?
absence-nobody = Tanpa pengganti
absence-entered = 🌴 { $name } cuti { $dates }. Pengganti: { $deputy }. Laporan yang masih terbuka pindah kepadanya saat cuti mulai.
absence-entered-alone = 🌴 { $name } cuti { $dates }, tanpa pengganti. Laporan yang masih terbuka dilepas saat cuti mulai.
absence-entered-for-you = 🌴 { $by } mencatat cuti Anda: { $dates }.
absence-stand-in = 🌴 Anda menggantikan { $name }, { $dates }.
absence-told = 🌴 { $name } cuti { $dates }.
absence-handed = 🌴 { $name } cuti mulai hari ini. { $count } laporannya sekarang Anda tangani: { $numbers }
absence-handed-on = 🌴 Selamat berlibur. { $count } laporan Anda sekarang ditangani { $name }: { $numbers }
absence-freed = 🌴 { $name } cuti tanpa pengganti. { $count } laporannya sekarang bebas: { $numbers }
absence-over = 👋 { $name } sudah masuk lagi. { $count } laporannya masih pada Anda: { $numbers }
absence-welcome = 👋 Selamat datang kembali. { $count } laporan Anda masih ditangani { $name }: { $numbers }
absence-give-back = ↩️ Kembalikan semua
absence-returned = 👋 { $name } mengembalikan { $count } laporan kepada Anda: { $numbers }
absence-given-back = ↩️ { $count } laporan dikembalikan kepada { $name }.
absence-nothing-left = Tidak ada lagi laporan { $name } yang perlu dikembalikan.
absence-unknown = Cuti itu tidak ada.
absence-ended = 👋 { $name } sudah masuk lagi. { $count ->
    [0] Tidak ada laporannya pada penggantinya.
   *[other] { $count } laporannya masih pada penggantinya, yang sudah ditanya apakah mau mengembalikannya.
    }
absence-not-away = { $name } tidak tercatat cuti.
absences = <b>Cuti</b>
absences-none = Tidak ada yang cuti.
absence-line = 🌴 { $name }: { $dates } (pengganti: { $deputy })
absence-line-alone = 🌴 { $name }: { $dates } (tanpa pengganti)
absences-how = Catat: /cuti 1-12 sampai 5-12 ganti Ani. Sudah masuk lagi: /cuti selesai
succession-freed = 👤 { $name } tidak bertugas lagi. { $count } laporannya sekarang bebas: { $numbers }
duty = 🛎 <b>Piket { $agency }</b>
duty-on = Sekarang: <b>{ $name }</b> (sampai { $until })
duty-nobody = Sekarang tidak ada yang piket.
duty-week = Tujuh hari ini:
duty-line = { $day }: { $times } { $name }
duty-empty = Belum ada piket untuk { $agency }. Kepala mengaturnya dengan: /piket atur senin 16.00-08.00 Ani
duty-shifts = Semua jadwal:
duty-shift = #{ $id } { $shift } { $name }
duty-when = { $kind ->
    [d0] setiap Senin { $times }
    [d1] setiap Selasa { $times }
    [d2] setiap Rabu { $times }
    [d3] setiap Kamis { $times }
    [d4] setiap Jumat { $times }
    [d5] setiap Sabtu { $times }
    [d6] setiap Minggu { $times }
    [holidays] hari libur { $times }
   *[day] { $date } { $times }
    }
duty-how = Atur: /piket atur senin-jumat 16.00-08.00 Ani, /piket atur libur 08.00-20.00 Budi, /piket atur 24-12 08.00-08.00 Ani. Hapus: /piket hapus 3
duty-missing = Tulis hari, jam dan nama, misalnya: /piket atur senin 16.00-08.00 Ani
duty-set = 🛎 Piket { $name } dicatat:
    { $shifts }
duty-removed = 🛎 Dihapus: { $shift } { $name }
duty-unknown = Tidak ada jadwal piket #{ $id } di sini.
duty-not-yours = Hanya kepala yang mengatur piket dinasnya.
duty-which-agency = Piket dinas mana? Tulis kodenya, misalnya: /piket dpupr
help-cuti = catat cuti dan penggantinya
help-piket = lihat siapa yang piket
hours-closed = 🕗 Kantor { $agency } sedang tutup dan buka { $when }. Laporan Anda dibaca saat itu.
hours-on-duty = 🛎 Kantor { $agency } sedang tutup (buka { $when }), tetapi ini mendesak: petugas piket sudah diberi tahu.
hours-urgent = 🚨 <b>Mendesak</b>: laporan { $number } masuk saat kantor tutup, dan Anda sedang piket.
hours-urgent-added = 🚨 <b>Mendesak</b>: pelapor menambahkan pada { $number } saat kantor tutup, dan Anda sedang piket:
    “{ $text }”
event-released = dilepas petugas
event-assigned = ditugaskan kepada petugas
help-lepas = lepas laporan yang Anda ambil
