# Limits for each sender (min).

help-bisukan = hantian samantaro nan mangirim laporan, misalnyo /bisukan 1042-9 3 hari …; indak pakai nomor: daftarnyo
help-tegur = tegur nan mangirim laporan jo alasannyo
fold-note = 📥 { $count } pasan Sanak lah kami tarimo kasadonyo, kami jawek sakaligus.
limit-reached = Sanak lah mangirim { $most } laporan dalam 24 jam, itu bateknyo. Bisuak bisa baliak. Laporan nan lah ado buliah ditambah bilo sajo, kok darurat telepon 112.
limit-muted = Laporan baru dari Sanak indak kami tarimo sampai { $until }. Alasan patugas: { $reason }
    Laporan nan lah ado tatap diproses. Kok darurat telepon 112.
limit-warned = ⚠️ Patugas mamintak paratian Sanak: { $reason }
    Tolong diikuti, supayo laporan Sanak tatap bisa kami tarimo.
limit-lifted = Sanak bisa mangirim laporan baliak. Tarimo kasih.
mute-reason = Tulih alasannyo; nan mangirim ka mambaconyo. Misalnyo: /bisukan { $number } 3 hari laporan duto bakali-kali
mute-done = 🔇 Nan mangirim { $number } indak bisa mambuek laporan baru sampai { $until }. Alasannyo lah disampaian; nan darurat tatap dilayani.
mute-none = Nan mangirim { $number } indak dibisukan.
mute-lifted = 🔊 Nan mangirim { $number } bisa malapor baliak.
mute-nobody = Indak ado nan dibisukan.
mute-list = <b>{ $count } pangirim dibisukan:</b>
mute-line = • sampai { $until }: { $reason }
warn-done = ⚠️ Nan mangirim { $number } lah ditegur.
button-lift = Cabuik
