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
event-released = given back by staff
event-assigned = given to a member of staff
help-lepas = give back a report you took on
