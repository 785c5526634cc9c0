# Lists of complaints, summaries and reports (min).

## The list
tickets = <b>{ $count } laporan tabukak</b>
tickets-filtered = <b>{ $count } laporan</b>: { $filter }
tickets-ended = <b>Sadonyo laporan</b>, nan paliang baru di ateh
tickets-ended-filtered = <b>Laporan, nan paliang baru di ateh</b>: { $filter }
tickets-place = { $head } ({ $first }–{ $last })
tickets-none = Indak ado laporan tabukak. 🎉
tickets-none-filtered = Indak ado laporan jo: { $filter }
tickets-none-here = Alun ado nan cocok di antaro laporan nan labiah baru. Masih ado nan labiah lamo.
tickets-next = Salanjuiknyo →
tickets-previous = ← Sabalunnyo
tickets-mine = 🙋 Punyo ambo { $count }
tickets-mine-typed = /tiket ambo
tickets-unclaimed = 📥 Alun diambiak { $count }
tickets-unclaimed-typed = /tiket bebas
tickets-late = 🔴 Lewaik { $count }
tickets-late-typed = /tiket lewaik
tickets-waiting = ⏸ Mananti { $count }
tickets-waiting-typed = /tiket mananti
tickets-open = 📋 Sadonyo { $count }
tickets-open-typed = /tiket
ticket-line = { $mark } <b>{ $number }</b> { $details }
    { $text }
ticket-due = paliang lambek { $due }
ticket-holder = ✋ { $name }
ticket-supporters = 👥 { $count }

## What a list is narrowed to
filter-mine = punyo ambo
filter-unclaimed = alun diambiak
filter-late = lewaik tenggat
filter-today = tenggat hari ko
filter-answered = lah dijawek palapor
filter-ended = sadonyo
filter-received = baru
filter-taken = lah diambiak
filter-processing = dikarajoan
filter-waiting = mananti palapor
filter-resolved = salasai, mananti palapor
filter-closed = ditutuik
filter-rejected = ditulak
filter-merged = digabuang
filter-complaint = pangaduan
filter-aspiration = aspirasi
filter-information = mintak informasi
filter-area = Kel. { $name }
filter-category = { $name }
filter-agency = OPD { $name }
filter-words = “{ $words }”

## The morning's summary
help-ringkasan = ringkasan laporan hari ko; /ringkasan mati kok indak nio manarimonyo tiok pagi
tickets-today = ⏰ Hari ko { $count }
tickets-today-typed = /tiket hari ko
tickets-answered = 💬 Dijawek { $count }
tickets-answered-typed = /tiket dijawek
tickets-resolved = ✅ Alun pasti { $count }
tickets-resolved-typed = /tiket salasai
digest = ☀️ <b>{ $agency }</b>
    { $day }
digest-new = 🆕 { $count } baru sajak hari karajo nan lalu
digest-unclaimed = 📥 { $count } alun diambiak
digest-today = ⏰ { $count } tenggatnyo hari ko
digest-late = 🔴 { $count } lewaik tenggat, nan paliang lamo:
digest-late-one = {"   "}<b>{ $number }</b> { $details }
digest-answered = 💬 { $count } alah dijawek palapor jo mananti awak
digest-resolved = ✅ { $count } dikatokan salasai, palapor alun mamastian
digest-off = <i>Indak paralu tiok pagi? /ringkasan mati</i>
digest-empty = ☀️ { $agency }: indak ado nan mandasak.
digest-wanted = Elok, ringkasan tibo baliak tiok pagi hari karajo.
digest-unwanted = Elok, ringkasan indak dikirim lai ka siko. /ringkasan mancaliakannyo bilo sajo, /ringkasan iduik mangirimnyo baliak.
digest-short-new = { $count } baru
digest-short-unclaimed = { $count } alun diambiak
digest-short-today = { $count } tenggat hari ko
digest-short-late = { $count } lewaik tenggat
digest-short-answered = { $count } alah dijawek palapor
digest-short-resolved = { $count } alun dipastian palapor

## The report of a week or a month
help-rapor = rapor dinas jo grafik, misalnyo /rapor bulan lalu
report-ordered = 📊 Rapor { $agency } untuak { $span } sadang dibuek, sabanta.
report-short = rapor { $span }
report = 📊 <b>{ $agency }</b> · { $span }
report-answer = Sampai jawek partamo: <b>{ $value } jam karajo</b> (dari { $count } laporan); sabalunnyo { $before }
report-end = Sampai salasai: <b>{ $value } jam karajo</b> (dari { $count } laporan); sabalunnyo { $before }
report-age = Nan masih tabukak ba'umua <b>{ $value } hari karajo</b>, sambilan dari sapuluah paliang lamo { $ninth } (dari { $count }); sabalunnyo { $before }
report-verdicts = Kato palapor: <b>{ $confirmed } lah elok</b>, { $lapsed } indak ado kaba, { $reopened } alun elok (dari { $count }); sabalunnyo { $before } elok
report-kept = Tenggat ditapati: <b>{ $share }</b> (dari { $count }); sabalunnyo { $before }
report-share = { $share } %
report-note = <i>Nilai tangah: saparo laporan labiah capek dari itu. Bukan paringkek.</i>
report-empty = 📊 { $agency } · { $span }: alun ado nan bisa dietong.
chart-trend = Nilai tangah jam karajo
chart-answer = sampai jawek partamo
chart-end = sampai salasai
chart-ages = Umua laporan nan masih tabukak (hari karajo)
chart-verdicts = Kato palapor tantang nan dikatokan salasai
chart-confirmed = lah elok
chart-lapsed = indak ado kaba
chart-reopened = alun elok
chart-now = kali ko
chart-before = sabalunnyo
chart-note = Dietong dalam jam karajo dinas. Nilai tangah: saparo laporan labiah capek dari itu.
