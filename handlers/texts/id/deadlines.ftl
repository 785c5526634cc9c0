# Deadlines, and questions that stop them (id).

clock-verify = diperiksa dan diterima
clock-respond = jawaban pertama untuk pelapor
clock-resolve = penyelesaian
left-days = sisa { $count } hari kerja
left-hours = sisa { $count } jam kerja
left-late-days = terlambat { $count } hari kerja
left-late-today = tenggat lewat hari ini
left-waiting = menunggu jawaban pelapor
card-left = ⏳ { $left }
schedule-met = ✔️ { $clock }: { $at }
schedule-met-late = ✔️ { $clock }: { $at }, terlambat
schedule-due = ⏳ { $clock }: paling lambat { $at }
schedule-late = 🔴 { $clock }: seharusnya { $at }
schedule-paused = ⏸ { $clock }: berhenti sejak { $at }, menunggu pelapor
schedule-sp4n = Batas SP4N-LAPOR!: verifikasi { $verify }, tindak lanjut { $answer }
deadline-warned = ⏰ Laporan <b>{ $number }</b> mendekati tenggat: { $clock }, paling lambat { $due }.
deadline-late = 🔴 Laporan <b>{ $number }</b> lewat tenggat: { $clock }, seharusnya { $due }.
deadline-head = 🔺 Untuk kepala { $agency }: laporan <b>{ $number }</b> lewat tenggat: { $clock }, seharusnya { $due }.
deadline-city = 🔺🔺 { $agency } belum menuntaskan laporan <b>{ $number }</b>: { $clock }, seharusnya { $due }. Kepala dinas sudah diberi tahu.
deadlines-warned = ⏰ <b>{ $count } laporan mendekati tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}dan { $more } lagi
    }.
deadlines-late = 🔴 <b>{ $count } laporan lewat tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}dan { $more } lagi
    }.
deadlines-head = 🔺 Untuk kepala { $agencies }: <b>{ $count } laporan lewat tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}dan { $more } lagi
    }.
deadlines-city = 🔺🔺 <b>{ $count } laporan lewat tenggat</b> di { $agencies }: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}dan { $more } lagi
    }. Kepala dinas sudah diberi tahu.
button-overdue = 🔴 Yang terlambat
button-tanya = ❓ Tanya
button-jawab-tanya = 💬 Jawab
notice-asked = ❓ { $agency } bertanya tentang laporan <b>{ $number }</b>:
    { $text }

    Balas pesan ini atau tekan Jawab. Penanganan menunggu jawaban Anda.
staff-done-asked = ❓ Pertanyaan tentang { $number } sudah dikirim. Tenggat berhenti sampai pelapor menjawab.
command-asked = /tanya
help-tanya = tanya pelapor; tenggat berhenti sampai dijawab, misalnya /tanya 1042-7 Di RT berapa?
event-asked = pertanyaan petugas
event-warned = tenggat mendekat, petugas diingatkan
event-escalated = tenggat lewat, sudah diberitahukan
