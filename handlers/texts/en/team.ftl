# How colleagues work together (en).

team-ago = { $unit ->
    [now] just now
    [minutes] { $count } min ago
    [hours] { $count } h ago
   *[days] { $count } d ago
    }
team-held = Report { $number } has been taken on by { $name } ({ team-ago }).
team-yours = Report { $number } is yours already.
team-overtaken = { $name } has taken report { $number } over from you.
team-not-held = Nobody has taken report { $number } on.
team-not-yours = Report { $number } is with { $name }, not with you.
team-released = ↩️ You have given report { $number } back. Colleagues can take it on.
team-taken-away = { $name } has taken report { $number } off you.
team-free = ↩️ Nobody looks after { $number } any more.
team-lapsed = ⌛ You took report { $number } on, but nothing was done for { $minutes } minutes, so it is free again.
team-again = ✋ Take it again
team-crossed = Not sent: there is news on { $number } that you have not seen. Open it first: /lihat { $number }
team-held-back = ⚠️ <b>Not sent yet.</b> This happened to { $number } since you last saw it:
team-news = ⚠️ This happened to { $number } since you last saw it:
team-news-staff = 💬 { $name } ({ team-ago }), { $what }: “{ $text }”
team-news-citizen = ➕ Citizen ({ team-ago }), { $what }: “{ $text }”
team-writing = ✍️ { $name } is writing an answer ({ team-ago }).
team-looking = 👀 { $name } has this report open ({ team-ago }).
team-anyway = Send what you wrote for { $number } all the same?
    “{ $text }”
team-anyway-yes = Send all the same
team-anyway-no = Cancel
assign-whom = Who is report { $number } to be given to?
assign-unknown = There is no colleague called “{ $name }” here. Who is report { $number } to be given to?
assign-option = { $name } ({ $count })
assign-option-away = { $name } ({ $count }, away)
assign-which = Whom do you mean for { $number }?
assign-away = { $name } is away until { $until }. Who is report { $number } to be given to?
assign-deputy = { $name } (deputy)
assign-still = { $name } all the same
assign-nobody = Cancel
assign-not-yours = You have not taken report { $number } on. Only whoever has it, or the head, can give it to somebody.
assign-already = Report { $number } is with { $name } already.
assign-gone = That person does not work here any more.
assign-done = 👉 { $number } has been given to { $name }, who has been told.
assign-done-unreached = 👉 { $number } has been given to { $name }, but cannot be told.
assign-taken = 👉 { $by } has given { $number } to { $name }; it is not yours any more.
assign-yours = 👉 { $by } has given you report { $number }.
assign-yours-note = 👉 { $by } has given you report { $number }:
    “{ $text }”
team-mentioned = 📣 { $name } mentions you in report { $number }:
    “{ $text }”
mention-unknown = There is no colleague called “{ $name }” here, so nobody was told. The note is kept all the same.
mention-several = “{ $name }” may be { $names }. Give the whole name so that they are told.
help-tugas = give a report to a colleague
team-nobody = There is no colleague called “{ $name }” here.
team-several = “{ $name }” may be { $names }. Give the whole name.
team-when = { $day ->
    [today] today { $time }
    [tomorrow] tomorrow { $time }
   *[date] { $date } { $time }
    }
absence-when = Give the dates, for example: /leave 1-12 to 5-12 deputy Ani
absence-past = The first day is over already.
absence-order = The last day must come after the first, and within a year.
absence-not-yours = Only a head can enter when others are away.
absence-self = Nobody can stand in for themselves.
absence-deputy-away = { $name } is away on those days too. Choose another deputy.
absence-deputy = Who stands in for { $name }, { $dates }?
absence-nobody = Nobody
absence-entered = 🌴 { $name } is away { $dates }. Deputy: { $deputy }, who gets what is still open when it begins.
absence-entered-alone = 🌴 { $name } is away { $dates }, without a deputy. What is still open is given back when it begins.
absence-entered-for-you = 🌴 { $by } has entered that you are away: { $dates }.
absence-stand-in = 🌴 You stand in for { $name }, { $dates }.
absence-told = 🌴 { $name } is away { $dates }.
absence-handed = 🌴 { $name } is away from today. { $count } of their reports are yours now: { $numbers }
absence-handed-on = 🌴 Have a good rest. { $count } of your reports are with { $name } now: { $numbers }
absence-freed = 🌴 { $name } is away without a deputy. { $count } of their reports are free now: { $numbers }
absence-over = 👋 { $name } is back. You still have { $count } of their reports: { $numbers }
absence-welcome = 👋 Welcome back. { $count } of your reports are still with { $name }: { $numbers }
absence-give-back = ↩️ Give all back
absence-returned = 👋 { $name } has given { $count } reports back to you: { $numbers }
absence-given-back = ↩️ { $count } reports given back to { $name }.
absence-nothing-left = There is nothing of { $name }'s left to give back.
absence-unknown = There is no such absence.
absence-ended = 👋 { $name } is back. { $count ->
    [0] The deputy has none of their reports.
   *[other] The deputy still has { $count } of their reports and has been asked whether to give them back.
    }
absence-not-away = { $name } is not entered as away.
absences = <b>Away</b>
absences-none = Nobody is away.
absence-line = 🌴 { $name }: { $dates } (deputy: { $deputy })
absence-line-alone = 🌴 { $name }: { $dates } (no deputy)
absences-how = Enter: /leave 1-12 to 5-12 deputy Ani. Back again: /leave end
succession-freed = 👤 { $name } does not work here any more. { $count } of their reports are free now: { $numbers }
duty = 🛎 <b>On duty for { $agency }</b>
duty-on = Now: <b>{ $name }</b> (until { $until })
duty-nobody = Nobody is on duty now.
duty-week = These seven days:
duty-line = { $day }: { $times } { $name }
duty-empty = { $agency } has no duty roster yet. The head makes it with: /duty set monday 16:00-08:00 Ani
duty-shifts = All shifts:
duty-shift = #{ $id } { $shift } { $name }
duty-when = { $kind ->
    [d0] Mondays { $times }
    [d1] Tuesdays { $times }
    [d2] Wednesdays { $times }
    [d3] Thursdays { $times }
    [d4] Fridays { $times }
    [d5] Saturdays { $times }
    [d6] Sundays { $times }
    [holidays] holidays { $times }
   *[day] { $date } { $times }
    }
duty-how = Set: /duty set monday-friday 16:00-08:00 Ani, /duty set holidays 08:00-20:00 Budi, /duty set 24-12 08:00-08:00 Ani. Remove: /duty remove 3
duty-missing = Give day, times and name, for example: /duty set monday 16:00-08:00 Ani
duty-set = 🛎 { $name } is on duty:
    { $shifts }
duty-removed = 🛎 Removed: { $shift } { $name }
duty-unknown = There is no shift #{ $id } here.
duty-not-yours = Only its head keeps an agency's duty roster.
duty-which-agency = Which agency's? Give its code, for example: /duty dpupr
help-cuti = enter when you are away and who stands in
help-piket = see who is on duty
hours-closed = 🕗 The office of { $agency } is closed and opens { $when }. Your report will be read then.
hours-on-duty = 🛎 The office of { $agency } is closed (it opens { $when }), but this is urgent: whoever is on duty has been told.
hours-urgent = 🚨 <b>Urgent</b>: report { $number } came in while the office is closed, and you are on duty.
hours-urgent-added = 🚨 <b>Urgent</b>: the citizen added to { $number } while the office is closed, and you are on duty:
    “{ $text }”
event-released = given back by staff
event-assigned = given to a member of staff
help-lepas = give back a report you took on
