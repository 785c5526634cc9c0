# Questions in a citizen's own words, and small talk (min).

help-info = tanyo layanan kota, misalnyo /info ktp hilang
info-how = Tulih se tanyo Sanak tantang layanan { $city } jo kato-kato surang, misalnyo “ktp hilang baa?” atau “jam bara bukak puskesmas”.
info-answer = <b>{ $title }</b>
    { $body }
info-source = ℹ️ { $source ->
    [none] Dipareso
   *[other] Sumber: { $source }.{ $checked ->
        [none] { "" }
       *[other] { " " }Dipareso
        }
    }{ $checked ->
    [none] { "" }
   *[other] { " " }{ $checked }.
    }
info-expired = ⚠️ Katarangan ko balaku sampai { $until } jo alun dipabarui. Eloknyo pastian dulu ka { $agency }.
info-link = 🔗 { $link }
info-call = ☎️ { $phone }
info-go = ➡️ { $command }
info-service = 📋 Syaraik, biaya, wakatu
info-helpful = Lai tabantu Sanak dek iko?{ $report ->
    [yes] { " " }Kok iko keluhan, takan 📝 supayo ditindaklanjuti.
   *[no] { "" }
    }
info-yes = 👍 Lai
info-no = 👎 Alun
info-to-person = 👤 Tanyo ka patugas
info-which = Nan ma nan Sanak mukasuik? Kok indak salah satu dari iko, kami taruihan ka patugas.
info-helped = Syukurlah. Kok ado lai nan ka ditanyoan, tulih se.
info-not-helped = Maaf, itu alun manjawek. { $others ->
    [0] Tanyo Sanak bisa kami taruihan ka patugas.
   *[other] Mungkin salah satu di bawah ko? Kok indak, kami taruihan ka patugas.
    }
info-unknown = Maaf, kami alun punyo jawek untuak itu. Kok iko tanyo, kami taruihan ka patugas jo sakali takan; kok iko keluhan, buek laporan.
info-person = 👤 { $agency }: { $now }
info-handed-over = Tanyo ko alah ditaruihan ka patugas, nomornyo { $number }.
info-gone = Jawek tu indak ado lai. Tulih baliak tanyo Sanak.
info-what-about = Tantang layanan atau kantua apo? Sabuik juo namonyo, misalnyo “biaya akta lahia” atau “jam bukak puskesmas”.

## Small talk

talk-thanks = Samo-samo. 🙏 Kok ado lai, tulih se.
talk-bye = Sampai basuo. Bilo se paralu, tulih se di siko.
talk-fine = Elok. Kok ado lai, tulih se.
talk-well = Elok, tarimo kasih. 🙏 Ado nan bisa kami bantu? Tulih se keluhan, saran atau tanyo Sanak.
talk-abuse = Kami mangarati Sanak kasa. Kok ado nan indak beres, tulih se apo nan tajadi jo di ma; kami taruihan supayo ditangani.
