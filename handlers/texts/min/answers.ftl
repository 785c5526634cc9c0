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
