# Every word a person reads (en). The keys are the same in all three files; a test compares them.

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
help-tiket = reports that are still open
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

## Questions: what fits any of them

need-words = Please use words.
too-short = Please write a little more (at least { $least } characters).
too-long = That is { $length } characters; the most is { $most }. Please shorten it or send it in parts.
choose-one = Sorry, that is not clear. Press one of the buttons, or type its number or name.
confirm-unclear = Sorry, that is not clear. Send, change or cancel?
need-place = Send a location, or write the address or the name of the kelurahan.
need-media = Send a photo, video, voice note or document, or press the button if there is none.
need-stars = Choose one to five stars.
unreadable = Sorry, we cannot read a sticker or a message like that.
noted-too = Noted. 👍
corrected = Corrected as in the message you edited. 👍
old-button = That button belongs to an earlier question, so we did not use it. The question now is:
place-unknown = I don't know / skip
place-share = 📍 Send my location
place-none = not given
place-pinned = 📍 location pin
place-outside = 📍 outside the city (we take it all the same)
area-unknown = I don't know
media-none = No photo
media-done = That's all, go on
media-more = { $count ->
    [1] We have 1 file.
   *[other] We have { $count } files.
    } You can add { $left } more, or go on.
words-yes = yes y ok okay yeah yep sure send correct right ya iya
words-no = no n cancel stop nope tidak batal
resume-ask = You were telling us about: “{ $about }”.
    Go on with it, or start anew? We have kept the message you just sent.
resume-yes = Go on
resume-anew = Start anew
reminder = Your report has not been sent yet: “{ $about }”. Answer the last question to go on, or type /batal.
expired = We have deleted the unfinished report (“{ $about }”) since it was left for long. You can start again at any time: just write.

## Filing a complaint

complaint-what = Tell us what happened: what, where, since when? A photo, a location or a voice note is welcome too.
complaint-kind = What kind of report is this?
complaint-category = What is it about?
complaint-category-all = Choose what fits best:
complaint-place = Where is it? Send a location (📎 → Location), or write the address, a landmark or the kelurahan.
complaint-area = { $count ->
    [0] Which kelurahan is that in?
   *[other] The place is near a border, or the name is like another. Which kelurahan is right?
    }
complaint-photos = Do you have a photo, video or document? Up to { $most }. Photos help the staff a lot.
complaint-visibility = Who may see this report?
complaint-confirm = <b>Please check before sending:</b>
    { $what }

    Kind: { $kind }
    About: { $category }
    Place: { $place }
    Files: { $photos }
    Visible: { $visibility }
complaint-confirm-yes = ✅ Send
complaint-confirm-no = ❌ Cancel
complaint-change-what = Change the text
complaint-change-kind = Change the kind
complaint-change-category = Change the subject
complaint-change-place = Change the place
complaint-change-photos = Change the files
complaint-change-visibility = Change who may see it
category-more = Something else …
kind-complaint = Complaint
kind-aspiration = Idea
kind-information = Question
visibility-public = Public: text and my name may be seen
visibility-anonymous = Anonymous: text is seen, my name is not
visibility-secret = Secret: only the Inspectorate sees it
visibility-public-short = public
visibility-anonymous-short = anonymous
visibility-secret-short = secret
complaint-filed = ✅ <b>Sent. Your report number: { $number }</b>
    { $agency } will respond by { $due }. { $secret ->
    [yes] This report is secret: the public does not see it, and the staff do not see who you are.
   *[no] We will send you the news here.
    }
    To follow it, type { $number } at any time. To add something, reply to this message.
button-file = 📝 File a report
button-follow = 🔎 See the report
button-add = ➕ Add something
button-menu = Menu

## Following it

status-none = You have no reports here yet. If you filed one in another app, link it with /tautkan.
status-mine = { $count ->
    [1] <b>Your report:</b>
   *[other] <b>Your { $count } latest reports:</b>
    }
status-line = <b>{ $number }</b> · { $category } · { $status } ({ $at })
number-wrong = That number seems to be mistyped. A report number looks like 1042-9. Type /status to see your reports.
number-unknown = We cannot find report { $number }.
status-received = waiting for staff
status-taken = taken on
status-processing = being worked on
status-closed = done
status-rejected = rejected
timeline = <b>Report { $number }</b> · { $category }
    { $agency }
    Status: <b>{ $status }</b>
