# The city's answers in the hands of those who look after them (id).

## Finding and reading

help-jawaban = jawaban dinas Anda: cari, baca, ubah; misalnya /jawaban ktp
help-terbitkan = terbitkan jawaban yang sudah diperiksa, misalnya /terbitkan ktp_hilang
help-tarik = tarik jawaban, jadi konsep lagi
command-publish = /terbitkan
command-withdraw = /tarik
answers-nobody = tidak ada
answers-which = Jawaban yang mana? Tulis kuncinya, misalnya: { $command } ktp_hilang. Daftarnya: /jawaban
answers-card = <b>{ $title }</b>
    { $key } ({ $language })
answers-is-draft = { $mark } Konsep, belum dibaca warga · versi { $version }
answers-is-published = { $mark } Terbit · versi { $version }
answers-is-expired = { $mark } Kedaluwarsa: masih ditampilkan, dengan peringatan · versi { $version }
answers-owner = Pemilik: { $agency }
answers-source = Sumber: { $source }
answers-checked = Diperiksa: { $day }
answers-until = Berlaku sampai: { $day }
answers-action = Langkah berikutnya: { $action }
answers-phrasings = Cara warga bertanya ({ $count }): <i>{ $phrasings }</i>{ $more ->
    [0] { "" }
   *[other] { " " }dan { $more } lagi
    }
answers-list = <b>{ $search ->
    [no] Jawaban
   *[other] Jawaban untuk “{ $words }”
    }: { $first }–{ $last } dari { $count }</b>
    📝 konsep · ✅ terbit · ⌛ kedaluwarsa
