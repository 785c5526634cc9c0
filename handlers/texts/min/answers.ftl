# The city's answers in the hands of those who look after them (min).

## Finding and reading

help-jawaban = jaweknyo dinas Sanak: cari, baco, ubek; misalnyo /jawaban ktp
help-terbitkan = tabikan jawek nan alah dipareso, misalnyo /terbitkan ktp_hilang
help-tarik = tariak jawek, jadi konsep baliak
command-publish = /terbitkan
command-withdraw = /tarik
answers-nobody = indak ado
answers-which = Jawek nan ma? Tulih kuncinyo, misalnyo: { $command } ktp_hilang. Daftarnyo: /jawaban
answers-card = <b>{ $title }</b>
    { $key } ({ $language })
answers-is-draft = { $mark } Konsep, alun dibaco warga · versi { $version }
answers-is-published = { $mark } Alah tabik · versi { $version }
answers-is-expired = { $mark } Alah lewaik maso: masih dikaluakan, jo paringatan · versi { $version }
answers-owner = Nan punyo: { $agency }
answers-source = Sumber: { $source }
answers-checked = Dipareso: { $day }
answers-until = Balaku sampai: { $day }
answers-action = Langkah salanjuiknyo: { $action }
answers-phrasings = Caro warga batanyo ({ $count }): <i>{ $phrasings }</i>{ $more ->
    [0] { "" }
   *[other] { " " }jo { $more } lai
    }
answers-list = <b>{ $search ->
    [no] Jawek
   *[other] Jawek untuak “{ $words }”
    }: { $first }–{ $last } dari { $count }</b>
    📝 konsep · ✅ tabik · ⌛ lewaik maso
