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
team-crossed = Alun dikirim: ado kaba baru di { $number } nan alun Sanak caliak. Bukak dulu: /lihat { $number }
team-held-back = ⚠️ <b>Alun dikirim.</b> Iko nan tajadi di { $number } sajak Sanak tarakia mancaliaknyo:
team-news = ⚠️ Iko nan tajadi di { $number } sajak Sanak tarakia mancaliaknyo:
team-news-staff = 💬 { $name } ({ team-ago }), { $what }: “{ $text }”
team-news-citizen = ➕ Palapor ({ team-ago }), { $what }: “{ $text }”
team-writing = ✍️ { $name } sadang manulih balehan ({ team-ago }).
team-looking = 👀 { $name } sadang mambukak laporan ko ({ team-ago }).
team-anyway = Tatap kirim tulisan Sanak untuak { $number }?
    “{ $text }”
team-anyway-yes = Tatap kirim
team-anyway-no = Batal
event-released = dilapehan patugas
event-assigned = diagiahan ka patugas
help-lepas = lapehan laporan nan Sanak ambiak
