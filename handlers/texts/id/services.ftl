# The service catalogue and the offices, when they are open, links and codes that lead there (id).

help-layanan = layanan kota: syarat, biaya, waktu; misalnya /layanan ktp hilang
help-kantor = kantor: alamat, telepon, jam buka; misalnya /kantor disdukcapil
services-agencies = <b>Layanan { $city }</b>
    Pilih dinasnya, atau tulis yang Anda cari, misalnya /layanan akta lahir
services-here = <b>Layanan di { $name }</b>
services-here-none = Layanan di { $name } belum ada dalam daftar kami. Tulis saja pertanyaan Anda, nanti kami jawab atau teruskan.
services-found = Layanan yang cocok dengan “{ $words }”:
services-found-none = Layanan “{ $words }” tidak kami temukan. Coba kata lain, lihat daftarnya, atau tulis saja pertanyaan Anda.
services-more = ➡️ Berikutnya
services-back = ⬅️ Sebelumnya
services-all = 📚 Semua layanan
services-draft = ⏳
services-draft-means = ⏳ belum dikonfirmasi dinasnya
service-title = <b>{ $name }</b>
    🏛 { $agency }
service-draft = ⏳ Syarat, biaya dan waktu layanan ini belum dikonfirmasi dinasnya, jadi belum kami tampilkan. Silakan tanyakan kepada { $ask }.
service-ask = Yang belum kami ketahui, silakan tanyakan kepada { $ask }.
service-ask-phone = { $name } (telepon { $phone })
service-bring = 📋 <b>Yang perlu disiapkan</b>
service-bring-nothing = 📋 Tidak ada berkas yang perlu disiapkan.
service-bring-unknown = 📋 Syaratnya belum kami ketahui.
service-steps = 🪜 <b>Langkahnya</b>
service-steps-unknown = 🪜 Langkahnya belum kami ketahui.
service-fee = 💰 Biaya: { $fee }
service-fee-unknown = 💰 Biayanya belum kami ketahui.
service-time = ⏱ Lama: { $time }
service-time-unknown = ⏱ Lamanya belum kami ketahui.
service-office = 🏢 { $name }{ $sure ->
    [no] {" "}(jam bukanya belum dikonfirmasi)
   *[yes] : { $now }
    }
service-law = ⚖️ Dasar: { $law }
service-question = ❓ Tanya soal ini
service-to-office = 🏢 Kantor dan jam buka
service-others = 📚 Layanan lain dinas ini
aspect-title = <b>{ $name }</b>
aspect-whole = 📋 Lihat selengkapnya
aspect-no-office = Kantor untuk layanan ini belum ada dalam daftar kami. Silakan tanyakan kepada { $agency }.
offices-all = <b>Kantor { $city }</b>
    Pilih, atau tulis yang Anda cari, misalnya /kantor lurah ganting
offices-found = Kantor yang cocok dengan “{ $words }”:
offices-found-none = Kantor “{ $words }” tidak ada dalam daftar kami. Coba kata lain, lihat daftarnya, atau tulis saja pertanyaan Anda.
offices-which = Kantor yang mana?
offices-list = 🏢 Semua kantor
office-title = <b>{ $name }</b>
office-agency = 🏛 { $agency }
office-now = 🕒 { $sure ->
    [no] { $now }, menurut jam kerja umum
   *[yes] { $now }
    }
office-address = 📍 { $address }
office-map = 🗺 Peta: { $link }
office-phone = ☎️ { $phone }
office-draft = ⏳ Alamat dan telepon kantor ini belum dikonfirmasi, jadi belum kami tampilkan. Tulis saja pertanyaan Anda di sini, nanti kami teruskan ke { $agency }.
office-unknown = { $what ->
    [both] Alamat dan telepon
    [phone] Nomor telepon
   *[address] Alamat
    } kantor ini belum kami ketahui. Tulis saja pertanyaan Anda di sini, nanti kami teruskan ke { $agency }.
office-hours = <b>Jam pelayanan 7 hari ke depan</b>
office-services = 📋 Layanan di sini
office-others = 🏢 Kantor lain
opening-open = Buka sekarang, tutup { $time }
opening-open-pause = Buka sekarang, tutup { $time } (istirahat { $from }–{ $to })
opening-open-late = Buka sekarang, sampai tengah malam
opening-always = Buka 24 jam setiap hari
opening-closed = Tutup sekarang, buka { $day ->
    [today] hari ini
    [tomorrow] besok
   *[weekday] { $name }
    } { $time }
opening-line = { $days }: { $times }
opening-none = tutup
opening-whole-day = 24 jam
opening-season = 🌙 Ini jam { $season ->
    [ramadan] bulan Ramadan
   *[other] masa khusus
    }.
opening-holiday = 📅 { $date }: tutup (libur)
opening-draft = ⏳ Jam ini menurut jam kerja umum dan belum dikonfirmasi kantornya. Kalau datang dari jauh, sebaiknya pastikan dulu.
link-gone = Tautan atau kode itu tidak berlaku lagi. Silakan pilih, atau tulis saja pertanyaan Anda.
poster-what = Layanan dan informasi
poster-scan = Pindai kode ini dengan kamera ponsel{ $channel ->
    [telegram] , lalu tekan Mulai di Telegram
    [whatsapp] , lalu kirim pesan yang sudah tertulis di WhatsApp
   *[web] ; obrolan dengan kota langsung terbuka
    }. Tanya atau lapor kapan saja.
inline-ask = 💬 Tanya atau lapor langsung ke bot
inline-emergency = 🚨 Darurat? Telepon { $numbers }
inline-by = <i>Dari layanan { $city }.</i>
inline-open = 💬 Buka di bot
