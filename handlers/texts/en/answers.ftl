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

## From a reply to an answer

help-jawab = turn your reply to a citizen's question into an answer for all, e.g. /answer 1042-9
command-answer = /answer
answers-from-reply = reply to question { $number }
answers-no-question = { $number } is no question, so it cannot become an answer for all.
answers-secret = { $number } is secret, so what it says must not become an answer for all.
answers-no-reply = Question { $number } has not been answered. Do that first with /reply { $number }, then /answer { $number }
answers-made-already = Question { $number } has become a draft already: /answers { $answer }

## Questions that wait

help-pertanyaan = citizens' questions that have no answer yet
waiting-none = 👍 No question is waiting.
waiting-list = <b>{ $count } things not answered</b> ({ $total } questions). The most frequent first.
waiting-agency = { $agency }: { $count }
waiting-line = { $number }. “{ $text }” · { $count }×{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
waiting-card = <b>Asked { $count }×</b>
waiting-text = • “{ $text }”{ $count ->
    [1] { "" }
   *[other] { " " }({ $count }×)
    }
waiting-more = … and { $count } more ways to say it
waiting-failed = Tried, but did not help: { $keys }
waiting-how = Another answer: type { $name } to KEY
waiting-button-answer = ✍️ Write an answer
waiting-button-reply = 📄 Make the reply to { $number } an answer
waiting-button-to = 💬 To: { $title }
waiting-button-nothing = Nothing to do
waiting-no-agency = There is no agency “{ $said }”.
waiting-gone = That has been dealt with, or is not for your agency. Look again: /questions
waiting-added = ✅ { $count } questions find “{ $title }” now.
waiting-settled = ✅ { $count } questions are done with.

## Ways of asking, proposed

help-usulan = ways citizens ask that could be added to your answers
usulan-none = 👍 Nothing is proposed.
usulan-one = Having asked like this, { $count } citizens picked <b>{ $title }</b> ({ $key }). Add it as a way of asking?
usulan-left = { $left ->
    [0] This is the last one.
   *[other] { $left } more are proposed.
    }
usulan-yes = ✅ Add
usulan-no = ❌ Do not
usulan-see = See the answer
usulan-added = ✅ Added to “{ $title }”.
usulan-declined = Not added to “{ $title }”.
usulan-how = Answer with { $name } yes or { $name } no.

## Trying

help-coba = try: what would be answered, and why, e.g. /try lost my id card
trying-how = Write the question, for example: /try lost my id card
trying-emergency = 🚨 Emergency numbers come first: { $numbers }
trying-category = As a complaint it is about: { $categories }
trying-answer = ✅ <b>Answered</b>: with the first, { $percent } % sure.
trying-offer = 🤔 <b>Offered</b>: citizens choose; the first is { $percent } % sure.
trying-hand_over = 🙋 <b>To a person</b>: nothing is sure enough ({ $percent } %).
trying-hit = <b>{ $number }. { $title }</b> ({ $key }) · { $percent } % · score { $score }
    nearest: <i>{ $phrasing }</i>{ $missed ->
    [none] { "" }
   *[other] { "" }
    not explained: { $missed }
    }
trying-draft = 📝 If published, the draft <b>{ $title }</b> ({ $key }) would come first: { $percent } %.

## Before an answer expires

expiry = ⌛ <b>{ $count } of your agency's answers expire soon.</b>
expiry-one = • { $title } ({ $key }, { $language }): until { $day }
expiry-more = … and { $count } more
expiry-how = Still right? The head checks it again: /publish { $key }. Changed? /answers { $key } change
