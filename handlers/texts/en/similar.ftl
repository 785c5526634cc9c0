# The same trouble reported twice: support, merge, part, link (en).

complaint-similar = { $mine ->
    [yes] You have already reported the same yourself: <b>{ $number }</b>
   *[no] { $count ->
        [1] Somebody has already reported the same: <b>{ $number }</b>
       *[other] { $count } people have already reported the same: <b>{ $number }</b>
        }
    }
    { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }, { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }.
    { $mine ->
    [yes] Add to that report instead?
   *[no] Support it instead? A report with many supporters counts for more, and you will get its news as well.
    }
similar-support = 👍 Yes, support it
similar-add = ➕ Yes, add to it
similar-other = No, this is another
support-done = { $count ->
    [1] 👍 Thank you! You support report <b>{ $number }</b>. All its news will be sent to you as well.
   *[other] 👍 Thank you! Report <b>{ $number }</b> now has { $count } supporters. All its news will be sent to you as well.
    }
support-more = 👍 Added to report <b>{ $number }</b>, which you support.
support-ended = 👍 Your support has been noted, but report <b>{ $number }</b> has been closed. If the trouble is still there, file a new one: /lapor
support-which = Which report do you support? Give its number, for example: /dukung 1042-9
support-left = You will get no more news of report { $number }.
support-not-following = You do not follow that report.
supporters = { $count ->
    [1] 👥 Supported by 1 more person
   *[other] 👥 Supported by { $count } more people
    }
status-supported = <b>Reports of others that you support:</b>
followed = 👥 Report <b>{ $number }</b> ({ $category }), which you follow: { $what }
event-supported = supported by somebody else
help-dukung = support somebody else's report
button-dukung = 👍 Me too
button-berhentiikut = Stop following
card-supporters = { $new ->
    [0] 👥 Addition by a supporter of <b>{ $number }</b> (supported by { $count })
    [1] 👥 1 more person supports <b>{ $number }</b> ({ $count } in all)
   *[other] 👥 { $new } more people support <b>{ $number }</b> ({ $count } in all)
    }
card-similar = 🔗 Similar: { $numbers }
card-merged-into = 🔗 Merged into { $into }
card-merged-here = 🔗 Merged into this one: { $numbers }
card-linked = 🔗 Linked: { $numbers }
button-gabung = 🔗 Merge into { $into }
event-merged = merged with another report
event-unmerged = parted again from another report
event-split = a part became a report of its own
event-linked = linked with another report
