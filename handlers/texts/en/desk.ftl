# Filing for somebody else, and the number at SP4N-LAPOR! (en).

help-loket = write down a report for somebody at the desk or on the phone
help-sp4n = note its SP4N-LAPOR! number, e.g. /sp4n 1042-9 1916449
complaint-name = What is the person's name? Write - if they would rather not say.
complaint-phone = Their phone number? Used only to pass on the answer.
desk-no-phone = No number
desk-phone-wrong = We do not recognise that number. Write it like 0812 3456 7890, or press “No number”.
desk-filed = ✅ <b>Report { $number } is written down for them.</b> { $agency } will answer by { $due } at the latest.
    Tell them the number: <b>{ $number }</b>. To follow it on a phone of their own, they send this to the bot within { $days } days:
    /tautkan { $code }
desk-news = 📞 Please tell the person whose report { $number } you wrote down at the desk ({ $what }):
    { $text }
sp4n-which = Write the report's number and its SP4N-LAPOR! number, e.g.: /sp4n 1042-9 1916449
sp4n-done = 🔗 { $number } is noted as SP4N-LAPOR! #{ $sp4n }.
sp4n-found = SP4N-LAPOR! #{ $sp4n } is report { $number } here.
sp4n-unknown = SP4N-LAPOR! #{ $sp4n } is not noted on any report of yours.
card-sp4n = SP4N-LAPOR! #{ $sp4n }
event-numbered = registered at SP4N-LAPOR!
