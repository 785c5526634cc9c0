# Filing for somebody else, and the number at SP4N-LAPOR! (id).

help-loket = tulis laporan untuk orang di loket atau di telepon
help-sp4n = catat nomor SP4N-LAPOR!, misalnya /sp4n 1042-9 1916449
complaint-name = Siapa nama pelapornya? Tulis - bila tidak ingin disebut.
complaint-phone = Nomor telepon pelapor? Dipakai hanya untuk menyampaikan jawaban.
desk-no-phone = Tanpa nomor
desk-phone-wrong = Nomor itu tidak kami kenali. Tulis seperti 0812 3456 7890, atau tekan “Tanpa nomor”.
desk-filed = ✅ <b>Laporan { $number } dicatat untuk pelapor.</b> { $agency } akan menanggapi paling lambat { $due }.
    Sebutkan kepada pelapor nomornya: <b>{ $number }</b>. Bila ingin mengikuti lewat HP sendiri, pelapor mengirim ke bot dalam { $days } hari:
    /tautkan { $code }
desk-news = 📞 Sampaikan kepada pelapor { $number } yang Anda catat di loket ({ $what }):
    { $text }
sp4n-which = Tulis nomor laporan dan nomor SP4N-LAPOR!-nya, misalnya: /sp4n 1042-9 1916449
sp4n-done = 🔗 { $number } dicatat sebagai SP4N-LAPOR! #{ $sp4n }.
sp4n-found = SP4N-LAPOR! #{ $sp4n } adalah laporan { $number } di sini.
sp4n-unknown = Nomor SP4N-LAPOR! #{ $sp4n } belum tercatat pada laporan Anda.
card-sp4n = SP4N-LAPOR! #{ $sp4n }
event-numbered = terdaftar di SP4N-LAPOR!