answers-line = • { $title }
    { $key } · { $states }{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
answers-none = { $search ->
    [no] Dinas Sanak alun punyo jawek.
   *[other] Indak ado jawek untuak “{ $words }”.
    } Buek nan baru: /jawaban baru
answers-button-new = ➕ Jawek baru
answers-button-drafts = 📝 Konsep
answers-button-expired = ⌛ Lewaik maso
answers-button-change = ✏️ Ubek
answers-button-phrasings = 💬 Caro batanyo
answers-button-publish = ✅ Tabikan
answers-button-again = ✅ Pareso baliak
answers-button-withdraw = ↩️ Tariak
answers-button-versions = 🕘 Versi lamo
answers-button-restore = Baliakan versi { $number }
answers-button-language = 🌐 { $language }
answers-versions = <b>Versi “{ $title }”</b> ({ $count })
answers-version = <b>{ $number }</b> · { $at } · { $name } · { $state ->
    [draft] konsep
   *[published] tabik
    } · { $title }

## Changing

answer-what = Apo nan ka diubek?
answer-what-title = Judul
answer-what-body = Isi
answer-what-phrasings = Caro batanyo
answer-what-source = Sumber
answer-what-until = Balaku sampai
answer-title = Judul kini: <b>{ $now }</b>
    Tulih judul nan baru:
answer-body = Isi kini:
    { $now }

    Tulih isi nan baru kasadonyo. Taba: &lt;b&gt;…&lt;/b&gt;
answer-source = Sumber kini: { $now }
    Tulih sumber nan baru, misalnyo paraturan atau alamaik laman:
answer-phrasings = Caro warga batanyo kini:
    { $now }

    Tulih nan ka ditambah, ciek di satiok barih. Untuak mahapuih, awali barihnyo jo tando -
answer-until = Sampai bilo jawek ko balaku? Piliah, atau tulih tanggalnyo, misalnyo 31-12-2027.
publish-source = <b>{ $title }</b>
    Apo sumbernyo? Misalnyo paraturan, alamaik laman resmi, atau sia nan mamastian.
publish-until = Maso balakunyo alah lewaik. Sampai bilo jawek ko balaku? Piliah, atau tulih tanggalnyo.
publish-sure = <b>{ $title }</b>
    Sumber: { $source }

    Jo manabikan, Sanak manyatoan isinyo bana hari ko. Tabikan?
publish-sure-yes = ✅ Tabikan
publish-sure-no = ❌ Batal
answersure-sure = { $do ->
    [remove] Hapuih <b>{ $title }</b> dari pamakaian? Versinyo tatap tasimpan.
    [restore] Baliakan isi versi { $number } untuak <b>{ $title }</b>?
   *[withdraw] Tariak <b>{ $title }</b>? Warga indak mandapeknyo lai sampai ditabikan baliak.
    }
answersure-sure-yes = ✅ Iyo
answersure-sure-no = ❌ Batal
answernew-title = Tantang apo jawek ko? Tulih judulnyo, buliah juo barupo tanyo.
answernew-body = <b>{ $title }</b>
    Apo jaweknyo? Tulih sarupo nan ka dibaco warga. Jan tulih namo atau nomor urang.
answers-keep = Pakai: { $text }
answers-day-half = Anam bulan
answers-day-year = Satahun
answers-day-none = Indak babateh
answers-day-unclear = Tanggalnyo alun jaleh. Contoh: 31-12-2027
answers-day-past = Tanggal tu alah lewaik.
answers-changed = ✅ Tasimpan sabagai versi { $version }.
answers-is-out = ✅ Alah tabik. Warga mandapeknyo mulai kini.
answers-withdrawn = ↩️ Alah ditariak, kini konsep. Warga indak mandapeknyo lai.
answers-restored = ✅ Isi versi { $number } dipakai baliak.
answers-removed = 🗑 <b>{ $title }</b> indak dipakai lai.
answers-draft-kept = 📝 Tasimpan sabagai konsep. { $head ->
    [yes] Tabikan kalau alah bana: /terbitkan { $key }
   *[no] Kapalo dinas Sanak nan manabikannyo jo /terbitkan { $key }
    }
answers-gone = Jawek tu alah indak dipakai lai.
answers-crossed = Jawek { $answer } baru se diubek urang lain, jadi parubahan Sanak alun disimpan. Caliak dulu: /jawaban { $answer }
answers-not-yours = Jawek { $answer } punyo dinas lain.
answers-published = Jawek { $answer } alah tabik, jadi hanyo kapalo dinas nan maubeknyo. Caro batanyo buliah Sanak tambah: /jawaban { $answer } cara
answers-head-publishes = Nan buliah manabikan jawek { $answer } hanyo kapalo dinas nan punyo.
answers-draft-already = Jawek { $answer } memang masih konsep.
answers-no-version = Indak ado versi { $version }.

## From a reply to an answer

help-jawab = jadian balasan Sanak ateh tanyo warga jawek untuak sado urang, misalnyo /jawab 1042-9
command-answer = /jawab
answers-from-reply = balasan ateh tanyo { $number }
answers-no-question = Laporan { $number } indak tanyo, jadi indak bisa dijadian jawek untuak sado urang.
answers-secret = { $number } rahasio, jadi isinyo indak buliah jadi jawek untuak sado urang.
answers-no-reply = Tanyo { $number } alun dijawek. Jawek dulu jo /balas { $number }, sudah tu /jawab { $number }
answers-made-already = Tanyo { $number } alah jadi konsep: /jawaban { $answer }

## Questions that wait

help-pertanyaan = tanyo warga nan alun tajawek
waiting-none = 👍 Indak ado tanyo nan mananti.
waiting-list = <b>{ $count } hal alun tajawek</b> ({ $total } tanyo). Nan paliang acok di ateh.
waiting-agency = { $agency }: { $count }
waiting-line = { $number }. “{ $text }” · { $count }×{ $agency ->
    [none] { "" }
   *[other] { " " }· { $agency }
    }
waiting-card = <b>Ditanyoan { $count }×</b>
waiting-text = • “{ $text }”{ $count ->
    [1] { "" }
   *[other] { " " }({ $count }×)
    }
waiting-more = … jo { $count } kalimaik lain
waiting-failed = Alah dicubo, tapi indak manolong: { $keys }
waiting-how = Jawek lain: ketik { $name } ka KUNCI
waiting-button-answer = ✍️ Buek jawek
waiting-button-reply = 📄 Jadian balasan { $number } jawek
waiting-button-to = 💬 Ka: { $title }
waiting-button-nothing = Indak paralu apo-apo
waiting-no-agency = Dinas “{ $said }” indak kami kenal.
waiting-gone = Itu alah diuruih, atau indak untuak dinas Sanak. Caliak baliak: /pertanyaan
waiting-added = ✅ { $count } tanyo kini manamuan “{ $title }”.
waiting-settled = ✅ { $count } tanyo dianggap salasai.

## Ways of asking, proposed

help-usulan = caro warga batanyo nan bisa ditambahan ka jawek Sanak
usulan-none = 👍 Indak ado usulan.
usulan-one = Sasudah batanyo mode iko, { $count } warga mamiliah <b>{ $title }</b> ({ $key }). Tambahan sabagai caro batanyo?
usulan-left = { $left ->
    [0] Iko nan tarakhia.
   *[other] Masih ado { $left } usulan lai.
    }
usulan-yes = ✅ Tambahan
usulan-no = ❌ Jan
usulan-see = Caliak jaweknyo
usulan-added = ✅ Alah ditambahan ka “{ $title }”.
usulan-declined = Indak ditambahan ka “{ $title }”.
usulan-how = Jawek jo { $name } iyo atau { $name } indak.

## Trying

help-coba = cubo: apo nan ka dijawek, dan dek a, misalnyo /coba ktp ilang baa
trying-how = Tulih tanyonyo, misalnyo: /coba ktp ilang baa min
trying-emergency = 🚨 Nomor darurat dulu: { $numbers }
trying-category = Kalau laporan, iko tantang: { $categories }
trying-answer = ✅ <b>Dijawek</b>: nan partamo, { $percent } % yakin.
trying-offer = 🤔 <b>Ditawaran</b>: warga mamiliah surang; nan partamo { $percent } % yakin.
trying-hand_over = 🙋 <b>Ka patugas</b>: indak ado nan cukuik yakin ({ $percent } %).
trying-hit = <b>{ $number }. { $title }</b> ({ $key }) · { $percent } % · nilai { $score }
    paliang sarupo: <i>{ $phrasing }</i>{ $missed ->
    [none] { "" }
   *[other] { "" }
    indak tajalehan: { $missed }
    }
trying-draft = 📝 Kalau ditabikan, konsep <b>{ $title }</b> ({ $key }) nan partamo: { $percent } %.

## Before an answer expires

expiry = ⌛ <b>{ $count } jawek dinas Sanak ka abih masonyo.</b>
expiry-one = • { $title } ({ $key }, { $language }): sampai { $day }
expiry-more = … jo { $count } lai
expiry-how = Masih bana? Kapalo dinas mamaresonyo baliak: /terbitkan { $key }. Alah barubah? /jawaban { $key } ubek
