# What the city sets in the chat (min).

admin = <b>Nan dapek diatur di siko</b>
    /admin rute: dinas ma nan manarimo laporan apo
    /admin rute KATEGORI [KALURAHAN] DINAS: mambuek aturan, dapek juo manuruik jinih (kaluhan, saran, patanyoan)
    /admin rute hapus NOMOR: maapuih aturan
    /admin kategori KODE dinas KODE: mamindahan ciek kategori
button-routes = 🧭 Aturan rute
button-categories = 🗂 Kategori
admin-rules = <b>Aturan rute</b> (salain itu: dinas kategorinyo)
admin-rules-none = Alun ado aturan rute. Sado laporan ka dinas kategorinyo. Contoh mambueknyo:
    /admin rute jalan ganting dpupr
admin-rule = <b>{ $id }</b> · { $rule }{ $hand ->
    [yes] {" "}(diubah jo tangan)
   *[no] {""}
    }
admin-categories = <b>Kategori jo dinasnyo</b>
admin-category = { $code } · { $name } → { $agency }
help-admin = maatur rute laporan
admin-unclear = Indak jaleh: “{ $said }”. { $hint ->
    [no] Contohnyo: /admin rute jalan ganting dpupr
   *[other] Mukasuiknyo { $hint }?
    }
admin-no-rule = Indak ado aturan nomor { $id }. Caliak: /admin rute
admin-confirm = { $what ->
    [remove] Apuih aturan <b>{ $rule }</b>?
   *[other] Aturan: <b>{ $rule }</b>?
    }
    { $count ->
    [0] Indak ado laporan tabuka nan kanai.
   *[other] { $count } laporan tabuka nan saroman ko tatap di tampeknyo.
    } Balaku untuak laporan baru.
admin-confirm-yes = ✅ Iyo
admin-confirm-no = ❌ Indak
admin-set = ✅ Tasimpan: { $rule }. Balaku untuak laporan baru dalam babarapo detik. { $count ->
    [0] Indak ado laporan tabuka nan kanai.
   *[other] { $count } laporan tabuka nan saroman ko tatap di tampeknyo.
    }
admin-removed = 🗑 Taapuih: { $rule }. Laporan baru maikuik aturan lain atau dinas kategorinyo.
