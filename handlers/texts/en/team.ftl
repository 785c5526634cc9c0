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
event-released = given back by staff
event-assigned = given to a member of staff
help-lepas = give back a report you took on
