# The service catalogue and the offices, when they are open, links and codes that lead there (en).

help-layanan = services of the city: what to bring, fee, time; for example /services lost id card
help-kantor = offices: address, phone, opening hours; for example /office disdukcapil
services-agencies = <b>Services of { $city }</b>
    Choose an office, or write what you are looking for, for example /services birth certificate
services-here = <b>Services at { $name }</b>
services-here-none = The services at { $name } are not in our list yet. Just write your question; we will answer it or pass it on.
services-found = Services that match “{ $words }”:
services-found-none = We found no service “{ $words }”. Try other words, look at the list, or just write your question.
services-more = ➡️ Next
services-back = ⬅️ Previous
services-all = 📚 All services
services-draft = ⏳
services-draft-means = ⏳ not confirmed by the office yet
service-title = <b>{ $name }</b>
    🏛 { $agency }
service-draft = ⏳ What to bring, the fee and the time have not been confirmed by the office, so we do not show them yet. Please ask { $ask }.
service-ask = For what we do not know yet, please ask { $ask }.
service-ask-phone = { $name } (phone { $phone })
service-bring = 📋 <b>What you need</b>
service-bring-nothing = 📋 You need no documents.
service-bring-unknown = 📋 We do not know yet what you need.
service-steps = 🪜 <b>Steps</b>
service-steps-unknown = 🪜 We do not know the steps yet.
service-fee = 💰 Fee: { $fee }
service-fee-unknown = 💰 We do not know the fee yet.
service-time = ⏱ Time: { $time }
service-time-unknown = ⏱ We do not know yet how long it takes.
service-office = 🏢 { $name }{ $sure ->
    [no] {" "}(its hours are not confirmed yet)
   *[yes] : { $now }
    }
service-law = ⚖️ Legal basis: { $law }
service-question = ❓ Ask about this
service-to-office = 🏢 Office and hours
service-others = 📚 Other services here
aspect-title = <b>{ $name }</b>
aspect-whole = 📋 See everything
aspect-no-office = The office for this service is not in our list yet. Please ask { $agency }.
offices-all = <b>Offices of { $city }</b>
    Choose one, or write what you are looking for, for example /office lurah ganting
offices-found = Offices that match “{ $words }”:
offices-found-none = There is no office “{ $words }” in our list. Try other words, look at the list, or just write your question.
offices-which = Which office?
offices-list = 🏢 All offices
office-title = <b>{ $name }</b>
office-agency = 🏛 { $agency }
office-now = 🕒 { $sure ->
    [no] { $now }, by the usual working hours
   *[yes] { $now }
    }
office-address = 📍 { $address }
office-map = 🗺 Map: { $link }
office-phone = ☎️ { $phone }
office-draft = ⏳ The address and phone of this office have not been confirmed, so we do not show them yet. Just write your question here; we will pass it on to { $agency }.
office-unknown = { $what ->
    [both] We do not know the address and phone
    [phone] We do not know the phone number
   *[address] We do not know the address
    } of this office yet. Just write your question here; we will pass it on to { $agency }.
office-hours = <b>Opening hours of the next 7 days</b>
office-services = 📋 Services here
office-others = 🏢 Other offices
opening-open = Open now, closes at { $time }
opening-open-pause = Open now, closes at { $time } (break { $from }–{ $to })
opening-open-late = Open now, until midnight
opening-always = Open 24 hours, every day
opening-closed = Closed now, opens { $day ->
    [today] today
    [tomorrow] tomorrow
   *[weekday] { $name }
    } at { $time }
opening-line = { $days }: { $times }
opening-none = closed
opening-whole-day = 24 hours
opening-season = 🌙 These are the hours { $season ->
    [ramadan] during Ramadan
   *[other] of a special season
    }.
opening-holiday = 📅 { $date }: closed (holiday)
opening-draft = ⏳ These are the usual working hours, not confirmed by this office. If you come from far away, please check first.
link-gone = That link or code is no longer valid. Please choose, or just write your question.
poster-what = Services and information
poster-scan = Scan this code with your phone’s camera{ $channel ->
    [telegram] {""} and press Start in Telegram
    [whatsapp] {""} and send the message waiting in WhatsApp
   *[web] ; a chat with the city opens at once
    }. Ask or report at any time.
inline-ask = 💬 Ask or report to the bot itself
inline-emergency = 🚨 An emergency? Call { $numbers }
inline-by = <i>From the services of { $city }.</i>
inline-open = 💬 Open in the bot
