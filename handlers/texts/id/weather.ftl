# Weather and earthquakes, both from BMKG (id).

help-cuaca = prakiraan cuaca per kelurahan, misalnya /cuaca Ganting
help-gempa = gempa terbaru menurut BMKG
bmkg-source = <i>Sumber: BMKG, diambil { $at }.</i>
weather-off = Prakiraan cuaca belum tersambung di layanan ini. Silakan lihat bmkg.go.id.
weather-where = Cuaca di kelurahan mana?
weather-other = 📍 Kelurahan lain
weather-none = Maaf, prakiraan BMKG untuk { $area } belum ada pada kami, mungkin karena BMKG belum dapat dihubungi. Coba lagi nanti, atau lihat bmkg.go.id.
weather-old = Maaf, prakiraan BMKG terakhir untuk { $area } kami terima { team-ago }. Itu sudah terlalu lama, jadi tidak kami tampilkan sebagai cuaca sekarang. Yang lebih baru belum dapat kami ambil; silakan lihat bmkg.go.id.
weather-late = ⚠️ BMKG sedang tidak dapat dihubungi. Ini prakiraan yang kami terima { team-ago }.
weather-title = <b>Cuaca di { $area }</b>
weather-wet = ☔ Hari ini diperkirakan hujan pukul { $times }.
weather-dry = Untuk sisa hari ini tidak ada hujan dalam prakiraan.
weather-day = <b>{ $day ->
    [today] Hari ini
   *[tomorrow] Besok
    }</b>, { $date }{ $degrees }
weather-line = { $times } { $icon } { $words }{ $degrees }
quake-off = Berita gempa belum tersambung di layanan ini. Silakan lihat bmkg.go.id.
quake-none = Maaf, data gempa BMKG belum ada pada kami, mungkin karena BMKG belum dapat dihubungi. Silakan lihat bmkg.go.id. Kalau ada bahaya, telepon 112.
quake-old = ⚠️ Belum ada data baru dari BMKG. Ini kami terima { team-ago }; gempa sesudah itu <b>tidak</b> ada di sini. Silakan lihat bmkg.go.id.
quake-late = ⚠️ BMKG sedang tidak dapat dihubungi. Data ini kami terima { team-ago }.
quake-title = <b>Gempa terbaru menurut BMKG</b>
quake-title-old = <b>Gempa terakhir yang kami ketahui</b>
quake-what = <b>M { $magnitude }</b>
quake-depth = kedalaman { $depth } km
quake-place = 📍 { $place }
quake-when = 🕒 { $at } ({ team-ago })
quake-away = 📏 { $away } dari { $city }
quake-calm = 🌊 Tidak berpotensi tsunami
quake-tsunami = 🚨 <b>BMKG: { $words }.</b> Jauhi pantai dan ikuti arahan BMKG dan BPBD.
quake-said = BMKG: { $words }
quake-felt = Dirasakan (skala MMI): { $words }
quake-picture = Peta guncangan: { $link }
quake-near = <b>Gempa lain dalam { $km } km dari { $city }</b>
quake-others = <b>Gempa lain yang baru terjadi</b>
quake-line = • { $at } · M { $magnitude } · { $place }{ $away }
