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
event-merged-here = another report was merged into this one
event-parted-here = another report was parted from this one
notice-merged = Report <b>{ $number }</b> has been merged with report <b>{ $text }</b>, as both are about the same. News of { $text } will be sent here too; what you write about { $number } is still read.
notice-unmerged = Report <b>{ $number }</b> stands by itself again, parted from { $text }.
notice-split = Report <b>{ $number }</b> is about two things. We have made a part of it a report of its own: <b>{ $text }</b>. Both are dealt with, and you get the news here.
merge-which = Give two report numbers, for example: /merge 1042-9 1040-2 or /relate 1042-9 1040-2
merge-same = That is the same report: { $number }.
merge-already = Report { $number } has been merged into { $into }. Use { $into }, or part them first: /unmerge { $number }
merge-secret = { $number } and { $other } cannot be merged or linked: a secret report stands by itself.
merge-not-merged = Report { $number } is not merged.
merge-done = 🔗 { $number } is merged into { $into }. Its citizen has been told and gets the news of { $into } ({ $count } supporters).
merge-undone = { $number } stands by itself again, parted from { $into }.
split-what = Which part of { $number } becomes a report of its own? Write what it says:
split-category = What is that part about?
split-category-all = Choose what fits best:
split-done = ✂️ Report { $part } has been made out of { $number }, for { $agency }. The citizen has been told.
link-made = 🔗 { $number } and { $other } are linked.
link-there = { $number } and { $other } are linked already.
help-gabung = merge a report into another
help-pisah = part again what was merged
help-pecah = make a part a report of its own
help-kait = link two reports
button-pisah = ↩️ Part them again
recurring = 🔁 <b>A trouble that comes again: { $category }{ $area ->
        [none] {""}
       *[other] , { $area }
    }</b>
    { $count } reports at the same place within { $days } days:
recurring-line = • { $number } · { $status } ({ $at })
recurring-master = Suggestion: make { $number } the main report, merge the { $count } that are still open into it, and go for the cause.
button-gabung-ini = 🔗 { $number } into { $into }
