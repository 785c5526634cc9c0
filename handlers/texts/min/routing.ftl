# Where complaints go: sending on, sending back, the city's rules (min).

card-moved = 📨 { $trail }
    { $card }
trail-forwarded = Ditaruihkan { $by } ({ $from }) ka { $to }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
trail-returned = Dibaliakan { $by } ({ $from }) untuak dipareso { $to }{ $rounds ->
    [yes] , tadinyo ka { $meant }
   *[no] {""}
    }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
group-moved = ↪️ { $number } alah indak di siko lai. { $trail }
went-forwarded = ditaruihkan ka { $agency }
went-returned = { $agency } mancarian dinas nan tapek
event-returned = dibaliakan ka verifikator
notice-returned = Laporan <b>{ $number }</b>: { $agency } sadang mancarian dinas nan tapek untuak { $kind ->
    [aspiration] saran
    [information] patanyoan
   *[other] laporan
    } Sanak. Indak paralu dikirim baliak.
button-suggested = { $percent ->
    [0] Taruihkan ka { $agency }
   *[other] Taruihkan ka { $agency } ({ $percent } %)
    }
button-alih = ↪️ Aliahkan
button-not-ours = ↩️ Indak wewenang kami
command-forward = /alih
help-alih = manaruihkan laporan ka dinas lain atau mambaliakannyo, jo alasannyo
forward-to = Laporan { $number } ditaruihkan ka ma? Piliah, atau tulih namo dinasnyo.
forward-not-ours = ↩️ Indak wewenang kami, indak tau punyo sia
forward-why = Baa { $number } indak wewenang dinas Sanak? Tulih alasannyo untuak verifikator:
forward-done = ↪️ { $number } alah ditaruihkan ka { $agency }. Palapor alah dikabari.
forward-returned = ↩️ { $number } alah dibaliakan ka { $agency } jo alasannyo.
forward-verified-first = ↩️ { $number } dikirim ka { $agency } dulu, dek laporan ko alah bapindah-pindah. Verifikator nan mamutuihan.
forward-same = Laporan { $number } memang alah di { $agency }.
forward-secret = Laporan rahasio { $number } indak buliah ditaruihkan ka dinas lain. Nan buliah mambaconyo hanyo pangawas nan ditunjuak kota.
forward-gone = { $agency } alah indak ado lai. Piliah dinas nan lain.
forward-nobody = { $agency } alun ado patugas di siko, jadi indak ado nan ka mambaco laporan tu.
staff-moved = Laporan { $number } alah ditaruihkan ka { $agency }.
