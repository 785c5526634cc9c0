# Questions in a citizen's own words, and small talk (en).

help-info = ask about city services, for example /info lost id card
info-how = Just write your question about the services of { $city } in your own words, for example “I lost my ID card” or “opening hours of the health centre”.
info-answer = <b>{ $title }</b>
    { $body }
info-source = ℹ️ { $source ->
    [none] Checked
   *[other] Source: { $source }.{ $checked ->
        [none] { "" }
       *[other] { " " }Checked
        }
    }{ $checked ->
    [none] { "" }
   *[other] { " " }{ $checked }.
    }
info-expired = ⚠️ This was valid until { $until } and has not been renewed. Please make sure with { $agency } first.
info-link = 🔗 { $link }
info-call = ☎️ { $phone }
info-go = ➡️ { $command }
info-service = 📋 What to bring, fee, time
info-helpful = Did this help?{ $report ->
    [yes] { " " }If it is a complaint, press 📝 so that somebody deals with it.
   *[no] { "" }
    }
info-yes = 👍 Yes
info-no = 👎 Not yet
info-to-person = 👤 Ask a person
info-which = Which one do you mean? If it is none of these, we pass your question to a person.
info-helped = Good. If there is anything else, just write.
info-not-helped = Sorry, that was not the answer. { $others ->
    [0] We can pass your question to a person.
   *[other] Is it one of these? If not, we pass your question to a person.
    }
info-unknown = Sorry, we have no answer to that yet. If it is a question, one tap passes it to a person; if it is a complaint, file a report.
info-person = 👤 { $agency }: { $now }
info-handed-over = This question has been passed to a person; its number is { $number }.
info-gone = That answer is no longer there. Please write your question again.
info-what-about = Of which service or office? Name it too, for example “fee of a birth certificate” or “opening hours of the health centre”.

## Small talk

talk-thanks = You are welcome. 🙏 If there is anything else, just write.
talk-bye = Goodbye. Write here whenever you need us.
talk-fine = Good. If there is anything else, just write.
talk-well = Fine, thank you. 🙏 How can we help? Just write your complaint, idea or question.
talk-abuse = We understand that you are upset. If something is wrong, just write what happened and where; we pass it on so that it is dealt with.
