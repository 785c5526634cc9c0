# Lists of complaints, summaries and reports (en).

## The list
tickets = <b>{ $count ->
    [one] 1 open report
   *[other] { $count } open reports
    }</b>
tickets-filtered = <b>{ $count ->
    [one] 1 report
   *[other] { $count } reports
    }</b>: { $filter }
tickets-ended = <b>All reports</b>, the newest on top
tickets-ended-filtered = <b>Reports, the newest on top</b>: { $filter }
tickets-place = { $head } ({ $first }–{ $last })
tickets-none = No open reports. 🎉
tickets-none-filtered = No reports with: { $filter }
tickets-none-here = Nothing yet among the newer reports. There are older ones.
tickets-next = Next →
tickets-previous = ← Previous
tickets-mine = 🙋 Mine { $count }
tickets-mine-typed = /tickets mine
tickets-unclaimed = 📥 Not taken { $count }
tickets-unclaimed-typed = /tickets unclaimed
tickets-late = 🔴 Overdue { $count }
tickets-late-typed = /tickets overdue
tickets-waiting = ⏸ Waiting { $count }
tickets-waiting-typed = /tickets waiting
tickets-open = 📋 All { $count }
tickets-open-typed = /tickets
ticket-line = { $mark } <b>{ $number }</b> { $details }
    { $text }
ticket-due = due { $due }
ticket-holder = ✋ { $name }
ticket-supporters = 👥 { $count }

## What a list is narrowed to
filter-mine = my own
filter-unclaimed = not taken yet
filter-late = overdue
filter-today = due today
filter-answered = citizen answered
filter-ended = ended ones too
filter-received = new
filter-taken = taken
filter-processing = in progress
filter-waiting = waiting for the citizen
filter-resolved = done, waiting to be confirmed
filter-closed = closed
filter-rejected = rejected
filter-merged = merged
filter-complaint = complaints
filter-aspiration = aspirations
filter-information = information requests
filter-area = Kel. { $name }
filter-category = { $name }
filter-agency = agency { $name }
filter-words = “{ $words }”

## The morning's summary
help-ringkasan = today's summary of reports; /digest off if you do not want it every morning
tickets-today = ⏰ Today { $count }
tickets-today-typed = /tickets today
tickets-answered = 💬 Answered { $count }
tickets-answered-typed = /tickets answered
tickets-resolved = ✅ Unconfirmed { $count }
tickets-resolved-typed = /tickets resolved
digest = ☀️ <b>{ $agency }</b>
    { $day }
digest-new = 🆕 { $count } new since the last working day
digest-unclaimed = 📥 { $count } taken by nobody
digest-today = ⏰ { $count } due today
digest-late = 🔴 { $count } overdue, the oldest:
digest-late-one = {"   "}<b>{ $number }</b> { $details }
digest-answered = 💬 { $count } answered by the citizen and waiting for us
digest-resolved = ✅ { $count } resolved, not confirmed by the citizen yet
digest-off = <i>Not every morning? /digest off</i>
digest-empty = ☀️ { $agency }: nothing urgent.
digest-wanted = All right, the summary comes again every working morning.
digest-unwanted = All right, the summary is not sent here any more. /digest shows it any time, /digest on sends it again.
digest-short-new = { $count } new
digest-short-unclaimed = { $count } taken by nobody
digest-short-today = { $count } due today
digest-short-late = { $count } overdue
digest-short-answered = { $count } answered by the citizen
digest-short-resolved = { $count } not confirmed yet

## The report of a week or a month
help-rapor = the agency's report with a chart, e.g. /scorecard last month
report-ordered = 📊 The report of { $agency } for { $span } is being made, a moment please.
report-short = report of { $span }
report = 📊 <b>{ $agency }</b> · { $span }
report-answer = To the first answer: <b>{ $value } working hours</b> (of { $count ->
    [one] 1 report
   *[other] { $count } reports
    }); before { $before }
report-end = To the end: <b>{ $value } working hours</b> (of { $count ->
    [one] 1 report
   *[other] { $count } reports
    }); before { $before }
report-age = What is still open has waited <b>{ $value } working days</b>, nine of ten at most { $ninth } (of { $count }); before { $before }
report-verdicts = Citizens said: <b>{ $confirmed } fixed</b>, { $lapsed } nothing, { $reopened } not fixed (of { $count }); before { $before } fixed
report-kept = Deadlines kept: <b>{ $share }</b> (of { $count }); before { $before }
report-share = { $share }%
report-note = <i>Medians: half of the reports were faster. No ranking.</i>
report-empty = 📊 { $agency } · { $span }: nothing to work out yet.
chart-trend = Median working hours
chart-answer = to the first answer
chart-end = to the end
chart-ages = Age of what is still open (working days)
chart-verdicts = What citizens said of what was called done
chart-confirmed = fixed
chart-lapsed = nothing
chart-reopened = not fixed
chart-now = this time
chart-before = before
chart-note = In working hours of the agency. Median: half of the reports were faster.

## Columns of an export
column-number = Number
column-kind = Kind
column-status = Status
column-outcome = Outcome
column-visibility = Visibility
column-category = Category code
column-category_name = Category
column-agency = Agency code
column-agency_name = Agency
column-area_code = Kelurahan code
column-area_name = Kelurahan
column-place = Place
column-latitude = Latitude
column-longitude = Longitude
column-channel = Channel
column-filed_at = Filed at
column-verified_at = Verified at
column-answered_at = First answered at
column-ended_at = Called done at
column-closed_at = Closed at
column-due_at = Next deadline
column-hours_to_answer = Working hours to the first answer
column-hours_to_end = Working hours to the end
column-reopened = Times reopened
column-supporters = Supporters
column-attachments = Attachments
column-on_behalf = Filed by staff for somebody
column-merged_into = Merged into
column-sp4n_number = SP4N-LAPOR! number
column-text = Text
column-citizen_name = Name of the citizen
column-citizen_channel = Channel of the citizen
column-citizen_address = Address of the citizen
