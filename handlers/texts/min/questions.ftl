# What fits any question (min).

need-words = Tolong tulih jo kato-kato.
too-short = Tolong tulih saketek labiah langkok (paliang saketek { $least } huruf).
too-long = Tulisan Sanak { $length } huruf, paliang banyak { $most }. Tolong singkekan, atau kirim babarapo bagian.
choose-one = Maaf, alun jaleh piliahan nan ma. Takan salah satu tombol, atau ketik nomor atau namonyo.
confirm-unclear = Maaf, alun jaleh. Kirim, ubah, atau batalan?
need-place = Kirim lokasi, atau tulih alamaik atau namo kelurahannyo.
need-media = Kirim foto, video, pasan suaro atau dokumen, atau takan tombolnyo kok indak ado.
need-stars = Piliah ciek sampai limo bintang.
unreadable = Maaf, stiker atau pasan mode itu indak bisa kami baco.
noted-too = Alah kami catat. 👍
corrected = Alah kami paelok sasuai pasan nan Sanak ubah. 👍
old-button = Tombol tu dari tanyo sabalunnyo, jadi indak kami pakai. Tanyonyo kini:
place-unknown = Indak tau / lewati
place-share = 📍 Kirim lokasi ambo
place-none = indak disabuikan
place-pinned = 📍 pin lokasi
place-outside = 📍 di lua bateh kota (tatap kami tarimo)
area-unknown = Indak tau
media-none = Indak ado foto
media-done = Cukuik, lanjuik
media-more = { $count ->
    [1] Alah ado 1 berkas.
   *[other] Alah ado { $count } berkas.
    } Bisa tambah { $left } lai, atau lanjuik.
words-yes = iyo yo ya iya y ok oke okay kirim satuju batua yes
words-no = indak ndak batal jan tidak no
resume-ask = Tadi Sanak sadang manulih laporan: “{ $about }”.
    Nio dilanjuikan, atau mulai baru? Pasan Sanak nan barusan tatap kami simpan.
resume-yes = Lanjuikan
resume-anew = Mulai baru
reminder = Laporan Sanak alun takirim: “{ $about }”. Jawek tanyo tarakhir untuak malanjuikan, atau ketik /batal.
expired = Laporan nan alun salasai (“{ $about }”) kami hapuih dek alah lamo indak dilanjuikan. Sanak bisa mulai lai bilo se: tulih se.
