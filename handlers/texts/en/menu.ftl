# Menu, help, first contact, emergency (en).

## Menu and help

welcome = <b>Welcome!</b> This is { $city }'s service for its people.
    Just write your complaint, idea or question in your own words, or send a photo, a location or a voice note. Or choose:
greeting = Hello! How can we help? Just write your complaint, idea or question, or choose:
menu = Please choose, or just write your complaint, idea or question.
not-understood = Sorry, we did not get that. Please use a few more words, for example “street light out in Pasar Usang”, or choose:
unreadable-menu = Sorry, we cannot read messages like that yet. Use words, send a photo or a location, or choose:
old-button-idle = That button belongs to a conversation that has ended. Please choose:
menu-lapor = 📝 File a report
menu-status = 🔎 My reports
menu-bahasa = 🌐 Language
menu-bantuan = ❓ Help
menu-tiket = 📋 Incoming reports
help = <b>What you can do here ({ $city })</b>
    Just write your complaint or question. These words work too, with or without the slash:
help-lapor = file a complaint, an idea or a question
help-status = see your reports; add a number for one of them
help-tambah = add something, e.g. /tambah 1042-9 …
help-bahasa = change the language
help-tautkan = link your WhatsApp, Telegram and web chat
help-privasi = how your data is used
help-stop = stop announcements
help-kembali = to the previous question
help-batal = cancel what you are filling in
help-menu = main choices
help-bantuan = this list
help-tiket = open reports, narrowed by words, e.g. /tickets overdue ganting
help-lihat = see one report, e.g. /lihat 1042-7
help-ambil = take a report on
help-balas = answer the citizen, e.g. /balas 1042-7 Thank you, …
help-catat = note for colleagues, not seen by the citizen
help-proses = mark as being worked on
help-selesai = close a report with an explanation
help-tolak = reject a report with a reason
help-grup = make this group the place where reports arrive
profile-description = Send complaints, ideas and questions to { $city }, follow what is done about them and get the answers here. Just use your own words, a photo, a location or a voice note. Emergency: call 112.
profile-short = Official service of { $city }: report, ask, follow.
command-unknown = We do not know that command. Type /bantuan to see what there is, or just say what you mean.
cancelled = All right, cancelled. Nothing was sent.
cancel-nothing = There is nothing to cancel. Type /menu to see the choices.
back-nothing = There is no previous question. Type /menu to see the choices.
back-at-start = This is the first question.
back-to = Let us go on with what you had begun:
failed = Sorry, something went wrong on our side. What you wrote is kept. Please try again in a moment.
only-private = For this, write to the bot directly, not in a group.
only-group = Send this command inside the staff group.

## First contact

privacy-notice = 🔒 Service of { $city }. We keep your messages only to handle your reports and to answer you, and pass them on to the agency in charge. Basis: public service (Law 27/2022). Reports are kept as the archive rules require. You may see, correct and ask us to delete your data. Telegram and WhatsApp are abroad; the chat on the city's website is not. Do not send your NIK or a photo of your ID card. Again: /privasi
language-name = English
language-choose = Choose a language:
language-set = All right, we will use English.

## Emergency

emergency = 🚨 <b>If this is an emergency, call now:</b>
