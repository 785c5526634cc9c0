# Filing a complaint, following it, two channels of one person (en).

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
visibility-secret = Secret: only { $agency } sees it
visibility-public-short = public
visibility-anonymous-short = anonymous
visibility-secret-short = secret
visibility-secret-accused = secret. ⚠️ This report names { $agency }, and { $agency } itself will read it
complaint-filed = ✅ <b>Sent. The number of your { $kind ->
    [aspiration] idea
    [information] question
   *[other] report
    }: { $number }</b>
    { $agency } will { $kind ->
    [aspiration] look into your idea and respond
    [information] answer
   *[other] respond
    } by { $due }. { $secret ->
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
status-waiting = waiting for the citizen's answer
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
corrected-filed = 👍 Your correction has been added to report { $number }.
notice-taken = { $kind ->
    [aspiration] Idea <b>{ $number }</b>: { $agency } is looking into your idea.
    [information] Question <b>{ $number }</b>: { $agency } is preparing the answer.
   *[other] Report <b>{ $number }</b>: { $agency } has taken your report on.
    }
notice-processing = { $kind ->
    [aspiration] Idea <b>{ $number }</b> is being discussed by { $agency }.
    [information] Question <b>{ $number }</b>: { $agency } is finding the answer.
   *[other] Report <b>{ $number }</b> is being worked on by { $agency }.
    }
notice-replied = 💬 Answer from { $agency } to report <b>{ $number }</b>:
    { $text }

    Reply to this message to respond.
notice-rejected = { $agency } cannot act on report <b>{ $number }</b>. The reason:
    { $text }

    You object? Press the button, or reply to this message.
notice-forwarded = { $kind ->
    [aspiration] Idea
    [information] Question
   *[other] Report
    } <b>{ $number }</b> has been passed on to { $agency }, which is responsible for it. You need not send it again.

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
