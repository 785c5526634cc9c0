"""What of a service somebody asks for when its name has been said before: the fee, what to bring, how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from handlers import words
from handlers.info import cards
from handlers.messages import Option, Outgoing
from handlers.texts import pick
from handlers.turn import Turn
from storage.models import Service

LONGEST = 12  # words; whoever writes more has named what it is about


class Aspect(StrEnum):
    """What is asked of a service."""

    HOURS = "hours"
    CONTACT = "contact"
    PLACE = "place"
    REQUIREMENTS = "requirements"
    FEE = "fee"
    TIME = "time"
    STEPS = "steps"
    ALL = "all"  # several at once, or everything


_STRONG = {
    Aspect.HOURS: "jam buka dibuka buko tutup tutuik tutuk pukul pukua hours open opens opening close closes closed",
    Aspect.CONTACT: "telepon telpon telfon telp tlp tlpn nomor nomer no kontak wa whatsapp hp dihubungi hubungi number "
    "phone contact call telephone",
    Aspect.PLACE: "dimana dima dmn dmna kemana kama kmn kmna alamat lokasi tempat tampek tampeknyo where address "
    "location",
    Aspect.REQUIREMENTS: "syarat sarat syarek syaraik saraik syrt persyaratan pasyaratan persyaratannya berkas bareh "
    "dokumen bawa dibawa dbawa bawak dibawak baok dibaok dibao bao kelengkapan requirement requirements bring "
    "document documents papers paperwork",
    Aspect.FEE: "biaya biayo byr byar biayanye harga harago tarif bayar dibayar membayar bayia baia dibayia ongkos "
    "gratis perai retribusi pungutan duit pitih pitis uang rupiah cost costs fee fees price pay paid free charge "
    "charged expensive much",
    Aspect.TIME: "lama lamo lamanye lma selesai salasai selesainya jadi siap siapnyo long ready finished take takes",
    Aspect.STEPS: "cara caro crnya langkah langkahnyo prosedur alur tahap tahapan proses prosesnyo mekanisme step "
    "steps procedure process",
}
_WEAK = {  # ask for it only where nothing else in the question does
    Aspect.PLACE: "mana ma kantor office",
    Aspect.REQUIREMENTS: "perlu butuh dibutuhkan diperlukan paralu surat surek need needed",
    Aspect.FEE: "berapa brp bara barapo brpa",
    Aspect.TIME: "kapan kpn bilo waktu wakatu when time hari ari days weeks",
    Aspect.STEPS: "gimana gmn gmna gimna bagaimana bgmn bgmana baa how",
}
_AROUND = frozenset(
    """
    a ada adakah adalah ado agar ahad aja akad akan am ambiak ambil an and any apa apakah apo are at atas atau
    awak bagi bana bang banget bapak besok bg biasanya biasonyo bikin bisa bisanya bisuak boleh bro bu buat
    buek can cari cek cuma da dan dapat dari deh dek di diambil dilakukan disiapkan diurus do does dong dulu
    for friday from ga gak gan get go hari haruih harus have i iko in indak ini is it its itu jo juga jugo
    jumaik jumat just kah kak kalau kalo kamih kamis kan kasih kasinan ke kesana ketek kini kira kiro kita ko
    lagi lai layanan maaf makasi makasih mandapek mas mau maurus mba mbak membuat mengurus min minggu mohon
    monday must my nan nanti ndak nggak ngurus ngurusnya nya nyo of ok oke on one or pak pelayanan pengurusan
    per pick please pun rabaa rabu saat sabtu saja sajo salasa sama sana saturday saya sekarang selasa semua
    semuanya senin service should si sih sinayan sis so still sunday tadi tanya tanyo tapi taruih tersebut
    terus that the then they this thursday tidak to today tolong tomorrow total trus tsb tu tuesday uda uni
    untuak untuk up uruih urus urusnya usually wednesday what will work would y ya yang yg yo you your
    """.split()
)
_NAMING = frozenset({"kantor", "kantua", "office", "dinas", "badan"})  # may be a part of what something is called
_ENDING = re.compile(r"(?:nya|nyo|nye|ny|lah|kah|ko)$")
_MEANING = {word: aspect for aspect, said in _STRONG.items() for word in said.split()}
_HINTING = {word: aspect for aspect, said in _WEAK.items() for word in said.split()}
_IDIOMS = (
    (re.compile(r"\b(?:di|ka|ke) ?(?:mana|ma)\b"), "dimana"),
    (re.compile(r"\bhari (?:apa|apo)\b"), "jam"),
    (re.compile(r"\b(?:kapan|bilo|kpn|when) (?=\w* ?(?:buka|buko|open))"), "jam "),
    (re.compile(r"\b(?:what|which) (?:time|days?)\b"), "jam"),
    (re.compile(r"\bhow long\b"), "lama"),
    (re.compile(r"\bap[ao] (?:aja|saja|sajo|se)\b"), "surat"),
    (re.compile(r"\b(?:di|ka) hubungi\b"), "hubungi"),
    (re.compile(r"\b(?:berapa|bara|brp) (?:jam|hari|ari|minggu)\b(?!.*\b(?:buka|buko|tutup|tutuik))"), "lama"),
    (re.compile(r"\b(?:selengkapnya|lengkapnya|detail|info lengkap|details?)\b"), "syarat biaya"),
)


def find(text: str, about: str = "") -> Aspect | None:
    """What of a service is asked for in ``text``, which names nothing else; None when it asks for something of its own.

    Words of ``about`` (the names of the service) may be in it too. Two things at once are ALL of it.
    """
    said = words.split(_plain(text))
    if not said or len(said) > LONGEST:
        return None
    known = _AROUND | frozenset(words.split(about))
    others = [word for word in said if not ({word, _ENDING.sub("", word)} & known or word.isdecimal())]
    if any(_aspect(word) is None for word in others):
        return None
    return _decided(said)


def named(text: str) -> Aspect | None:
    """What of anything is asked for in ``text``, whatever else it says; None where only hints are in it."""
    strong = {_MEANING[root] for word in words.split(_plain(text)) if (root := _root(word)) in _MEANING}
    return None if not strong else strong.pop() if len(strong) == 1 else Aspect.ALL


def without(text: str) -> str:
    """``text`` without the words that ask for an aspect and those around them: what it is about."""
    said = words.split(_plain(text))
    return " ".join(word for word in said if (word not in _AROUND and _aspect(word) is None) or word in _NAMING)


def reply(turn: Turn, service: Service, aspect: Aspect, person: Option | None = None) -> Outgoing:
    """What is known of that aspect of a service, or that nobody has told us, and whom to ask.

    ``person`` is the button that puts the question to somebody of the city; offered where it is of use.
    """
    if aspect is Aspect.ALL:
        return cards.service_card(turn, service)
    lines: list[str] = [turn.text("aspect-title", name=pick(service.names, turn.language))]
    if aspect in (Aspect.HOURS, Aspect.PLACE, Aspect.CONTACT):
        lines += _of_office(turn, service, aspect)
    elif service.verified:
        lines += _of_service(turn, service, aspect)
    else:
        lines.append(turn.text("service-draft", ask=cards.whom_to_ask(turn, service)))
    whole = Option(f"/layanan {service.code}", turn.text("aspect-whole"))
    office = (Option(f"/kantor {service.office_code}", turn.text("service-to-office")),) if service.office_code else ()
    asks = (person,) if person is not None and not _known(turn, service, aspect) else ()
    return Outgoing("\n".join(lines), (*asks, whole, *office))


def _known(turn: Turn, service: Service, aspect: Aspect) -> bool:
    """Whether that aspect is certain."""
    office = cards.office_of(turn, service)
    told = office is not None and office.verified
    if aspect in (Aspect.HOURS, Aspect.PLACE, Aspect.CONTACT):
        needed = {Aspect.HOURS: True, Aspect.PLACE: office and office.address, Aspect.CONTACT: office and office.phone}
        return told and bool(needed[aspect])
    return service.verified and getattr(service, aspect) is not None


def _of_service(turn: Turn, service: Service, aspect: Aspect) -> Iterator[str]:
    known: object
    match aspect:
        case Aspect.FEE:
            known = cards.said(service.fee, turn.language)
            yield cards.fee(turn, service)
        case Aspect.TIME:
            known = cards.said(service.time, turn.language)
            yield cards.time(turn, service)
        case Aspect.STEPS:
            known = service.steps
            yield from list(cards.steps(turn, service))[1:] or [turn.text("service-steps-unknown")]
        case _:
            known = service.requirements
            yield from list(cards.requirements(turn, service))[1:]
    if known is None:
        yield turn.text("service-ask", ask=cards.whom_to_ask(turn, service))


def _of_office(turn: Turn, service: Service, aspect: Aspect) -> Iterator[str]:
    office = cards.office_of(turn, service)
    agency = turn.city.agencies[service.agency_id].name(turn.language)
    if office is None:
        yield turn.text("aspect-no-office", agency=agency)
        return
    if aspect is Aspect.HOURS:
        yield cards.open_now(turn, office)
        yield from cards.hours(turn, office)
    else:
        yield cards.office_card(turn, office).text


def _plain(text: str) -> str:
    said = words.fold(text).replace("?", " ")
    for pattern, plain in _IDIOMS:
        said = pattern.sub(plain, said)
    return said


def _root(word: str) -> str:
    return word if word in _MEANING or word in _HINTING else _ENDING.sub("", word)


def _aspect(word: str) -> Aspect | None:
    root = _root(word)
    return _MEANING.get(root) or _HINTING.get(root)


def _decided(said: list[str]) -> Aspect | None:
    roots = [_root(word) for word in said]
    strong = {_MEANING[root] for root in roots if root in _MEANING}
    if strong:
        return strong.pop() if len(strong) == 1 else Aspect.ALL
    return next((_HINTING[root] for root in roots if root in _HINTING), None)
