# Deadlines, and questions that stop them (min).

clock-verify = dipareso jo ditarimo
clock-respond = jawek partamo untuak palapor
clock-resolve = panyalasaian
left-days = tingga { $count } hari karajo
left-hours = tingga { $count } jam karajo
left-late-days = talambek { $count } hari karajo
left-late-today = tenggat lewat hari ko
left-waiting = manunggu jawek palapor
card-left = ⏳ { $left }
schedule-met = ✔️ { $clock }: { $at }
schedule-met-late = ✔️ { $clock }: { $at }, talambek
schedule-due = ⏳ { $clock }: paliang lambek { $at }
schedule-late = 🔴 { $clock }: saharusnyo { $at }
schedule-paused = ⏸ { $clock }: baranti sajak { $at }, manunggu palapor
schedule-sp4n = Bateh SP4N-LAPOR!: verifikasi { $verify }, tindak lanjuik { $answer }
deadline-warned = ⏰ Laporan <b>{ $number }</b> alah dakek tenggat: { $clock }, paliang lambek { $due }.
deadline-late = 🔴 Laporan <b>{ $number }</b> lewat tenggat: { $clock }, saharusnyo { $due }.
deadline-head = 🔺 Untuak kapalo { $agency }: laporan <b>{ $number }</b> lewat tenggat: { $clock }, saharusnyo { $due }.
deadline-city = 🔺🔺 { $agency } alun manuntehan laporan <b>{ $number }</b>: { $clock }, saharusnyo { $due }. Kapalo dinas alah diagiah tau.
deadlines-warned = ⏰ <b>{ $count } laporan alah dakek tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}jo { $more } lai
    }.
deadlines-late = 🔴 <b>{ $count } laporan lewat tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}jo { $more } lai
    }.
deadlines-head = 🔺 Untuak kapalo { $agencies }: <b>{ $count } laporan lewat tenggat</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}jo { $more } lai
    }.
deadlines-city = 🔺🔺 <b>{ $count } laporan lewat tenggat</b> di { $agencies }: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}jo { $more } lai
    }. Kapalo dinas alah diagiah tau.
button-overdue = 🔴 Nan talambek
button-tanya = ❓ Tanyo
button-jawab-tanya = 💬 Jawek
notice-asked = ❓ { $agency } batanyo tantang laporan <b>{ $number }</b>:
    { $text }

    Baleh pasan iko atau takan Jawek. Panangananyo manunggu jawek Sanak.
staff-done-asked = ❓ Patanyoan tantang { $number } alah dikirim. Tenggat baranti sampai palapor manjawek.
command-asked = /tanya
help-tanya = tanyoan palapor; tenggat baranti sampai dijawek, misalnyo /tanya 1042-7 Di RT bara?
event-asked = patanyoan patugas
event-warned = tenggat alah dakek, patugas diingekan
event-escalated = tenggat lewat, alah dikabaan
