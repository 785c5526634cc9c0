"""One thing that staff do, as a value: for macros, which do several in a row, and for many complaints at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.office import Office
from handlers.refusal import Refusal
from handlers.routing import moving
from handlers.staff import work
from handlers.turn import StaffMember
from storage.models import Complaint, EventKind

KINDS: Mapping[str, EventKind] = {
    "take": EventKind.TAKEN,
    "process": EventKind.PROCESSING,
    "note": EventKind.NOTED,
    "reply": EventKind.REPLIED,
    "ask": EventKind.ASKED,
    "reject": EventKind.REJECTED,
}
FORWARD = "forward"
NEEDS_WORDS = frozenset({"note", "reply", "ask", "reject", FORWARD})
# What people type for each, in Indonesian, English and Minang.
WORDS: Mapping[str, str] = {
    word: do
    for do, words in {
        "take": "ambil take ambiak",
        "process": "proses process",
        "note": "catat note",
        "reply": "balas reply baleh",
        "ask": "tanya ask tanyo",
        "reject": "tolak reject",
        FORWARD: "alih teruskan forward taruihkan",
    }.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Step:
    """``do`` is a key of KINDS or FORWARD, ``to`` the code of an agency, ``text`` the words."""

    do: str
    to: str = ""
    text: str = ""

    def as_json(self) -> dict[str, str]:
        """What is stored of it."""
        return {name: value for name in ("do", "to", "text") if (value := getattr(self, name))}


def carry_out(office: Office, member: StaffMember, number: str, step: Step, *, chat: str = "") -> Complaint:
    """Do it to the complaint of that number. Raises Refusal, having done nothing, if it may not or cannot be done."""
    if step.do == FORWARD:
        complaint = work.find(office, member, number, lock=True)
        moving.send(office, member, complaint, office.city.agency(step.to), step.text, chat=chat)
        return complaint
    return work.act(office, member, number, KINDS[step.do], text=step.text, chat=chat)


def would(office: Office, member: StaffMember, number: str, step: Step) -> Refusal | None:
    """Why it could not be done now; None if it could. Nothing is changed."""
    try:
        complaint = work.find(office, member, number)
        if step.do == FORWARD:
            moving.check(office, complaint, office.city.agency(step.to))
        else:
            work.check(office, complaint, member, KINDS[step.do])
            work.check_seen(office, complaint, member, KINDS[step.do])
    except Refusal as refusal:
        return refusal
    return None
