# How colleagues work together (min).

team-ago = { $unit ->
    [now] baru se
    [minutes] { $count } minik nan lalu
    [hours] { $count } jam nan lalu
   *[days] { $count } hari nan lalu
    }
team-held = Laporan { $number } alah diambiak { $name } ({ team-ago }).
team-yours = Laporan { $number } alah Sanak uruih.
team-overtaken = { $name } maambiak aliah laporan { $number } dari Sanak.
team-not-held = Laporan { $number } alun diambiak sia-sia.
team-not-yours = Laporan { $number } diuruih { $name }, indak Sanak.
team-released = ↩️ Laporan { $number } alah Sanak lapehan. Kawan lain bisa maambiaknyo.
team-taken-away = { $name } malapehan laporan { $number } dari Sanak.
team-free = ↩️ { $number } alun ado nan mauruih liak.
team-lapsed = ⌛ Laporan { $number } alah Sanak ambiak, tapi { $minutes } minik indak ado nan dikarajoan, jadi kini bebas liak.
team-again = ✋ Ambiak liak
event-released = dilapehan patugas
event-assigned = diagiahan ka patugas
help-lepas = lapehan laporan nan Sanak ambiak
