# Replies kept under a name, macros, and many complaints at once (id).

help-templat = balasan siap pakai; simpan: /templat simpan nama kata-kata
help-makro = beberapa langkah sekaligus, misalnya /makro mulai 1042-9
help-massal = satu langkah untuk banyak laporan, misalnya /massal lewat ganting
replies = <b>{ $count } balasan siap pakai</b>
replies-none = Belum ada balasan siap pakai. Buat yang pertama: /templat simpan jadwal Petugas kami datang besok pagi.
replies-line = <b>#{ $code }</b> { $text }
replies-how = Pakai: /balas 1042-9 #jadwal besok pagi. Simpan: /templat simpan nama kata-kata (atau “simpan nama en …” untuk bahasa lain). Hapus: /templat hapus nama
reply-unknown = Balasan siap pakai #{ $code } tidak ada. Lihat semuanya dengan /templat
reply-language = ({ $language }) { $text }
reply-how = Tulis nama dan kata-katanya, misalnya: /templat simpan jadwal Petugas kami datang besok pagi. Namanya huruf kecil tanpa spasi.
reply-places = { "{" }{ $unknown }{ "}" } tidak kami kenal. Yang dapat diisi otomatis: { $known }
reply-saved = 💾 #{ $code } disimpan ({ $language }). Pakai: /balas 1042-9 #{ $code }
reply-not-yours = #{ $code } bukan milik dinas Anda, jadi tidak bisa dihapus di sini.
reply-deleted = 🗑 #{ $code } dihapus.
macros = <b>{ $count } makro</b>
macros-none = Belum ada makro. Buat yang pertama: /makro simpan cek ambil; catat sudah ditelepon
macros-line = <b>{ $code }</b> { $name }
    { $steps }
macros-how = Pakai: /makro mulai 1042-9. Simpan: /makro simpan nama langkah; langkah. Hapus: /makro hapus nama
macro-unknown = Makro { $code } tidak ada. Lihat semuanya dengan /makro
macro-done = <b>{ $name }</b> untuk { $number }:
macro-did = ✅ { $step }
macro-stopped = ⛔ { $step }
macro-how = Tulis nama dan paling banyak { $most } langkah, dipisah titik koma: /makro simpan cek ambil; balas #terima; teruskan dpupr mohon dicek. Langkahnya: ambil, proses, catat …, balas …, tanya …, teruskan DINAS …, tolak …
macro-saved = 💾 Makro { $code } disimpan: { $steps }
macro-not-yours = Makro { $code } bukan milik dinas Anda, jadi tidak bisa dihapus di sini.
macro-deleted = 🗑 Makro { $code } dihapus.
step-take = ambil
step-process = proses
step-note = catat
step-reply = balas
step-ask = tanya
step-forward = teruskan
step-reject = tolak
bulk-how = Laporan yang mana? Pakai kata-kata seperti pada /tiket, misalnya: /massal lewat ganting, /massal bebas lampu
bulk-many = Sekali jalan paling banyak { $most } laporan; yang paling lama didahulukan.
bulk-do = <b>{ $count } laporan</b> ({ $said }). Apa yang dilakukan?
bulk-agency = Diteruskan ke dinas mana?
bulk-text = Kata-katanya? Akan dipakai untuk { $count } laporan. Boleh dimulai dengan #nama balasan siap pakai.
bulk-nothing = Tidak satu pun bisa: { $why }
bulk-skipped = { $count } dilewati karena tidak bisa.
bulksure-sure = <b>{ $count } laporan. Yang akan dilakukan: { $do }.</b> { $skipped }
    { $numbers }
    { $text }

    Belum ada yang dilakukan. Lanjutkan?
bulksure-sure-yes = ✅ Ya, lakukan
bulksure-sure-no = ❌ Batal
bulk-done = ✅ { $count } laporan: { $do }. { $left ->
    [0] { "" }
   *[other] { $left } sudah tidak bisa.
    }
group-bulk = { $name }: { $count } laporan sekaligus: { $do }.