timeline-event = • { $at }: { $what }
timeline-words = “{ $text }”
timeline-due = Response due by { $due }.
timeline-add = To add something, reply to this message.
timeline-nothing = Nothing has happened yet.
event-filed = report received
event-added = addition by the citizen
event-corrected = correction by the citizen
event-taken = taken on by staff
event-replied = answer from staff
event-noted = staff note
event-processing = work has begun
event-forwarded = passed on to another agency
event-closed = done
event-rejected = rejected
add-which = Which report? Give the number of one of your own, for example: /tambah 1042-9
add-what = What would you like to add to report { $number }? Words, a photo or a voice note.
add-empty = To add something to report { $number }, reply with words or a photo.
added = 👍 Added to report { $number }.
added-reopened = 👍 Added. Report { $number } is open again.
corrected-filed = 👍 Your correction has been added to report { $number }.
notice-taken = Report <b>{ $number }</b>: { $agency } has taken your report on.
notice-processing = Report <b>{ $number }</b> is being worked on by { $agency }.
notice-replied = 💬 Answer from { $agency } to report <b>{ $number }</b>:
    { $text }

    Reply to this message to respond.
notice-closed = ✅ { $agency } declares report <b>{ $number }</b> done:
    { $text }

    Not settled? Reply to this message and it will be opened again.
notice-rejected = { $agency } cannot act on report <b>{ $number }</b>. The reason:
    { $text }

    Not clear? Reply to this message.
notice-forwarded = Report <b>{ $number }</b> has been passed on to { $agency }.

## Two channels, one person

link-code = Your code: <b>{ $code }</b> (good for { $minutes } minutes, once).
    In the other app, type: /tautkan { $code }
    Give this code to nobody: whoever uses it can see all your reports.
link-wrong = That code is wrong, used up or too old. Type /tautkan to make a new one.
link-same = This is the same account already.
link-confirm = Linking means: both apps show all reports of both. Go on only if the code is your own.
link-confirm-yes = Yes, link
link-confirm-no = Cancel
link-done = { $count ->
    [0] Linked. Your reports can now be seen in both apps.
   *[other] Linked. { $count } reports have come along; all of them can be seen in both apps.
    }
stopped = All right, you will get no more announcements. News of your own reports will still come.
stopped-already = You have already stopped announcements.

## Staff

card = <b>{ $number }</b> · { $kind } · { $category }
    Status: { $status } · { $visibility } · respond by { $due }

    { $text }
card-new = 🆕 { $card }
card-place = 📍 { $place }
card-pin = Map: geo:{ $lat },{ $lon }
card-name = From: { $name }
card-added = ➕ Addition by the citizen to <b>{ $number }</b>:
    { $text }
card-corrected = ✏️ The citizen corrected <b>{ $number }</b>:
    { $text }
card-attachment = File of report { $number }
card-due = ⏰ Report { $number } is due today: the citizen has had no answer yet.
card-nobody = ⚠️ Secret report { $number } is waiting, but { $agency } has no staff here yet. Invite them with “udajang staff invite”.
group-taken = { $number }: taken on by { $name }.
group-closed = { $number }: closed by { $name }.
group-rejected = { $number }: rejected by { $name }.
group-hello = Hello! Staff can make this group the place where reports arrive with /grup.
group-adopted = This group now gets the reports for { $agency }. Reply to a card to answer the citizen.
group-needs-agency = You do not belong to one agency, so this group cannot be used yet.
button-lihat = See
button-ambil = ✋ Take
button-balas = 💬 Answer
button-proses = 🔧 Work on
button-selesai = ✅ Close
button-tolak = ⛔ Reject
button-tickets = 📋 Incoming reports
button-help = ❓ Help
tickets = <b>{ $count } open reports</b> (page { $page } of { $pages })
tickets-none = No open reports. 🎉
tickets-next = Next →
ticket-line = { $late ->
    [yes] 🔴
   *[no] •
    } <b>{ $number }</b> { $category } · { $status } · { $due }
    { $text }
