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

## The morning's summary
help-ringkasan = ringkasan laporan hari ini; /ringkasan mati bila tidak mau menerimanya tiap pagi
tickets-today = ⏰ Hari ini { $count }
tickets-today-typed = /tiket hari ini
tickets-answered = 💬 Dijawab { $count }
tickets-answered-typed = /tiket dijawab
tickets-resolved = ✅ Belum pasti { $count }
tickets-resolved-typed = /tiket selesai
digest = ☀️ <b>{ $agency }</b>
    { $day }
digest-new = 🆕 { $count } baru sejak hari kerja yang lalu
digest-unclaimed = 📥 { $count } belum diambil
digest-today = ⏰ { $count } tenggatnya hari ini
digest-late = 🔴 { $count } lewat tenggat, yang paling lama:
digest-late-one = {"   "}<b>{ $number }</b> { $details }
digest-answered = 💬 { $count } sudah dijawab pelapor dan menunggu kita
digest-resolved = ✅ { $count } dinyatakan selesai, pelapor belum memastikan
digest-off = <i>Tidak perlu tiap pagi? /ringkasan mati</i>
digest-empty = ☀️ { $agency }: tidak ada yang mendesak.
digest-wanted = Baik, ringkasan datang lagi tiap pagi hari kerja.
digest-unwanted = Baik, ringkasan tidak dikirim lagi ke sini. /ringkasan menampilkannya kapan saja, /ringkasan hidup mengirimnya lagi.
digest-short-new = { $count } baru
digest-short-unclaimed = { $count } belum diambil
digest-short-today = { $count } tenggat hari ini
digest-short-late = { $count } lewat tenggat
digest-short-answered = { $count } sudah dijawab pelapor
digest-short-resolved = { $count } belum dipastikan pelapor
