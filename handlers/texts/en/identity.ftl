# Who a citizen is, who looked, and what is secret (en).

identity-reason = Why do you need to know who filed { $number }? Write the reason (at least 10 letters). The citizen will read it.
identity-refuse-reason = Why should { $number } stay closed? Write the reason for your colleague:
identity-not-yours = Who filed { $number } can only be looked up by the head of the agency that handles it.
identity-shown = 👤 <b>Who filed { $number }</b>
identity-address = • { $channel ->
    [telegram] Telegram
    [whatsapp] WhatsApp
    [webchat] Web chat
   *[other] { $channel }
    }: { $name } ({ $value }), since { $at }
identity-careful = 🔒 Logged, and the citizen can see it. Do not pass it on; delete this message once you have used it.
identity-asked = { $number } is secret: a second person has to agree. { $count ->
    [1] We have asked one person
   *[other] We have asked { $count } people
    }; the request holds for 24 hours.
identity-asked-already = You have already asked who filed { $number }. Wait for the second person.
identity-nobody-else = { $number } is secret: a second person has to agree, but there is none yet. Ask an administrator to invite a head or an approver.
identity-agree = 🔐 { $name } ({ $who }) asks who is behind the secret complaint <b>{ $number }</b>. The reason:
    “{ $reason }”

    Agree only if it is needed. The citizen will be told. Holds for 24 hours.
identity-granted = 🔓 { $name } agrees. You can see who filed { $number } once, within 24 hours.
identity-denied = ⛔ { $name } does not agree to showing who filed { $number }: “{ $reason }”
identity-agreed = Your consent for { $number } is logged.
identity-refused = Your refusal for { $number } is logged.
identity-nothing-asked = Nobody is waiting for your consent about { $number }.
identity-your-own = Your own request about { $number } needs somebody else's consent.
numbers-shown = <b>{ $number }</b>, the citizen's words with their numbers:
numbers-none = No number is masked in { $number }.
numbers-identity = Who filed { $number } does not want to be known, so their numbers are not shown. If it has to be: /identitas { $number }
looker = { $role } of { $agency }
looker-two = { $first }, with the consent of { $second }
notice-identified = 👁 Who you are in complaint <b>{ $number }</b> was looked up by the { $who }. The reason:
    “{ $reason }”

    Not needed, you think? Reply to this message.
notice-hidden = 🔒 Staff have made complaint <b>{ $number }</b> secret; only { $agency } sees it now. The reason:
    “{ $text }”

    Only you can undo that: /terbuka { $number }
looks = <b>Who has looked at your data:</b>
looks-line = • <b>{ $number }</b>, { $at }: { $what ->
    [numbers] numbers in your complaint, seen by the
   *[identity] who you are, seen by the
    } { $who }
looks-none = Nobody on the staff has looked up who you are. 🔒
looks-doubt = Something odd? Reply to one of that complaint's messages, or file a new one and choose “Secret”.
looks-which = Which complaint? Write the number of one of your own, for example: /siapa 1042-9
hide-reason = Why should { $number } be secret? Write the reason; the citizen will read it, your colleagues will not.
secret-done = 🔒 { $number } is secret now and with { $agency } alone. Cards already sent to groups cannot be called back: delete them yourself.
secret-already = { $number } is secret already.
group-hidden = { $number }: made secret. Delete its card and what was said about it here.
unhide-as = Who may see complaint { $number } from now on?
unhide-which = Write the number of a secret complaint of your own, for example: /terbuka 1042-9
unhide-done = Complaint { $number } is { $visibility } now.
card-shown = 🔓 The citizen has opened <b>{ $number }</b>: it is no longer secret.
event-hidden = made secret by staff
event-shown = no longer secret, as the citizen wishes
event-identified = staff looked up who the citizen is
event-identified-by = { $what ->
    [numbers] numbers in the complaint seen by the
   *[identity] who the citizen is, seen by the
    } { $who }
button-nomor = 📞 Show the number
button-setujui = 🔓 Agree
button-larang = ⛔ Do not agree
button-identitas = 👤 See who it is
button-siapa = 👁 Who looked?
button-terbuka = 🔓 No longer secret
help-identitas = who filed it, with a reason: /identitas 1042-9 reason
help-nomor = numbers the citizen wrote: /nomor 1042-9
help-setujui = agree to a request for a secret identity: /setujui 1042-9
help-larang = refuse a request for a secret identity: /larang 1042-9 reason
help-rahasiakan = make it secret: /rahasiakan 1042-9 reason
help-terbuka = open your secret complaint again: /terbuka 1042-9
help-siapa = who has looked at your data
