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
assign-whom = Laporan { $number } diagiahan ka sia?
assign-unknown = Indak ado kawan nan banamo “{ $name }” di siko. Laporan { $number } diagiahan ka sia?
assign-option = { $name } ({ $count })
assign-option-away = { $name } ({ $count }, cuti)
assign-which = Sia nan Sanak mukasuik untuak { $number }?
assign-away = { $name } cuti sampai { $until }. Laporan { $number } diagiahan ka sia?
assign-deputy = { $name } (pangganti)
assign-still = Tatap { $name }
assign-nobody = Batal
assign-not-yours = Laporan { $number } alun Sanak ambiak. Anyo nan mamacik atau kapalo nan bisa maagiahannyo.
assign-already = Laporan { $number } alah diuruih { $name }.
assign-gone = Urang tu alah indak karajo di siko lai.
assign-done = 👉 { $number } diagiahan ka { $name }, nan alah diagiah tau.
assign-done-unreached = 👉 { $number } diagiahan ka { $name }, tapi pasan ka inyo indak bisa dikirim.
assign-taken = 👉 { $by } maagiahan { $number } ka { $name }; Sanak indak mauruihnyo lai.
assign-yours = 👉 { $by } maagiahan laporan { $number } ka Sanak.
assign-yours-note = 👉 { $by } maagiahan laporan { $number } ka Sanak:
    “{ $text }”
team-mentioned = 📣 { $name } manyabuik Sanak di laporan { $number }:
    “{ $text }”
mention-unknown = Indak ado kawan nan banamo “{ $name }” di siko, jadi indak ado nan diagiah tau. Catatan tatap disimpan.
mention-several = “{ $name }” bisa baarati { $names }. Sabuik namo langkoknyo supayo urangnyo diagiah tau.
help-tugas = agiahan laporan ka kawan
event-released = dilapehan patugas
event-assigned = diagiahan ka patugas
help-lepas = lapehan laporan nan Sanak ambiak
