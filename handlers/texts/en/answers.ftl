# The city's answers in the hands of those who look after them (en).

## Finding and reading

help-jawaban = your agency's answers: find, read, change; e.g. /answers ktp
help-terbitkan = publish an answer that has been checked, e.g. /publish ktp_hilang
help-tarik = withdraw an answer, it is a draft again
command-publish = /publish
command-withdraw = /withdraw
answers-nobody = nobody
answers-which = Which answer? Write its key, for example: { $command } ktp_hilang. The list: /answers
answers-card = <b>{ $title }</b>
    { $key } ({ $language })
answers-is-draft = { $mark } Draft, not read by citizens · version { $version }
answers-is-published = { $mark } Published · version { $version }
answers-is-expired = { $mark } Expired: still shown, with a warning · version { $version }
answers-owner = Owner: { $agency }
answers-source = Source: { $source }
answers-checked = Checked: { $day }
answers-until = Valid until: { $day }
answers-action = Next step: { $action }
answers-phrasings = How citizens ask ({ $count }): <i>{ $phrasings }</i>{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
    }
answers-list = <b>{ $search ->
    [no] Answers
   *[other] Answers for “{ $words }”
    }: { $first }–{ $last } of { $count }</b>
    📝 draft · ✅ published · ⌛ expired
answers-line = • { $title }
    { $key } · { $states }{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
answers-none = { $search ->
    [no] Your agency has no answers yet.
   *[other] No answer for “{ $words }”.
    } Write a new one: /answers new
answers-button-new = ➕ New answer
answers-button-drafts = 📝 Drafts
answers-button-expired = ⌛ Expired
answers-button-change = ✏️ Change
answers-button-phrasings = 💬 How people ask
answers-button-publish = ✅ Publish
answers-button-again = ✅ Check again
answers-button-withdraw = ↩️ Withdraw
answers-button-versions = 🕘 Earlier versions
answers-button-restore = Restore version { $number }
answers-button-language = 🌐 { $language }
answers-versions = <b>Versions of “{ $title }”</b> ({ $count })
answers-version = <b>{ $number }</b> · { $at } · { $name } · { $state ->
    [draft] draft
   *[published] published
    } · { $title }

## Changing

answer-what = What is to be changed?
answer-what-title = Title
answer-what-body = Text
answer-what-phrasings = How people ask
answer-what-source = Source
answer-what-until = Valid until
answer-title = The title now: <b>{ $now }</b>
    Write the new one:
answer-body = The text now:
    { $now }

    Write the whole new text. Bold: &lt;b&gt;…&lt;/b&gt;
answer-source = The source now: { $now }
    Write the new one, such as a regulation or the address of a page:
answer-phrasings = How citizens ask now:
    { $now }

    Write what is to be added, one to a line. To remove one, begin its line with -
answer-until = Until when is this answer valid? Choose, or write the day, such as 31-12-2027.
publish-source = <b>{ $title }</b>
    What is the source? A regulation, the address of an official page, or who made sure of it.
publish-until = Its last day has passed. Until when is this answer valid? Choose, or write the day.
publish-sure = <b>{ $title }</b>
    Source: { $source }

    By publishing you say that it is right as of today. Publish it?
publish-sure-yes = ✅ Publish
publish-sure-no = ❌ Cancel
answersure-sure = { $do ->
    [remove] Take <b>{ $title }</b> out of use? Its versions are kept.
    [restore] Bring back the text of version { $number } of <b>{ $title }</b>?
   *[withdraw] Withdraw <b>{ $title }</b>? Citizens no longer get it until it is published again.
    }
answersure-sure-yes = ✅ Yes
answersure-sure-no = ❌ Cancel
answernew-title = What is this answer about? Write its title; a question will do.
answernew-body = <b>{ $title }</b>
    What is the answer? Write it as citizens will read it. Write nobody's name or number.
answers-keep = Use: { $text }
answers-day-half = Six months
answers-day-year = A year
answers-day-none = No end
answers-day-unclear = That day is not clear. An example: 31-12-2027
answers-day-past = That day has passed.
answers-changed = ✅ Kept as version { $version }.
answers-is-out = ✅ Published. Citizens get it from now on.
answers-withdrawn = ↩️ Withdrawn, it is a draft now. Citizens no longer get it.
answers-restored = ✅ The text of version { $number } is in use again.
answers-removed = 🗑 <b>{ $title }</b> is no longer in use.
answers-draft-kept = 📝 Kept as a draft. { $head ->
    [yes] Publish it once it is right: /publish { $key }
   *[no] The head of your agency publishes it with /publish { $key }
    }
answers-gone = That answer is no longer in use.
answers-crossed = Answer { $answer } has just been changed by somebody else, so your change is not kept. Have a look first: /answers { $answer }
answers-not-yours = Answer { $answer } belongs to another agency.
answers-published = Answer { $answer } is published, so only the head of the agency changes it. You may add how people ask: /answers { $answer } phrasings
answers-head-publishes = Only the head of the agency that owns answer { $answer } may publish it.
answers-draft-already = Answer { $answer } is a draft already.
answers-no-version = There is no version { $version }.