answers-line = • { $title }
    { $key } · { $states }{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
answers-none = { $search ->
    [no] Dinas Anda belum punya jawaban.
   *[other] Tidak ada jawaban untuk “{ $words }”.
    } Buat yang baru: /jawaban baru
answers-button-new = ➕ Jawaban baru
answers-button-drafts = 📝 Konsep
answers-button-expired = ⌛ Kedaluwarsa
answers-button-change = ✏️ Ubah
answers-button-phrasings = 💬 Cara bertanya
answers-button-publish = ✅ Terbitkan
answers-button-again = ✅ Periksa ulang
answers-button-withdraw = ↩️ Tarik
answers-button-versions = 🕘 Versi lama
answers-button-restore = Kembalikan versi { $number }
answers-button-language = 🌐 { $language }
answers-versions = <b>Versi “{ $title }”</b> ({ $count })
answers-version = <b>{ $number }</b> · { $at } · { $name } · { $state ->
    [draft] konsep
   *[published] terbit
    } · { $title }

## Changing

answer-what = Apa yang diubah?
answer-what-title = Judul
answer-what-body = Isi
answer-what-phrasings = Cara bertanya
answer-what-source = Sumber
answer-what-until = Berlaku sampai
answer-title = Judul sekarang: <b>{ $now }</b>
    Tulis judul yang baru:
answer-body = Isi sekarang:
    { $now }

    Tulis isi yang baru seluruhnya. Tebal: &lt;b&gt;…&lt;/b&gt;
answer-source = Sumber sekarang: { $now }
    Tulis sumber yang baru, misalnya peraturan atau alamat laman:
answer-phrasings = Cara warga bertanya sekarang:
    { $now }

    Tulis yang mau ditambah, satu di setiap baris. Untuk menghapus, awali barisnya dengan tanda -
answer-until = Sampai kapan jawaban ini berlaku? Pilih, atau tulis tanggalnya, misalnya 31-12-2027.
publish-source = <b>{ $title }</b>
    Apa sumbernya? Misalnya peraturan, alamat laman resmi, atau siapa yang memastikan.
publish-until = Masa berlakunya sudah lewat. Sampai kapan jawaban ini berlaku? Pilih, atau tulis tanggalnya.
publish-sure = <b>{ $title }</b>
    Sumber: { $source }

    Dengan menerbitkan, Anda menyatakan isinya benar per hari ini. Terbitkan?
publish-sure-yes = ✅ Terbitkan
publish-sure-no = ❌ Batal
answersure-sure = { $do ->
    [remove] Hapus <b>{ $title }</b> dari pemakaian? Versinya tetap tersimpan.
    [restore] Kembalikan isi versi { $number } untuk <b>{ $title }</b>?
   *[withdraw] Tarik <b>{ $title }</b>? Warga tidak lagi mendapatnya sampai diterbitkan kembali.
    }
answersure-sure-yes = ✅ Ya
answersure-sure-no = ❌ Batal
answernew-title = Tentang apa jawaban ini? Tulis judulnya, boleh berupa pertanyaan.
answernew-body = <b>{ $title }</b>
    Apa jawabannya? Tulis seperti yang akan dibaca warga. Jangan tulis nama atau nomor siapa pun.
answers-keep = Pakai: { $text }
answers-day-half = Enam bulan
answers-day-year = Setahun
answers-day-none = Tanpa batas
answers-day-unclear = Tanggalnya belum jelas. Contoh: 31-12-2027
answers-day-past = Tanggal itu sudah lewat.
answers-changed = ✅ Tersimpan sebagai versi { $version }.
answers-is-out = ✅ Terbit. Warga mendapatnya mulai sekarang.
answers-withdrawn = ↩️ Ditarik, sekarang konsep. Warga tidak lagi mendapatnya.
answers-restored = ✅ Isi versi { $number } dipakai lagi.
answers-removed = 🗑 <b>{ $title }</b> tidak dipakai lagi.
answers-draft-kept = 📝 Tersimpan sebagai konsep. { $head ->
    [yes] Terbitkan kalau sudah benar: /terbitkan { $key }
   *[no] Kepala dinas Anda menerbitkannya dengan /terbitkan { $key }
    }
answers-gone = Jawaban itu sudah tidak dipakai lagi.
answers-crossed = Jawaban { $answer } baru saja diubah orang lain, jadi perubahan Anda belum disimpan. Lihat dulu: /jawaban { $answer }
answers-not-yours = Jawaban { $answer } milik dinas lain.
answers-published = Jawaban { $answer } sudah terbit, jadi hanya kepala dinas yang mengubahnya. Cara bertanya boleh Anda tambah: /jawaban { $answer } cara
answers-head-publishes = Yang boleh menerbitkan jawaban { $answer } hanya kepala dinas pemiliknya.
answers-draft-already = Jawaban { $answer } memang masih konsep.
answers-no-version = Tidak ada versi { $version }.

## From a reply to an answer

help-jawab = jadikan balasan Anda atas pertanyaan warga jawaban untuk semua, misalnya /jawab 1042-9
command-answer = /jawab
answers-from-reply = balasan atas pertanyaan { $number }
answers-no-question = Laporan { $number } bukan pertanyaan, jadi tidak bisa dijadikan jawaban untuk semua.
answers-secret = { $number } bersifat rahasia, jadi isinya tidak boleh menjadi jawaban untuk semua.
answers-no-reply = Pertanyaan { $number } belum dijawab. Jawab dulu dengan /balas { $number }, lalu /jawab { $number }
answers-made-already = Pertanyaan { $number } sudah menjadi konsep: /jawaban { $answer }

## Questions that wait

help-pertanyaan = pertanyaan warga yang belum terjawab
waiting-none = 👍 Tidak ada pertanyaan yang menunggu.
waiting-list = <b>{ $count } hal belum terjawab</b> ({ $total } pertanyaan). Yang paling sering di atas.
waiting-agency = { $agency }: { $count }
waiting-line = { $number }. “{ $text }” · { $count }×{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
waiting-card = <b>Ditanyakan { $count }×</b>
waiting-text = • “{ $text }”{ $count ->
    [1] { "" }
   *[other] { " " }({ $count }×)
    }
waiting-more = … dan { $count } kalimat lain
waiting-failed = Sudah dicoba, tetapi tidak membantu: { $keys }
waiting-how = Jawaban lain: ketik { $name } ke KUNCI
waiting-button-answer = ✍️ Buat jawaban
waiting-button-reply = 📄 Jadikan balasan { $number } jawaban
waiting-button-to = 💬 Ke: { $title }
waiting-button-nothing = Tidak perlu apa-apa
waiting-no-agency = Dinas “{ $said }” tidak kami kenal.
waiting-gone = Itu sudah diurus, atau bukan untuk dinas Anda. Lihat lagi: /pertanyaan
waiting-added = ✅ { $count } pertanyaan kini menemukan “{ $title }”.
waiting-settled = ✅ { $count } pertanyaan dianggap selesai.

## Ways of asking, proposed

help-usulan = cara warga bertanya yang bisa ditambahkan ke jawaban Anda
usulan-none = 👍 Tidak ada usulan.
usulan-one = Setelah bertanya begini, { $count } warga memilih <b>{ $title }</b> ({ $key }). Tambahkan sebagai cara bertanya?
usulan-left = { $left ->
    [0] Ini yang terakhir.
   *[other] Masih ada { $left } usulan lagi.
    }
usulan-yes = ✅ Tambahkan
usulan-no = ❌ Jangan
usulan-see = Lihat jawabannya
usulan-added = ✅ Ditambahkan ke “{ $title }”.
usulan-declined = Tidak ditambahkan ke “{ $title }”.
usulan-how = Jawab dengan { $name } ya atau { $name } tidak.

## Trying

help-coba = coba: apa yang akan dijawab, dan mengapa, misalnya /coba ktp ilang gmn
trying-how = Tulis pertanyaannya, misalnya: /coba ktp ilang gmn min
trying-emergency = 🚨 Nomor darurat lebih dulu: { $numbers }
trying-category = Kalau laporan, ini tentang: { $categories }
trying-answer = ✅ <b>Dijawab</b>: yang pertama, { $percent } % yakin.
trying-offer = 🤔 <b>Ditawarkan</b>: warga memilih sendiri; yang pertama { $percent } % yakin.
trying-hand_over = 🙋 <b>Ke petugas</b>: tidak ada yang cukup yakin ({ $percent } %).
trying-hit = <b>{ $number }. { $title }</b> ({ $key }) · { $percent } % · nilai { $score }
    paling mirip: <i>{ $phrasing }</i>{ $missed ->
    [none] { "" }
   *[other] { "" }
    tidak terjelaskan: { $missed }
    }
trying-draft = 📝 Kalau diterbitkan, konsep <b>{ $title }</b> ({ $key }) yang pertama: { $percent } %.

## Before an answer expires

expiry = ⌛ <b>{ $count } jawaban dinas Anda segera kedaluwarsa.</b>
expiry-one = • { $title } ({ $key }, { $language }): sampai { $day }
expiry-more = … dan { $count } lagi
expiry-how = Masih benar? Kepala dinas memeriksanya ulang: /terbitkan { $key }. Sudah berubah? /jawaban { $key } ubah
