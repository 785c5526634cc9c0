# Menu, help, first contact, emergency (id).

## Menu and help

welcome = <b>Selamat datang!</b> Ini layanan { $city } untuk warga.
    Tulis saja keluhan, saran atau pertanyaan Anda dengan kata-kata sendiri, atau kirim foto, lokasi atau pesan suara. Atau pilih:
greeting = Halo! Ada yang bisa kami bantu? Tulis saja keluhan, saran atau pertanyaan Anda, atau pilih:
menu = Silakan pilih, atau tulis saja keluhan, saran atau pertanyaan Anda.
not-understood = Maaf, kami belum paham maksudnya. Tulis dengan beberapa kata lagi, misalnya “lampu jalan mati di Pasar Usang”, atau pilih:
unreadable-menu = Maaf, pesan seperti itu belum bisa kami baca. Tulis dengan kata-kata, kirim foto atau lokasi, atau pilih:
old-button-idle = Tombol itu dari percakapan yang sudah selesai, jadi tidak berlaku lagi. Silakan pilih:
menu-lapor = 📝 Buat laporan
menu-status = 🔎 Laporan saya
menu-bahasa = 🌐 Bahasa
menu-bantuan = ❓ Bantuan
menu-tiket = 📋 Laporan masuk
help = <b>Yang bisa Anda lakukan di sini ({ $city })</b>
    Tulis saja keluhan atau pertanyaan Anda. Kata-kata ini juga berlaku, dengan atau tanpa garis miring:
help-lapor = buat laporan, saran atau pertanyaan
help-status = lihat laporan Anda; tambah nomornya untuk satu laporan
help-tambah = tambah keterangan, misalnya /tambah 1042-9 …
help-bahasa = ganti bahasa
help-tautkan = hubungkan WhatsApp, Telegram dan web Anda
help-privasi = bagaimana data Anda dipakai
help-stop = berhenti menerima pengumuman
help-kembali = ke pertanyaan sebelumnya
help-batal = batalkan yang sedang diisi
help-menu = pilihan utama
help-bantuan = daftar ini
help-tiket = laporan terbuka, disaring dengan kata, misalnya /tiket lewat ganting
help-lihat = lihat satu laporan, misalnya /lihat 1042-7
help-ambil = ambil laporan untuk Anda tangani
help-balas = balas warga, misalnya /balas 1042-7 Terima kasih, …
help-catat = catatan untuk sesama petugas, tidak terlihat warga
help-proses = tandai sedang dikerjakan
help-selesai = tutup laporan dengan keterangan
help-tolak = tolak laporan dengan alasan
help-grup = jadikan grup ini tempat laporan masuk
profile-description = Sampaikan keluhan, saran dan pertanyaan kepada { $city }, ikuti penanganannya, dan terima jawabannya di sini. Tulis saja dengan kata-kata sendiri, kirim foto, lokasi atau pesan suara. Darurat: telepon 112.
profile-short = Layanan resmi { $city }: lapor, tanya, pantau.
command-unknown = Perintah itu tidak kami kenal. Ketik /bantuan untuk melihat yang ada, atau tulis saja maksud Anda.
cancelled = Baik, dibatalkan. Tidak ada yang dikirim.
cancel-nothing = Tidak ada yang sedang diisi. Ketik /menu untuk melihat pilihan.
back-nothing = Tidak ada pertanyaan sebelumnya. Ketik /menu untuk melihat pilihan.
back-at-start = Ini pertanyaan pertama.
back-to = Mari lanjutkan yang tadi:
failed = Maaf, ada gangguan di pihak kami. Yang sudah Anda tulis tetap tersimpan. Silakan coba lagi sebentar lagi.
only-private = Untuk ini, tulis langsung kepada bot, bukan di dalam grup.
only-group = Kirim perintah ini di dalam grup petugas.

## First contact

privacy-notice = 🔒 Layanan { $city }. Pesan Anda kami simpan hanya untuk menangani laporan dan menjawab Anda, dan diteruskan ke dinas yang berwenang. Dasarnya: pelayanan publik (UU 27/2022). Laporan disimpan sesuai aturan arsip. Anda berhak melihat, memperbaiki dan meminta penghapusan data. Telegram dan WhatsApp berada di luar negeri; obrolan di situs web kota tidak. Jangan kirim NIK atau foto KTP. Sekali lagi: /privasi
language-name = Bahasa Indonesia
language-choose = Pilih bahasa:
language-set = Baik, kami memakai bahasa Indonesia.

## Emergency

emergency = 🚨 <b>Kalau ini darurat, telepon sekarang:</b>
