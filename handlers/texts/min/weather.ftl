# Weather and earthquakes, both from BMKG (min).

help-cuaca = prakiraan cuaca satiok kalurahan, misalnyo /cuaca Ganting
help-gempa = gampo nan paliang baru manuruik BMKG
bmkg-source = <i>Sumber: BMKG, diambiak { $at }.</i>
weather-off = Prakiraan cuaca alun tasambuang di layanan iko. Silakan caliak bmkg.go.id.
weather-where = Cuaca di kalurahan ma?
weather-other = 📍 Kalurahan lain
weather-none = Maaf, prakiraan BMKG untuak { $area } alun ado di kami, mungkin dek BMKG alun bisa dihubungi. Cubo baliak beko, atau caliak bmkg.go.id.
weather-old = Maaf, prakiraan BMKG nan tarakhia untuak { $area } kami tarimo { team-ago }. Itu alah talampau lamo, jadi indak kami tampakan sabagai cuaca kini. Nan labiah baru alun bisa kami ambiak; silakan caliak bmkg.go.id.
weather-late = ⚠️ BMKG sadang indak bisa dihubungi. Iko prakiraan nan kami tarimo { team-ago }.
weather-title = <b>Cuaca di { $area }</b>
weather-wet = ☔ Hari ko dipakiroan hujan pukua { $times }.
weather-dry = Untuak siso hari ko indak ado hujan dalam prakiraan.
weather-day = <b>{ $day ->
    [today] Hari ko
   *[tomorrow] Bisuak
    }</b>, { $date }{ $degrees }
weather-line = { $times } { $icon } { $words }{ $degrees }
quake-off = Kaba gampo alun tasambuang di layanan iko. Silakan caliak bmkg.go.id.
quake-none = Maaf, data gampo BMKG alun ado di kami, mungkin dek BMKG alun bisa dihubungi. Silakan caliak bmkg.go.id. Kok ado bahayo, telepon 112.
quake-old = ⚠️ Alun ado data baru dari BMKG. Iko kami tarimo { team-ago }; gampo sasudah itu <b>indak</b> ado di siko. Silakan caliak bmkg.go.id.
quake-late = ⚠️ BMKG sadang indak bisa dihubungi. Data iko kami tarimo { team-ago }.
quake-title = <b>Gampo nan paliang baru manuruik BMKG</b>
quake-title-old = <b>Gampo tarakhia nan kami tau</b>
quake-what = <b>M { $magnitude }</b>
quake-depth = dalamnyo { $depth } km
quake-place = 📍 { $place }
quake-when = 🕒 { $at } ({ team-ago })
quake-away = 📏 { $away } dari { $city }
quake-calm = 🌊 Indak bapotensi tsunami
quake-tsunami = 🚨 <b>BMKG: { $words }.</b> Jauahi pantai jo ikuikan arahan BMKG jo BPBD.
quake-said = BMKG: { $words }
quake-felt = Taraso (skala MMI): { $words }
quake-picture = Peta guncangan: { $link }
quake-near = <b>Gampo lain dalam { $km } km dari { $city }</b>
quake-others = <b>Gampo lain nan baru tajadi</b>
quake-line = • { $at } · M { $magnitude } · { $place }{ $away }
