# Who has which access (min).

access = <b>Sia nan buliah apo ({ $count }):</b>
access-line = • { $warning ->
    [none] { "" }
   *[other] ⚠️{ " " }
    }<b>{ $number }</b> { $name } · { $role } { $agency } · { $invited ->
    [yes] diundang { $since }, alun masuak
   *[no] sajak { $since } · tarakhia karajo { $last } · { $channels }
    }{ $warning ->
    [idle] . Labiah dari 90 hari indak karajo: masih paralu?
    [invited] . Undangan alah labiah dari 7 hari: batalan?
   *[none] { "" }
    }
access-group = 👥 Grup { $agency } ({ $channel } { $address })
access-concern = ⚠️ { $kind ->
    [admin] Indak ado pangelola kaduo: kalau pangelola bahalangan, indak ado nan dapek maatur.
    [group] Grup { $agency } manarimo laporan, tapi indak ado patugasnyo.
   *[head] { $agency } alun punyo kapalo di siko.
    }
access-end = Maakhiri hak: /akses cabut NOMOR
access-ended = Hak { $name } alah barakhia.
access-nobody = Indak ado hak nomor { $number } nan dapek Sanak akhiri.
access-last-admin = { $name } pangelola nan tarakhia. Undanglah pangelola lain dulu.
access-whom = Hak sia nan diakhiri? Tulih nomornyo dari /akses, misalnyo: /akses cabut 12
help-akses = sia nan punyo hak apo, jo maakhirinyo
