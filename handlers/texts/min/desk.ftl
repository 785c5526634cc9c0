# Filing for somebody else, and the number at SP4N-LAPOR! (min).

help-loket = tulih laporan untuak urang di loket atau di telepon
help-sp4n = catat nomor SP4N-LAPOR!, misalnyo /sp4n 1042-9 1916449
complaint-name = Sia namo nan malapor? Tulih - kalau indak nio disabuik.
complaint-phone = Bara nomor telepon nan malapor? Dipakai hanyo untuak manyampaian jawaban.
desk-no-phone = Indak ado nomor
desk-phone-wrong = Nomor tu indak kami kenal. Tulih bantuak 0812 3456 7890, atau takan “Indak ado nomor”.
desk-filed = ✅ <b>Laporan { $number } lah dicatat untuak nan malapor.</b> { $agency } ka manjawek paliang lambek { $due }.
    Sabuikan nomornyo ka nan malapor: <b>{ $number }</b>. Kalau nio maikuikan lewat HP surang, inyo mangirim ka bot dalam { $days } hari:
    /tautkan { $code }
desk-news = 📞 Tolong sampaian ka nan malapor { $number } nan Sanak catat di loket ({ $what }):
    { $text }
sp4n-which = Tulih nomor laporan jo nomor SP4N-LAPOR!-nyo, misalnyo: /sp4n 1042-9 1916449
sp4n-done = 🔗 { $number } dicatat sabagai SP4N-LAPOR! #{ $sp4n }.
sp4n-found = SP4N-LAPOR! #{ $sp4n } iyolah laporan { $number } di siko.
sp4n-unknown = Nomor SP4N-LAPOR! #{ $sp4n } alun tacatat di laporan Sanak.
card-sp4n = SP4N-LAPOR! #{ $sp4n }
event-numbered = tadaftar di SP4N-LAPOR!
