# What staff read (en).

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
card-nobody = ⚠️ Secret report { $number } is waiting, but { $agency } has no staff here yet. Invite them with “udajang staff invite”.
group-taken = { $number }: taken on by { $name }.
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
staff-only = That command is for staff. Type /bantuan for those you can use.
staff-which = Which report? Give its number, for example: { $command } 1042-9
staff-no-such-complaint = You have no report { $number }.
staff-already-closed = Report { $number } is done already.
staff-already-rejected = Report { $number } has been rejected already.
staff-already-processing = Report { $number } is being worked on already.
staff-done-taken = ✋ { $number } is yours now. The citizen has been told.
staff-done-replied = 💬 Your answer to { $number } is on its way to the citizen.
staff-done-noted = 🗒 Note on { $number } kept; the citizen does not see it.
staff-done-processing = 🔧 { $number } is marked as being worked on. The citizen has been told.
staff-done-rejected = ⛔ { $number } is rejected. The citizen has been told, with the reason.
staff-text = { $kind ->
    [asked] Write your question to the citizen, { $number }:
    [noted] Write a note for your colleagues about { $number }:
    [resolved] What was done about { $number }? Write to the citizen:
    [rejected] Why is { $number } rejected? Write the reason for the citizen:
   *[other] Write your answer to the citizen, { $number }:
    }
command-look = /lihat
command-taken = /ambil
command-replied = /balas
command-noted = /catat
command-processing = /proses
command-rejected = /tolak
joined = Welcome, { $name }! You are { $role } of { $agency }. New reports will appear here.
join-wrong = That invitation is wrong, used up or too old. Ask the administrator for a new one.
role-admin = administrator
role-operator = operator
role-head = head
role-broadcaster = broadcaster
role-approver = approver
role-steward = data steward
