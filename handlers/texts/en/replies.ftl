# Replies kept under a name, macros, and many complaints at once (en).

help-templat = canned replies; keep one: /templat simpan name words
help-makro = several steps at once, e.g. /makro mulai 1042-9
help-massal = one step for many reports, e.g. /massal overdue ganting
replies = <b>{ $count } canned replies</b>
replies-none = There are no canned replies yet. Make the first: /templat simpan jadwal Our crew comes tomorrow morning.
replies-line = <b>#{ $code }</b> { $text }
replies-how = Use: /balas 1042-9 #jadwal tomorrow morning. Keep: /templat save name words (or “save name en …” for another language). Delete: /templat delete name
reply-unknown = There is no canned reply #{ $code }. See them all with /templat
reply-language = ({ $language }) { $text }
reply-how = Write a name and the words, e.g.: /templat save jadwal Our crew comes tomorrow morning. The name in small letters, without blanks.
reply-places = { "{" }{ $unknown }{ "}" } is not known. What can be filled in: { $known }
reply-saved = 💾 #{ $code } is kept ({ $language }). Use: /balas 1042-9 #{ $code }
reply-not-yours = #{ $code } is not your agency's own, so it cannot be deleted here.
reply-deleted = 🗑 #{ $code } is deleted.
macros = <b>{ $count } macros</b>
macros-none = There are no macros yet. Make the first: /makro save check take; note has been phoned
macros-line = <b>{ $code }</b> { $name }
    { $steps }
macros-how = Use: /makro mulai 1042-9. Keep: /makro save name step; step. Delete: /makro delete name
macro-unknown = There is no macro { $code }. See them all with /makro
macro-done = <b>{ $name }</b> for { $number }:
macro-did = ✅ { $step }
macro-stopped = ⛔ { $step }
macro-how = Write a name and at most { $most } steps, with semicolons between: /makro save check take; reply #terima; forward dpupr please look. Steps: take, process, note …, reply …, ask …, forward AGENCY …, reject …
macro-saved = 💾 Macro { $code } is kept: { $steps }
macro-not-yours = Macro { $code } is not your agency's own, so it cannot be deleted here.
macro-deleted = 🗑 Macro { $code } is deleted.
step-take = take
step-process = process
step-note = note
step-reply = reply
step-ask = ask
step-forward = forward
step-reject = reject
bulk-how = Which reports? Use the words of /tiket, e.g.: /massal overdue ganting, /massal unclaimed lamp
bulk-many = At most { $most } reports in one go; the oldest come first.
bulk-do = <b>{ $count } reports</b> ({ $said }). What is to be done?
bulk-agency = To which agency?
bulk-text = In what words? They will be used for { $count } reports. They may begin with the #name of a canned reply.
bulk-nothing = It cannot be done to any of them: { $why }
bulk-skipped = { $count } are left out, as it cannot be done to them.
bulksure-sure = <b>{ $count } reports: { $do }.</b> { $skipped }
    { $numbers }
    { $text }

    Nothing has been done yet. Go on?
bulksure-sure-yes = ✅ Yes, do it
bulksure-sure-no = ❌ Cancel
bulk-done = ✅ { $count } reports: { $do }. { $left ->
    [0] { "" }
   *[other] { $left } were no longer possible.
    }
group-bulk = { $name }: { $count } reports at once: { $do }.
