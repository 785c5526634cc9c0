# What fits any question (id).

need-words = Mohon tulis dengan kata-kata.
too-short = Mohon tulis sedikit lebih lengkap (paling sedikit { $least } huruf).
too-long = Tulisan Anda { $length } huruf, paling banyak { $most }. Mohon persingkat, atau kirim dalam beberapa bagian.
choose-one = Maaf, belum jelas pilihan yang mana. Tekan salah satu tombol, atau ketik nomor atau namanya.
confirm-unclear = Maaf, belum jelas. Kirim, ubah, atau batalkan?
need-place = Kirim lokasi, atau tulis alamat atau nama kelurahannya.
need-media = Kirim foto, video, pesan suara atau dokumen, atau tekan tombolnya bila tidak ada.
need-stars = Pilih satu sampai lima bintang.
unreadable = Maaf, stiker atau pesan seperti itu tidak bisa kami baca.
noted-too = Sudah kami catat. 👍
corrected = Sudah kami perbaiki sesuai pesan yang Anda ubah. 👍
old-button = Tombol itu dari pertanyaan sebelumnya, jadi tidak kami pakai. Pertanyaannya sekarang:
place-unknown = Tidak tahu / lewati
place-share = 📍 Kirim lokasi saya
place-none = tidak disebutkan
place-pinned = 📍 pin lokasi
place-outside = 📍 di luar batas kota (tetap kami terima)
area-unknown = Tidak tahu
media-none = Tanpa foto
media-done = Cukup, lanjut
media-more = { $count ->
    [1] Sudah ada 1 berkas.
   *[other] Sudah ada { $count } berkas.
    } Bisa tambah { $left } lagi, atau lanjut.
words-yes = ya iya yo y ok oke okay kirim setuju benar betul yes iyo
words-no = tidak batal gak ga nggak jangan no indak ndak
resume-ask = Tadi Anda sedang menulis laporan: “{ $about }”.
    Mau dilanjutkan, atau mulai baru? Pesan Anda barusan tetap kami simpan.
resume-yes = Lanjutkan
resume-anew = Mulai baru
reminder = Laporan Anda belum terkirim: “{ $about }”. Jawab pertanyaan terakhir untuk melanjutkan, atau ketik /batal.
expired = Laporan yang belum selesai (“{ $about }”) kami hapus karena sudah lama tidak dilanjutkan. Anda bisa mulai lagi kapan saja: tulis saja.