staff-only = That command is for staff. Type /bantuan for those you can use.
staff-which = Which report? Give its number, for example: { $command } 1042-9
staff-no-such-complaint = You have no report { $number }.
staff-already-closed = Report { $number } is done already.
staff-already-rejected = Report { $number } has been rejected already.
staff-already-taken = Report { $number } has been taken on by { $name }.
staff-already-processing = Report { $number } is being worked on already.
staff-done-taken = ✋ { $number } is yours now. The citizen has been told.
staff-done-replied = 💬 Your answer to { $number } is on its way to the citizen.
staff-done-noted = 🗒 Note on { $number } kept; the citizen does not see it.
staff-done-processing = 🔧 { $number } is marked as being worked on. The citizen has been told.
staff-done-closed = ✅ { $number } is closed. The citizen has been told.
staff-done-rejected = ⛔ { $number } is rejected. The citizen has been told, with the reason.
staff-text = { $kind ->
    [noted] Write a note for your colleagues about { $number }:
    [closed] What was done about { $number }? Write to the citizen:
    [rejected] Why is { $number } rejected? Write the reason for the citizen:
   *[other] Write your answer to the citizen, { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-closed = /selesai
command-rejected = /tolak
joined = Welcome, { $name }! You are { $role } of { $agency }. New reports will appear here.
join-wrong = That invitation is wrong, used up or too old. Ask the administrator for a new one.
role-admin = administrator
role-operator = operator
role-head = head
role-broadcaster = broadcaster
role-approver = approver
role-steward = data steward

## The web chat's page

web-title = { $city } Citizen Services
web-subtitle = Report, ask and follow up, right here
web-description = Send a report to the City Government of { $city } and receive the answer on this page.
web-skip = Skip to the message box
web-language = Language
web-conversation = Conversation
web-welcome = Welcome
web-welcome-text = Tell us what happened in your own words, or choose one of these:
web-start-report = Make a report
web-start-report-hint = Broken road, rubbish, street light, service at an office
web-start-status = My reports
web-start-status-hint = See how far they are
web-start-help = What can I do here?
web-start-help-hint = All commands and how to use them
web-privacy = This conversation is kept on this device and by the City Government. Please send no photo of your identity card unless asked.
web-emergency = An emergency? Call
web-write = Write a message
web-placeholder = Write a message…
web-send = Send
web-attach = Attach photos or files
web-send-location = Send my location
web-choose-photo = Choose photos
web-clear = Delete conversation
web-clear-title = Delete this conversation?
web-clear-text = It disappears from this device. Reports you have sent are still handled; note their numbers first so that you can follow them.
web-clear-yes = Yes, delete
web-cancel = Cancel
web-close = Close
web-menu = More
web-no-script = This page needs JavaScript. You can also reach us on Telegram or WhatsApp.
web-citizen = Citizen
web-citizen-hint = You write as a citizen
web-staff = Staff
web-staff-hint = You answer as a member of staff
web-development = Development mode: the real service does not show this staff pane.
web-staff-welcome = This is the staff's desk
web-staff-welcome-text = Send a report in the citizen's pane and its card appears here. Or have a look first:
web-start-tickets = List of reports
web-start-tickets-hint = What waits for your agency
web-typing = Typing
web-latest = To the latest message
web-sent = Sent
web-waiting = Waiting for the connection, will be sent by itself
web-refused = Not sent
web-you = You
web-bot = Citizen services
web-location = My location
web-location-denied = Your location cannot be read. Allow it in the browser, or just write the address.
web-location-missing = This browser cannot read your location. Just write the address.
web-replying = Replying to:
web-reply = Reply
web-uploading = Uploading…
web-upload-waiting = Waiting for the connection…
web-upload-type = This kind of file cannot be taken. Send a photo, video, voice recording or PDF.
web-upload-size = The file is too large; { $size } MB at most.
web-upload-failed = The file could not be uploaded. Please choose it again.
web-upload-many = At most 10 files in one message.
web-remove = Remove
web-photo = Photo
web-video = Video
web-audio = Voice recording
web-file = File
web-options = Options
web-chosen = Chosen
web-new-session = A new conversation has begun because the old session is no longer valid.
web-lost = Connection lost. Your messages are kept and will be sent by themselves.
web-back = Connected again.
web-busy = The service is busy; your message will be sent in a moment.
web-choose = Press a number to choose
web-too-long = Too long. At most { $most } characters in one message; please divide it into several.
