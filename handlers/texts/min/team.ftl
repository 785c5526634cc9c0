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
team-nobody = Indak ado kawan nan banamo “{ $name }” di siko.
team-several = “{ $name }” bisa baarati { $names }. Tulih namo langkoknyo.
team-when = { $day ->
    [today] hari ko { $time }
    [tomorrow] bisuak { $time }
   *[date] { $date } { $time }
    }
absence-when = Tulih tanggalnyo, misalnyo: /cuti 1-12 sampai 5-12 ganti Ani
absence-past = Tanggal mulonyo alah lewat.
absence-order = Tanggal akianyo harus sasudah tanggal mulo, dan paliang lamo satahun.
absence-not-yours = Anyo kapalo nan bisa mancatat cuti urang lain.
absence-self = Urang indak bisa mangganti dirinyo surang.
absence-deputy-away = { $name } cuti pulo di hari-hari tu. Piliah pangganti lain.
absence-deputy = Sia nan mangganti { $name }, { $dates }?
absence-nobody = Indak ado pangganti
absence-entered = 🌴 { $name } cuti { $dates }. Pangganti: { $deputy }. Laporan nan masih tabukak pindah ka inyo wakatu cuti mulai.
absence-entered-alone = 🌴 { $name } cuti { $dates }, indak ado pangganti. Laporan nan masih tabukak dilapehan wakatu cuti mulai.
absence-entered-for-you = 🌴 { $by } mancatat cuti Sanak: { $dates }.
absence-stand-in = 🌴 Sanak mangganti { $name }, { $dates }.
absence-told = 🌴 { $name } cuti { $dates }.
absence-handed = 🌴 { $name } cuti mulai hari ko. { $count } laporannyo kini Sanak uruih: { $numbers }
absence-handed-on = 🌴 Salamaik balibur. { $count } laporan Sanak kini diuruih { $name }: { $numbers }
absence-freed = 🌴 { $name } cuti indak ado pangganti. { $count } laporannyo kini bebas: { $numbers }
absence-over = 👋 { $name } alah masuak liak. { $count } laporannyo masih di Sanak: { $numbers }
absence-welcome = 👋 Salamaik datang baliak. { $count } laporan Sanak masih diuruih { $name }: { $numbers }
absence-give-back = ↩️ Baliakan kasadonyo
absence-returned = 👋 { $name } mambaliakan { $count } laporan ka Sanak: { $numbers }
absence-given-back = ↩️ { $count } laporan dibaliakan ka { $name }.
absence-nothing-left = Indak ado lai laporan { $name } nan paralu dibaliakan.
absence-unknown = Cuti tu indak ado.
absence-ended = 👋 { $name } alah masuak liak. { $count ->
    [0] Indak ado laporannyo di panggantinyo.
   *[other] { $count } laporannyo masih di panggantinyo, nan alah ditanyo apo nio mambaliakannyo.
    }
absence-not-away = { $name } indak tacatat cuti.
absences = <b>Cuti</b>
absences-none = Indak ado nan cuti.
absence-line = 🌴 { $name }: { $dates } (pangganti: { $deputy })
absence-line-alone = 🌴 { $name }: { $dates } (indak ado pangganti)
absences-how = Catat: /cuti 1-12 sampai 5-12 ganti Ani. Alah masuak liak: /cuti salasai
succession-freed = 👤 { $name } indak batugas lai. { $count } laporannyo kini bebas: { $numbers }
duty = 🛎 <b>Piket { $agency }</b>
duty-on = Kini: <b>{ $name }</b> (sampai { $until })
duty-nobody = Kini indak ado nan piket.
duty-week = Tujuah hari ko:
duty-line = { $day }: { $times } { $name }
duty-empty = Alun ado piket untuak { $agency }. Kapalo maaturnyo jo: /piket atur sinayan 16.00-08.00 Ani
duty-shifts = Kasado jadwal:
duty-shift = #{ $id } { $shift } { $name }
duty-when = { $kind ->
    [d0] tiok Sinayan { $times }
    [d1] tiok Salasa { $times }
    [d2] tiok Rabaa { $times }
    [d3] tiok Kamih { $times }
    [d4] tiok Jumaaik { $times }
    [d5] tiok Sabtu { $times }
    [d6] tiok Minggu { $times }
    [holidays] hari libur { $times }
   *[day] { $date } { $times }
    }
duty-how = Atur: /piket atur sinayan-jumaaik 16.00-08.00 Ani, /piket atur libur 08.00-20.00 Budi, /piket atur 24-12 08.00-08.00 Ani. Hapuih: /piket hapus 3
duty-missing = Tulih hari, jam jo namo, misalnyo: /piket atur sinayan 16.00-08.00 Ani
duty-set = 🛎 Piket { $name } dicatat:
    { $shifts }
duty-removed = 🛎 Dihapuih: { $shift } { $name }
duty-unknown = Indak ado jadwal piket #{ $id } di siko.
duty-not-yours = Anyo kapalo nan maatur piket dinasnyo.
duty-which-agency = Piket dinas ma? Tulih kodenyo, misalnyo: /piket dpupr
help-cuti = catat cuti jo panggantinyo
help-piket = caliak sia nan piket
hours-closed = 🕗 Kantua { $agency } sadang tutuik dan bukak { $when }. Laporan Sanak dibaco wakatu tu.
hours-on-duty = 🛎 Kantua { $agency } sadang tutuik (bukak { $when }), tapi iko mandasak: patugas piket alah diagiah tau.
hours-urgent = 🚨 <b>Mandasak</b>: laporan { $number } masuak wakatu kantua tutuik, dan Sanak sadang piket.
hours-urgent-added = 🚨 <b>Mandasak</b>: palapor manambahan di { $number } wakatu kantua tutuik, dan Sanak sadang piket:
    “{ $text }”
event-released = dilapehan patugas
event-assigned = diagiahan ka patugas
help-lepas = lapehan laporan nan Sanak ambiak
