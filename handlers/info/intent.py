"""What somebody's free words are, told from a few of them: a complaint, a question, or something in between.

A complaint taken for a question may be lost; a question taken for a complaint costs its writer a form. So in doubt it
is no complaint by itself, but filing one is offered beside the answer.
"""

from __future__ import annotations

import re

from handlers import words
from handlers.city import City
from storage.models import Visibility

NARRATIVE = 8  # words; whoever writes as many tells what happened rather than names a subject
SUBJECT = 2  # words; so few name a subject and tell nothing
LOOKED_UP = 5  # words; in so few, a word for a number or for opening hours asks for it

_ASKS = frozenset(
    """
    gmn gmna gimn gimana gmana bgmn bgmna bagaimana bagaimanakah brp brpa brapa berapa berapakah bara barapo baa dimana
    dmn dmna dima kemana kmn kmna kama kapan kpn kapankah bilo apakah apkah apo apa siapa sia siapo syarat sarat
    syaratnya syaraik persyaratan cara caro caranya crnya caronyo bisakah bolehkah adakah jadwal jadwalnya prosedur
    how where when what which who whom whose
    """.split()
)
_LOOKUPS = frozenset(
    "nomor nomer telepon telpon telp tlp kontak alamat lokasi jam jadwal jadwalnya jdwl biaya tarif harga number "
    "phone address hours cost fee".split()
)
_TAG = re.compile(
    r"\b(?:bisa|bs|boleh|bole|buliah|ada|ado|lai|perlu|harus|haruih|wajib|masih|can|could|may|is|are|do|does)\b.*"
    r"(?:\b(?:ga|gak|g|gk|nggak|ngga|enggak|ndak|indak|tidak|tdk|kah|kan|ya|yo)\W*$|\?)"
    r"|\b(?:sudah|sdh|udah|udh|alah|lah|bisa|ada|buka|buko|bukak|bayar|bayia)\b"
    r".*\b(?:ga|gak|gk|ndak|indak|belum|blm|alun)\b"
    r"|\w\W+(?:ga|gak|gk|nggak|ndak|indak|atau tidak|apa tidak|or not)"
    r"(?: (?:sih|ya|yo|min|kak|pak|buk?|da|ni|uda|uni))*\W*$"
)
_TROUBLE = frozenset(
    """
    rusak rusaknya cayah mati matinya padam bocor bocoran banjir banjia tumpat tumpek mampet mampat tersumbat tasumbek
    sumbat tasumbat pungli berlubang balubang lubang lobang bolong roboh rubuah runtuh tumbang tabang macet longsor
    amblas ambles kotor kumuah kumuh bau bao baun busuk menumpuk numpuk manumpuak tumpukan berserakan baserak bahaya
    membahayakan berbahaya gelap kalam kelam gulita keruh karuah meluap malimpah melimpah putus hancur ancur hancua
    sampah sarok belum alun blm blom tidak tdk gak ga gk nggak ngga enggak ndak indak dak lambat lelet lama lamo kecewa
    dipersulit dipasulik diminta dipungut dipalak kasar bising ribut resah mengganggu terganggu meresahkan liar lia
    licin becek jebol patah pecah pacah retak telantar terbengkalai semrawut kosong habis menjuntai
    mengeluh keluhan komplain complain broken leaking leak flooded flood clogged blocked dirty smelly smell stinks dead
    dark dangerous damaged hole holes pothole potholes trash garbage not never stuck rude slow noisy
    """.split()
)
_REQUEST = frozenset(
    """
    tolong tolonglah tlg tlong mohon mhn minta mintak harap please perbaiki diperbaiki perbaikan pelokan pelok angkut
    diangkut angkuik bersihkan dibersihkan barasihan aspal diaspal pasang dipasang tambal ditambal usul usulan saran
    report lapor melapor melaporkan malapor fix repair
    """.split()
)
_PAPERS = frozenset(
    """
    ktp ektp katepe kk akta akte kia nik ikd surat surek ijazah ijasah sim skck stnk bpkb paspor passport izin nib imb
    pbg siup sppt pbb bphtb pajak bpjs kis kip npwp sertifikat sertipikat nikah pindah domisili legalisir sktm skt kartu
    id certificate license licence permit card cpns ppdb spmb
    """.split()
)

_NUMBERED = re.compile(r"\b(?:nik|ktp|kk)\W{0,3}\d[\d .-]*")  # who writes, and not what about


def asks(text: str) -> bool:
    """Whether the words are put as a question that wants an answer; "why has nobody come" is none."""
    folded = words.fold(text).strip()
    said = words.WORD.findall(folded)
    if folded.endswith("?") or not _ASKS.isdisjoint(said) or _TAG.search(folded):
        return True
    return len(said) <= LOOKED_UP and not _LOOKUPS.isdisjoint(said)


def plainly_complaint(city: City, text: str) -> bool:
    """Whether it tells of something wrong, or asks for something to be done, that the city deals with."""
    if asks(text):
        return False
    about = city.guess_categories(text)
    if about and about[0].visibility == Visibility.SECRET and len(words.split(text)) > SUBJECT:
        return True  # extortion over a KTP is not about the KTP
    if not tells_of_trouble(text) or _about_papers(text):
        return False
    return bool(about or city.find_areas(text))


def tells_of_trouble(text: str) -> bool:
    """Whether something is wrong, or somebody is asked to do something."""
    said = words.split(text)
    return not (_TROUBLE.isdisjoint(said) and _REQUEST.isdisjoint(said))


def reads_as_complaint(city: City, text: str) -> bool:
    """Whether filing it makes sense although no answer is known: somebody tells what is wrong, or tells a lot."""
    if asks(text):
        return False
    about = city.guess_categories(text) or city.find_areas(text)
    return bool(about and tells_of_trouble(text)) or len(words.split(text)) >= NARRATIVE


def might_be_complaint(city: City, text: str) -> bool:
    """Whether filing it should be offered beside an answer."""
    if tells_of_trouble(text):
        return True
    return not asks(text) and not _about_papers(text) and bool(city.guess_categories(text))


def _about_papers(text: str) -> bool:
    """Whether it names a document: broken or lost ones are replaced, which is a service and no complaint."""
    return not _PAPERS.isdisjoint(words.split(_NUMBERED.sub(" ", words.fold(text))))
