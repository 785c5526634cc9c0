# Closing honestly: done, says the agency; is it, asks the bot (en).

status-resolved = declared done, waiting for the citizen's word
status-merged = merged with another report
event-resolved = declared done by staff
event-confirmed = the citizen agrees: fixed
event-lapsed = closed without the citizen's word
event-reopened = opened again
notice-resolved = ✅ { $agency } declares report <b>{ $number }</b> done:
    { $text }

    <b>Is it really fixed?</b> Press a button, or reply to this message: yes or no.
notice-lapsed = We have closed report <b>{ $number }</b> because there was no answer; it is noted as unconfirmed. Not fixed after all? It can be opened again.
notice-reopened = { $agency } has opened report <b>{ $number }</b> again.
notice-file = 📷 From the staff, for report { $number }
card-confirmed = 🎉 The citizen says that <b>{ $number }</b> is fixed. { $text }
card-reopened = 🔁 Not fixed: the citizen has opened <b>{ $number }</b> again:
    { $text }
group-resolved = { $number }: declared done by { $name }.
staff-done-resolved = ✅ { $number } is declared done. The citizen is asked whether it is really fixed.
staff-done-reopened = 🔁 { $number } is open again. The citizen has been told.
staff-already-resolved = Report { $number } has been declared done and waits for the citizen's word.
staff-already-merged = Report { $number } has been merged with another one.
staff-not-ended = Report { $number } is still open.
command-resolved = /selesai
command-reopened = /buka
help-beres = it is really fixed
help-belum = it is not fixed, or open it again
help-buka = open again what has been closed
button-beres = ✅ Yes, fixed
button-belum = ❌ Not yet
button-buka = 🔁 Open it again
button-keberatan = ✋ I object
button-lanjutan = 📝 New report
added-late = 👍 Added to report { $number } and passed on to the staff. The report has been closed.
closing-which = Which report? Give the number of one of your own, for example: /beres 1042-9 or /belum 1042-9
closing-still = What about report { $number } is still not fixed? Write it, or send a photo.
closing-objection = Why do you think report { $number } should be dealt with? Write your reason; a photo is welcome too.
closing-merged = Report { $number } has been merged with { $into }. Whoever filed { $into } says whether it is fixed.
closing-confirmed = 🙏 Thank you! Report { $number } is closed because you say it is fixed.
closing-already = You have already said that report { $number } is fixed. Thank you!
closing-early = The citizen says it is fixed already.
closing-rejected = Report { $number } was rejected, so there is nothing to confirm.
closing-not-rejected = Report { $number } was not rejected. Not fixed? Type: /belum { $number }
closing-reopened = 🔁 Report { $number } is open again and has gone back to the same people.
closing-beyond = We have noted it and told the head of the agency. Report { $number } cannot be opened again; please file a new one, and we will link the two.
closing-objected = Your objection about report { $number } has been noted and passed on to be looked at again.
closing-unclear = 👍 Added to report { $number }. To be clear: is it really fixed?
closing-remind = The staff declare report <b>{ $number }</b> done:
    { $text }

    Is it really fixed? We are waiting for your word.
head-beyond = ⚠️ The citizen says that <b>{ $number }</b> is still not fixed, but it has been opened again as often as allowed. { $text }
    To open it again: /buka { $number }
head-objection = ✋ The citizen objects to the rejection of <b>{ $number }</b>:
    { $text }
    To open it again: /buka { $number }
