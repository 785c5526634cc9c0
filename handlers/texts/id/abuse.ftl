# Limits for each sender (id).

help-bisukan = hentikan sementara pengirim laporan, misalnya /bisukan 1042-9 3 hari …; tanpa nomor: daftarnya
help-tegur = tegur pengirim laporan dengan alasan
fold-note = 📥 { $count } pesan Anda sudah kami terima semuanya dan kami jawab sekaligus.
limit-reached = Anda sudah mengirim { $most } laporan dalam 24 jam, itu batasnya. Besok bisa lagi. Laporan yang sudah ada boleh ditambah kapan saja, dan dalam keadaan darurat telepon 112.
limit-muted = Laporan baru dari Anda tidak kami terima sampai { $until }. Alasan petugas: { $reason }
    Laporan yang sudah ada tetap diproses. Dalam keadaan darurat telepon 112.
limit-warned = ⚠️ Petugas meminta perhatian Anda: { $reason }
    Mohon dipatuhi, supaya laporan Anda tetap bisa kami terima.
limit-lifted = Anda bisa mengirim laporan lagi. Terima kasih.
mute-reason = Tulis alasannya; pengirim akan membacanya. Misalnya: /bisukan { $number } 3 hari laporan bohong berulang kali
mute-done = 🔇 Pengirim { $number } tidak bisa membuat laporan baru sampai { $until }. Alasannya sudah disampaikan; keadaan darurat tetap dilayani.
mute-none = Pengirim { $number } memang tidak dibisukan.
mute-lifted = 🔊 Pengirim { $number } bisa melapor lagi.
mute-nobody = Tidak ada pengirim yang dibisukan.
mute-list = <b>{ $count } pengirim dibisukan:</b>
mute-line = • sampai { $until }: { $reason }
warn-done = ⚠️ Pengirim { $number } sudah ditegur.
button-lift = Cabut
