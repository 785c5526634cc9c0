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
event-released = given back by staff
event-assigned = given to a member of staff
help-lepas = give back a report you took on
