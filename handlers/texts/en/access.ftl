# Who has which access (en).

access = <b>Who may do what ({ $count }):</b>
access-line = • { $warning ->
    [none] { "" }
   *[other] ⚠️{ " " }
    }<b>{ $number }</b> { $name } · { $role }, { $agency } · { $invited ->
    [yes] invited on { $since }, has not joined
   *[no] since { $since } · last act { $last } · { $channels }
    }{ $warning ->
    [idle] . Nothing done for more than 90 days: still needed?
    [invited] . Invited more than 7 days ago: withdraw it?
   *[none] { "" }
    }
access-group = 👥 Group of { $agency } ({ $channel } { $address })
access-concern = ⚠️ { $kind ->
    [admin] There is no second administrator: while one is away nobody can set anything.
    [group] The group of { $agency } gets complaints, but nobody works there.
   *[head] { $agency } has no head here yet.
    }
access-end = To end a right: /access revoke NUMBER
access-ended = { $name } has no rights any more.
access-nobody = There is no right number { $number } that you could end.
access-last-admin = { $name } is the last administrator. Invite another one first.
access-whom = Whose right is to end? Write the number that /access shows, for example: /access revoke 12
help-akses = who has which rights, and ending one
