# Where complaints go: sending on, sending back, the city's rules (id).

card-moved = 📨 { $trail }
    { $card }
trail-forwarded = Diteruskan { $by } ({ $from }) ke { $to }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
trail-returned = Dikembalikan { $by } ({ $from }) untuk diperiksa { $to }{ $rounds ->
    [yes] , tadinya hendak ke { $meant }
   *[no] {""}
    }{ $reason ->
    [yes] : { $why }
   *[no] .
    }
group-moved = ↪️ { $number } sudah tidak di sini. { $trail }
went-forwarded = diteruskan ke { $agency }
went-returned = { $agency } mencarikan dinas yang tepat
event-returned = dikembalikan kepada verifikator
notice-returned = Laporan <b>{ $number }</b>: { $agency } sedang mencarikan dinas yang tepat untuk { $kind ->
    [aspiration] saran
    [information] pertanyaan
   *[other] laporan
    } Anda. Anda tidak perlu mengirim ulang.
button-suggested = { $percent ->
    [0] Teruskan ke { $agency }
   *[other] Teruskan ke { $agency } ({ $percent } %)
    }
button-alih = ↪️ Alihkan
button-not-ours = ↩️ Bukan wewenang kami
command-forward = /alih
help-alih = meneruskan laporan ke dinas lain atau mengembalikannya, dengan alasan
forward-to = Laporan { $number } diteruskan ke mana? Pilih, atau tulis nama dinasnya.
forward-not-ours = ↩️ Bukan wewenang kami, tidak tahu punya siapa
forward-why = Mengapa { $number } bukan wewenang dinas Anda? Tulis alasannya untuk verifikator:
forward-done = ↪️ { $number } sudah diteruskan ke { $agency }. Pelapor sudah diberi tahu.
forward-returned = ↩️ { $number } sudah dikembalikan ke { $agency } beserta alasannya.
forward-verified-first = ↩️ { $number } dikirim ke { $agency } dulu, karena laporan ini sudah berpindah-pindah. Verifikator yang memutuskan.
forward-same = Laporan { $number } memang sudah di { $agency }.
forward-secret = Laporan rahasia { $number } tidak boleh diteruskan ke dinas lain. Yang boleh membacanya hanya pengawas yang ditunjuk kota.
forward-gone = { $agency } sudah tidak ada. Pilih dinas yang lain.
forward-nobody = { $agency } belum punya petugas di sini, jadi tidak ada yang akan membaca laporan itu.
staff-moved = Laporan { $number } sudah diteruskan ke { $agency }.
