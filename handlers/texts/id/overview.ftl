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

## The report of a week or a month
help-rapor = rapor dinas dengan grafik, misalnya /rapor bulan lalu
report-ordered = 📊 Rapor { $agency } untuk { $span } sedang dibuat, sebentar.
report-short = rapor { $span }
report = 📊 <b>{ $agency }</b> · { $span }
report-answer = Sampai jawaban pertama: <b>{ $value } jam kerja</b> (dari { $count } laporan); sebelumnya { $before }
report-end = Sampai selesai: <b>{ $value } jam kerja</b> (dari { $count } laporan); sebelumnya { $before }
report-age = Yang masih terbuka berumur <b>{ $value } hari kerja</b>, sembilan dari sepuluh paling lama { $ninth } (dari { $count }); sebelumnya { $before }
report-verdicts = Kata pelapor: <b>{ $confirmed } sudah beres</b>, { $lapsed } tanpa kabar, { $reopened } belum beres (dari { $count }); sebelumnya { $before } beres
report-kept = Tenggat ditepati: <b>{ $share }</b> (dari { $count }); sebelumnya { $before }
report-share = { $share } %
report-note = <i>Nilai tengah: separuh laporan lebih cepat dari itu. Bukan peringkat.</i>
report-empty = 📊 { $agency } · { $span }: belum ada yang bisa dihitung.
chart-trend = Nilai tengah jam kerja
chart-answer = sampai jawaban pertama
chart-end = sampai selesai
chart-ages = Umur laporan yang masih terbuka (hari kerja)
chart-verdicts = Kata pelapor tentang yang dinyatakan selesai
chart-confirmed = sudah beres
chart-lapsed = tanpa kabar
chart-reopened = belum beres
chart-now = kali ini
chart-before = sebelumnya
chart-note = Dihitung dalam jam kerja dinas. Nilai tengah: separuh laporan lebih cepat dari itu.
