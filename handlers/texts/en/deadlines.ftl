# Deadlines, and questions that stop them (en).

clock-verify = checked and accepted
clock-respond = first answer to the citizen
clock-resolve = settled
left-days = { $count ->
    [one] 1 working day left
   *[other] { $count } working days left
    }
left-hours = { $count ->
    [one] 1 working hour left
   *[other] { $count } working hours left
    }
left-late-days = { $count ->
    [one] 1 working day late
   *[other] { $count } working days late
    }
left-late-today = late since today
left-waiting = waiting for the citizen
card-left = ⏳ { $left }
schedule-met = ✔️ { $clock }: { $at }
schedule-met-late = ✔️ { $clock }: { $at }, late
schedule-due = ⏳ { $clock }: by { $at }
schedule-late = 🔴 { $clock }: was due { $at }
schedule-paused = ⏸ { $clock }: stopped since { $at }, waiting for the citizen
schedule-sp4n = Limits of SP4N-LAPOR!: verification { $verify }, follow-up { $answer }
deadline-warned = ⏰ Report <b>{ $number }</b> is near its deadline: { $clock }, by { $due }.
deadline-late = 🔴 Report <b>{ $number }</b> is late: { $clock }, was due { $due }.
deadline-head = 🔺 For the head of { $agency }: report <b>{ $number }</b> is late: { $clock }, was due { $due }.
deadline-city = 🔺🔺 { $agency } has not finished with report <b>{ $number }</b>: { $clock }, was due { $due }. Its head has been told.
deadlines-warned = ⏰ <b>{ $count } reports are near their deadlines</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }.
deadlines-late = 🔴 <b>{ $count } reports are late</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }.
deadlines-head = 🔺 For the head of { $agencies }: <b>{ $count } reports are late</b>: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }.
deadlines-city = 🔺🔺 <b>{ $count } reports are late</b> at { $agencies }: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }. The heads have been told.
button-overdue = 🔴 Those late
button-tanya = ❓ Ask
button-jawab-tanya = 💬 Answer
notice-asked = ❓ { $agency } asks about report <b>{ $number }</b>:
    { $text }

    Reply to this message or press Answer. Work on it waits for what you say.
staff-done-asked = ❓ Your question about { $number } is on its way. Deadlines stand still until the citizen answers.
command-asked = /tanya
help-tanya = ask the citizen; deadlines stand still until they answer, e.g. /tanya 1042-7 Which house?
event-asked = question from staff
event-warned = deadline near, staff reminded
event-escalated = deadline passed, reported further
