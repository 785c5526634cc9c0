# Replies kept under a name, macros, and many complaints at once (min).

help-templat = jawaban siap pakai; simpan: /templat simpan namo kato-kato
help-makro = babarapo langkah sakaligus, misalnyo /makro mulai 1042-9
help-massal = ciek langkah untuak banyak laporan, misalnyo /massal lewat ganting
replies = <b>{ $count } jawaban siap pakai</b>
replies-none = Alun ado jawaban siap pakai. Buek nan partamo: /templat simpan jadwal Patugas kami tibo bisuak pagi.
replies-line = <b>#{ $code }</b> { $text }
replies-how = Pakai: /balas 1042-9 #jadwal bisuak pagi. Simpan: /templat simpan namo kato-kato (atau “simpan namo en …” untuak bahaso lain). Hapuih: /templat hapus namo
reply-unknown = Jawaban siap pakai #{ $code } indak ado. Caliak kasadonyo jo /templat
reply-language = ({ $language }) { $text }
reply-how = Tulih namo jo kato-katonyo, misalnyo: /templat simpan jadwal Patugas kami tibo bisuak pagi. Namonyo huruf ketek indak pakai spasi.
reply-places = { "{" }{ $unknown }{ "}" } indak kami kenal. Nan bisa diisi surang: { $known }
reply-saved = 💾 #{ $code } disimpan ({ $language }). Pakai: /balas 1042-9 #{ $code }
reply-not-yours = #{ $code } indak punyo dinas Sanak, jadi indak bisa dihapuih di siko.
reply-deleted = 🗑 #{ $code } dihapuih.
macros = <b>{ $count } makro</b>
macros-none = Alun ado makro. Buek nan partamo: /makro simpan cek ambil; catat lah ditelepon
macros-line = <b>{ $code }</b> { $name }
    { $steps }
macros-how = Pakai: /makro mulai 1042-9. Simpan: /makro simpan namo langkah; langkah. Hapuih: /makro hapus namo
macro-unknown = Makro { $code } indak ado. Caliak kasadonyo jo /makro
macro-done = <b>{ $name }</b> untuak { $number }:
macro-did = ✅ { $step }
macro-stopped = ⛔ { $step }
macro-how = Tulih namo jo paliang banyak { $most } langkah, dipisah titiak koma: /makro simpan cek ambil; balas #terima; teruskan dpupr tolong dicek. Langkahnyo: ambil, proses, catat …, balas …, tanya …, teruskan DINAS …, tolak …
macro-saved = 💾 Makro { $code } disimpan: { $steps }
macro-not-yours = Makro { $code } indak punyo dinas Sanak, jadi indak bisa dihapuih di siko.
macro-deleted = 🗑 Makro { $code } dihapuih.
step-take = ambiak
step-process = proses
step-note = catat
step-reply = baleh
step-ask = tanyo
step-forward = taruihkan
step-reject = tulak
bulk-how = Laporan nan ma? Pakai kato-kato bantuak /tiket, misalnyo: /massal lewat ganting, /massal bebas lampu
bulk-many = Sakali jalan paliang banyak { $most } laporan; nan paliang lamo didaulukan.
bulk-do = <b>{ $count } laporan</b> ({ $said }). A nan ka dikarajoan?
bulk-agency = Ditaruihkan ka dinas ma?
bulk-text = A kato-katonyo? Ka dipakai untuak { $count } laporan. Buliah dimulai jo #namo jawaban siap pakai.
bulk-nothing = Indak ciek pun nan bisa: { $why }
bulk-skipped = { $count } dilewatan dek indak bisa.
bulksure-sure = <b>{ $count } laporan. Nan ka dikarajoan: { $do }.</b> { $skipped }
    { $numbers }
    { $text }

    Alun ado nan dikarajoan. Lanjuik?
bulksure-sure-yes = ✅ Iyo, karajoan
bulksure-sure-no = ❌ Batal
bulk-done = ✅ { $count } laporan: { $do }. { $left ->
    [0] { "" }
   *[other] { $left } lah indak bisa.
    }
group-bulk = { $name }: { $count } laporan sakaligus: { $do }.
