# Forum topics of complaints in an agency's Telegram group, and who leaves it (en).

topic-title = { $mark ->
    [received] 🆕
    [taken] ✋
    [processing] 🔧
    [waiting] 💬
    [resolved] ☑️
    [closed] ✅
    [rejected] ⛔
   *[other] 🔗
    } { $number } · { $category } · { $status }{ $left }
topic-left = { $late ->
    [yes] { $days ->
        [0] {" "}· 🔴 overdue
       *[other] {" "}· 🔴 { $days } days overdue
    }
   *[no] { $days ->
        [0] {" "}· ⏰ today
       *[other] {" "}· { $days } days left
    }
    }
topic-title-moved = ↪️ { $number } · moved
topic-moved = ↪️ Report { $number } is handled elsewhere now. This topic is closed.
topic-event = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
topic-event-words = <b>{ $what }</b>{ $by ->
    [staff] {" "}· { $name }
   *[nobody] {""}
    }
    { $text }
topics-on = Each report now has a topic of its own in this group. What staff write in it is a note; the citizen reads only what is sent with /reply or the Reply button. For this I must be an administrator with the right “Manage topics”. Without topics: /group topic off
topics-off = Reports now arrive in this group without topics. To switch them on again: /group topic on
topics-no-forum = Topics are not switched on in this group. Open the group's settings → Topics, then write /group topic on
topics-lost = ⚠️ I can no longer manage topics in this group, so reports arrive without them. Make me an administrator with the right “Manage topics” (and switch Topics on in the group's settings), then write /group topic on
group-needs-adopting = This group does not receive your agency's reports yet. Write /group first.
topics-which = Write /group topic on or /group topic off
leaving-told = 🚪 { $name } has left the group of { $agency }: their rights as staff have ended. { $count ->
    [0] They had no report in hand.
    [1] One report they had in hand has nobody now: { $numbers }
   *[other] { $count } reports they had in hand have nobody now: { $numbers }
    }
    If this is a mistake, an administrator can invite them again.
