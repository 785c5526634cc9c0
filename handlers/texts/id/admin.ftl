# What the city sets in the chat (id).

admin = <b>Yang dapat diatur di sini</b>
    /admin rute: dinas mana menerima laporan apa
    /admin rute KATEGORI [KELURAHAN] DINAS: membuat aturan, juga per jenis (keluhan, saran, pertanyaan)
    /admin rute hapus NOMOR: menghapus aturan
    /admin kategori KODE dinas KODE: memindahkan satu kategori
button-routes = 🧭 Aturan rute
button-categories = 🗂 Kategori
admin-rules = <b>Aturan rute</b> (selain itu: dinas kategorinya)
admin-rules-none = Belum ada aturan rute. Semua laporan ke dinas kategorinya. Contoh membuatnya:
    /admin rute jalan ganting dpupr
admin-rule = <b>{ $id }</b> · { $rule }{ $hand ->
    [yes] {" "}(diubah tangan)
   *[no] {""}
    }
admin-categories = <b>Kategori dan dinasnya</b>
admin-category = { $code } · { $name } → { $agency }
help-admin = mengatur rute laporan
admin-unclear = Tidak jelas: “{ $said }”. { $hint ->
    [no] Contoh: /admin rute jalan ganting dpupr
   *[other] Maksudnya { $hint }?
    }
admin-no-rule = Tidak ada aturan nomor { $id }. Lihat: /admin rute
admin-confirm = { $what ->
    [remove] Hapus aturan <b>{ $rule }</b>?
   *[other] Aturan: <b>{ $rule }</b>?
    }
    { $count ->
    [0] Tidak ada laporan terbuka yang terkena.
   *[other] { $count } laporan terbuka seperti ini tetap di tempatnya.
    } Berlaku untuk laporan baru.
admin-confirm-yes = ✅ Ya
admin-confirm-no = ❌ Batal
admin-set = ✅ Tersimpan: { $rule }. Berlaku untuk laporan baru dalam beberapa detik. { $count ->
    [0] Tidak ada laporan terbuka yang terkena.
   *[other] { $count } laporan terbuka seperti ini tetap di tempatnya.
    }
admin-removed = 🗑 Terhapus: { $rule }. Laporan baru mengikuti aturan lain atau dinas kategorinya.
