# Lists of complaints, summaries and reports (id).

## The list
tickets = <b>{ $count } laporan terbuka</b>
tickets-filtered = <b>{ $count } laporan</b>: { $filter }
tickets-ended = <b>Semua laporan</b>, yang terbaru di atas
tickets-ended-filtered = <b>Laporan, yang terbaru di atas</b>: { $filter }
tickets-place = { $head } ({ $first }–{ $last })
tickets-none = Tidak ada laporan terbuka. 🎉
tickets-none-filtered = Tidak ada laporan dengan: { $filter }
tickets-none-here = Belum ada yang cocok di antara laporan yang lebih baru. Masih ada yang lebih lama.
tickets-next = Berikutnya →
tickets-previous = ← Sebelumnya
tickets-mine = 🙋 Milik saya { $count }
tickets-mine-typed = /tiket saya
tickets-unclaimed = 📥 Belum diambil { $count }
tickets-unclaimed-typed = /tiket bebas
tickets-late = 🔴 Lewat { $count }
tickets-late-typed = /tiket lewat
tickets-waiting = ⏸ Menunggu { $count }
tickets-waiting-typed = /tiket menunggu
tickets-open = 📋 Semua { $count }
tickets-open-typed = /tiket
ticket-line = { $mark } <b>{ $number }</b> { $details }
    { $text }
ticket-due = paling lambat { $due }
ticket-holder = ✋ { $name }
ticket-supporters = 👥 { $count }

## What a list is narrowed to
filter-mine = milik saya
filter-unclaimed = belum diambil
filter-late = lewat tenggat
filter-today = tenggat hari ini
filter-answered = sudah dijawab pelapor
filter-ended = termasuk yang sudah berakhir
filter-received = baru
filter-taken = sudah diambil
filter-processing = sedang dikerjakan
filter-waiting = menunggu pelapor
filter-resolved = selesai, menunggu pelapor
filter-closed = ditutup
filter-rejected = ditolak
filter-merged = digabung
filter-complaint = pengaduan
filter-aspiration = aspirasi
filter-information = permintaan informasi
filter-area = Kel. { $name }
filter-category = { $name }
filter-agency = OPD { $name }
filter-words = “{ $words }”
