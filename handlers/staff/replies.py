"""Canned replies: kept under a short name, per language, with places that are filled in when they are sent.

``/balas 1042-9 #jadwal besok pagi`` sends the reply called *jadwal* in the citizen's language, then the further words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from handlers.capability import Capability
from handlers.commands import Command
from handlers.messages import Outgoing
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.texts import pick
from handlers.turn import StaffMember, Turn
from storage import replies as kept
from storage.models import CannedReply, Complaint

CODE = re.compile(r"^#([a-z][a-z0-9_-]{1,38})(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"^#?([a-z][a-z0-9_-]{1,38})$", re.IGNORECASE)
_PLACE = re.compile(r"\{(\w+)\}")
SHOWN = 120  # characters of a reply in the list
_SAVE = frozenset({"simpan", "save", "simpen"})
_DELETE = frozenset({"hapus", "delete", "hapuih"})

Filling = Callable[[Office, StaffMember, Complaint, str], str]
PLACES: Mapping[str, Filling] = {
    "nomor": lambda office, member, complaint, language: complaint.number or "",
    "dinas": lambda office, member, complaint, language: office.city.agencies[complaint.agency_id].name(language),
    "kategori": lambda office, member, complaint, language: office.city.category_by_id(complaint.category_id).name(
        language
    ),
    "tenggat": lambda office, member, complaint, language: office.texts.date(language, complaint.due_on),
    "petugas": lambda office, member, complaint, language: member.name,
}


def expanded(office: Office, member: StaffMember, complaint: Complaint, text: str) -> str:
    """``text`` with the canned reply it names at its beginning put in; raises Refusal if there is none of that name."""
    named = CODE.match(text)
    if named is None:
        return text
    reply = kept.named(office.session, CannedReply, complaint.agency_id, named[1].casefold())
    if reply is None:
        raise Refusal("reply-unknown", code=named[1])
    citizen = office.recipient(complaint.citizen_id)
    language = citizen.language if citizen else office.city.rules.languages[0]
    filled = _PLACE.sub(
        lambda place: PLACES[place[1]](office, member, complaint, language), pick(reply.texts, language)
    )
    return f"{filled} {named[2].strip()}" if named[2] else filled


def show(turn: Turn, argument: str) -> None:
    """/templat: the list; KODE shows one; simpan KODE [bahasa] kata-kata keeps one; hapus KODE deletes it."""
    first, _, rest = argument.partition(" ")
    if first.casefold() in _SAVE:
        _save(turn, rest)
    elif first.casefold() in _DELETE:
        _delete(turn, rest.strip())
    elif name := _NAME.match(argument):
        _one(turn, name[1].casefold())
    else:
        _list(turn)


def _list(turn: Turn) -> None:
    found = kept.usable(turn.facts, CannedReply, turn.member.agency_id)
    if not found:
        turn.say("replies-none")
        return
    lines = [turn.text("replies", count=len(found))]
    for each in found:
        shown = pick(each.texts, turn.language)
        shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
        lines.append(turn.text("replies-line", code=each.code, text=shown))
    lines.append(turn.text("replies-how"))
    turn.reply(Outgoing("\n".join(lines)))


def _one(turn: Turn, code: str) -> None:
    reply = kept.named(turn.facts, CannedReply, turn.member.agency_id, code)
    if reply is None:
        turn.say("reply-unknown", code=code)
        return
    lines = [f"<b>#{reply.code}</b>"]
    lines += [turn.text("reply-language", language=language, text=text) for language, text in reply.texts.items()]
    turn.reply(Outgoing("\n".join(lines)))


def _save(turn: Turn, said: str) -> None:
    member = turn.member
    code, _, rest = said.partition(" ")
    language, _, words = rest.partition(" ")
    if language not in turn.city.rules.languages:
        language, words = turn.city.rules.languages[0], rest
    name = _NAME.match(code)
    if name is None or len(words.strip()) < 2:
        turn.say("reply-how")
        return
    if unknown := sorted(set(_PLACE.findall(words)) - PLACES.keys()):
        turn.say("reply-places", unknown=unknown[0], known=", ".join(f"{{{place}}}" for place in PLACES))
        return
    reply = kept.own(turn.facts, CannedReply, member.agency_id, name[1].casefold())
    texts = {**(reply.texts if reply else {}), language: words.strip()}
    reply = reply or CannedReply(agency_id=member.agency_id, code=name[1].casefold(), texts={})
    reply.texts = texts
    turn.facts.add(reply)
    turn.audit("reply.save", f"#{reply.code}")
    turn.say("reply-saved", code=reply.code, language=language)


def _delete(turn: Turn, code: str) -> None:
    member, name = turn.member, _NAME.match(code)
    reply = kept.own(turn.facts, CannedReply, member.agency_id, name[1].casefold()) if name else None
    if reply is None:
        turn.say("reply-not-yours", code=code)
        return
    turn.facts.delete(reply)
    turn.audit("reply.delete", f"#{reply.code}")
    turn.say("reply-deleted", code=reply.code)


CAPABILITY = Capability(
    commands=(Command(("templat", "template", "templates"), show, "help-templat", rights.has(Right.HANDLE)),)
)
