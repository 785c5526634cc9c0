# Who has which access (id).

access = <b>Siapa boleh apa ({ $count }):</b>
access-line = • { $warning ->
    [none] { "" }
   *[other] ⚠️{ " " }
    }<b>{ $number }</b> { $name } · { $role } { $agency } · { $invited ->
    [yes] diundang { $since }, belum masuk
   *[no] sejak { $since } · terakhir bekerja { $last } · { $channels }
    }{ $warning ->
    [idle] . Lebih dari 90 hari tidak bekerja: masih perlu?
    [invited] . Undangan sudah lebih dari 7 hari: batalkan?
   *[none] { "" }
    }
access-group = 👥 Grup { $agency } ({ $channel } { $address })
access-concern = ⚠️ { $kind ->
    [admin] Tidak ada pengelola kedua: kalau pengelola berhalangan, tidak ada yang dapat mengatur.
    [group] Grup { $agency } menerima laporan, tetapi tidak ada petugasnya.
   *[head] { $agency } belum punya kepala di sini.
    }
access-end = Mengakhiri hak: /akses cabut NOMOR
access-ended = Hak { $name } sudah berakhir.
access-nobody = Tidak ada hak nomor { $number } yang dapat Anda akhiri.
access-last-admin = { $name } pengelola yang terakhir. Undang pengelola lain lebih dulu.
access-whom = Hak siapa yang diakhiri? Tulis nomornya dari /akses, misalnya: /akses cabut 12
help-akses = siapa punya hak apa, dan mengakhirinya
