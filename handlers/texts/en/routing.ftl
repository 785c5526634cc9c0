# Where complaints go: sending on, sending back, the city's rules (en).

card-moved = 📨 { $trail }
    { $card }
trail-forwarded = Sent by { $by } ({ $from }) to { $to }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
trail-returned = Sent back by { $by } ({ $from }) for { $to } to look at{ $rounds ->
    [yes] , it was to go to { $meant }
   *[no] {""}
    }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
group-moved = ↪️ { $number } is no longer here. { $trail }
went-forwarded = passed on to { $agency }
went-returned = { $agency } is finding the right office
event-returned = sent back to the verifiers
notice-returned = Report <b>{ $number }</b>: { $agency } is finding the right office for your { $kind ->
    [aspiration] idea
    [information] question
   *[other] report
    }. You need not send it again.
button-suggested = { $percent ->
    [0] Send to { $agency }
   *[other] Send to { $agency } ({ $percent } %)
    }
button-alih = ↪️ Send on
button-not-ours = ↩️ Not ours
command-forward = /alih
help-alih = send a report on to another office or back, with the reason
forward-to = Where is report { $number } to go? Choose, or write the name of the office.
forward-not-ours = ↩️ Not ours, and we do not know whose
forward-why = Why is { $number } not for your office? Write the reason for the verifiers:
forward-done = ↪️ { $number } is with { $agency } now. The citizen has been told.
forward-returned = ↩️ { $number } has gone back to { $agency }, with the reason.
forward-verified-first = ↩️ { $number } goes to { $agency } first, since it has been sent around already. The verifiers decide.
forward-same = Report { $number } is with { $agency } already.
forward-secret = Secret report { $number } must not go to another office. Only those the city has named for it may read it.
forward-gone = { $agency } is no more. Choose another office.
forward-nobody = { $agency } has no staff here yet, so nobody would read the report.
staff-moved = Report { $number } has been passed on to { $agency }.
