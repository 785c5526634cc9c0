# Questions in a citizen's own words, and small talk (id).

help-info = tanya layanan kota, misalnya /info ktp hilang
info-how = Tulis saja pertanyaan Anda tentang layanan { $city } dengan kata-kata sendiri, misalnya “ktp hilang gimana?” atau “jam buka puskesmas”.
info-answer = <b>{ $title }</b>
    { $body }
info-source = ℹ️ { $source ->
    [none] Diperiksa
   *[other] Sumber: { $source }.{ $checked ->
        [none] { "" }
       *[other] { " " }Diperiksa
        }
    }{ $checked ->
    [none] { "" }
   *[other] { " " }{ $checked }.
    }
info-expired = ⚠️ Keterangan ini berlaku sampai { $until } dan belum diperbarui. Sebaiknya pastikan dulu kepada { $agency }.
info-link = 🔗 { $link }
info-call = ☎️ { $phone }
info-go = ➡️ { $command }
info-service = 📋 Syarat, biaya, waktu
info-helpful = Apakah ini membantu?{ $report ->
    [yes] { " " }Kalau ini keluhan, tekan 📝 supaya ditindaklanjuti.
   *[no] { "" }
    }
info-yes = 👍 Ya
info-no = 👎 Belum
info-to-person = 👤 Tanya petugas
info-which = Yang mana yang Anda maksud? Kalau bukan salah satu dari ini, kami teruskan ke petugas.
info-helped = Syukurlah. Kalau ada lagi yang ingin ditanyakan, tulis saja.
info-not-helped = Maaf, itu belum menjawab. { $others ->
    [0] Pertanyaan Anda bisa kami teruskan ke petugas.
   *[other] Mungkin salah satu di bawah ini? Kalau bukan, kami teruskan ke petugas.
    }
info-unknown = Maaf, kami belum punya jawaban untuk itu. Kalau ini pertanyaan, kami teruskan ke petugas dengan satu ketukan; kalau ini keluhan, buat laporan.
info-person = 👤 { $agency }: { $now }
info-handed-over = Pertanyaan ini sudah diteruskan ke petugas dengan nomor { $number }.
info-gone = Jawaban itu sudah tidak ada. Silakan tulis lagi pertanyaan Anda.
info-what-about = Tentang layanan atau kantor apa? Sebutkan namanya juga, misalnya “biaya akta lahir” atau “jam buka puskesmas”.

## Small talk

talk-thanks = Sama-sama. 🙏 Kalau ada lagi, tulis saja.
talk-bye = Sampai jumpa. Kapan pun perlu, tulis saja di sini.
talk-fine = Baik. Kalau ada lagi, tulis saja.
talk-well = Baik, terima kasih. 🙏 Ada yang bisa kami bantu? Tulis saja keluhan, saran atau pertanyaan Anda.
talk-abuse = Kami mengerti Anda kesal. Kalau ada yang tidak beres, tulis saja apa yang terjadi dan di mana; kami teruskan supaya ditangani.
