# Weather and earthquakes, both from BMKG (en).

help-cuaca = the weather forecast for a kelurahan, for example /weather Ganting
help-gempa = the latest earthquakes according to BMKG
bmkg-source = <i>Sumber: BMKG. Fetched { $at }.</i>
weather-off = The weather forecast is not connected here. Please see bmkg.go.id.
weather-where = The weather in which kelurahan?
weather-other = 📍 Another kelurahan
weather-none = Sorry, we have no forecast by BMKG for { $area } yet, perhaps because BMKG cannot be reached. Try again later, or see bmkg.go.id.
weather-old = Sorry, the last forecast by BMKG for { $area } reached us { team-ago }. That is too long ago to be shown as the weather now. We could not get a newer one; please see bmkg.go.id.
weather-late = ⚠️ BMKG cannot be reached at present. This is the forecast that reached us { team-ago }.
weather-title = <b>The weather in { $area }</b>
weather-wet = ☔ Rain is expected today at { $times }.
weather-dry = No rain is forecast for the rest of today.
weather-day = <b>{ $day ->
    [today] Today
   *[tomorrow] Tomorrow
    }</b>, { $date }{ $degrees }
weather-line = { $times } { $icon } { $words }{ $degrees }
quake-off = News of earthquakes is not connected here. Please see bmkg.go.id.
quake-none = Sorry, we have no data on earthquakes by BMKG yet, perhaps because BMKG cannot be reached. Please see bmkg.go.id. If there is danger, call 112.
quake-old = ⚠️ There is nothing new from BMKG. This reached us { team-ago }; earthquakes after that are <b>not</b> in it. Please see bmkg.go.id.
quake-late = ⚠️ BMKG cannot be reached at present. This reached us { team-ago }.
quake-title = <b>The latest earthquake according to BMKG</b>
quake-title-old = <b>The last earthquake we know of</b>
quake-what = <b>M { $magnitude }</b>
quake-depth = depth { $depth } km
quake-place = 📍 { $place }
quake-when = 🕒 { $at } ({ team-ago })
quake-away = 📏 { $away } from { $city }
quake-calm = 🌊 No tsunami potential
quake-tsunami = 🚨 <b>BMKG: { $words }.</b> Keep away from the coast and follow BMKG and BPBD.
quake-said = BMKG: { $words }
quake-felt = Felt (MMI scale): { $words }
quake-picture = Map of the shaking: { $link }
quake-near = <b>Other earthquakes within { $km } km of { $city }</b>
quake-others = <b>Other recent earthquakes</b>
quake-line = • { $at } · M { $magnitude } · { $place }{ $away }
