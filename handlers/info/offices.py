"""/kantor: where the city's offices are, and when they are open."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import aspects, cards, naming
from handlers.info.aspects import Aspect
from handlers.messages import Option, Outgoing
from handlers.texts import pick
from handlers.turn import Turn
from storage import offices
from storage.models import Office

PAGE = 10
PLACE = "+"  # before a place in the list that stands on a button


def list_(turn: Turn, argument: str = "") -> None:
    """/kantor: all offices; a code shows one, words find some by name."""
    if not argument or argument.startswith(PLACE):
        start = argument[1:5]
        _page(turn, int(start) if start.isdecimal() else 0)
        return
    office = offices.by_code(turn.facts, argument)
    found = [office] if office is not None else find(turn, argument)
    if len(found) == 1:
        turn.reply(cards.office_card(turn, found[0]))
        return
    options = (*_options(turn, found[:PAGE]), Option("/kantor", turn.text("offices-list")))
    turn.say("offices-found" if found else "offices-found-none", options, words=argument[: naming.LONGEST])


def find(turn: Turn, said: str, *, whole: bool = False) -> list[Office]:
    """The offices that may be meant, the likeliest first; with ``whole``, only those that every word fits."""
    named = [(office, _names(turn, office)) for office in offices.every(turn.facts)]
    return naming.likest(said, named, least=naming.WHOLE if whole else naming.SOME)


def asked(turn: Turn, text: str) -> Outgoing | None:
    """What answers "jam buka disdukcapil": when a named office is open, where it is or how to reach it.

    None where the words ask for none of these, or name no office that is known, or something else too.
    """
    if aspects.named(text) not in (Aspect.HOURS, Aspect.PLACE, Aspect.CONTACT):
        return None
    rest = aspects.without(text)
    found = find(turn, rest, whole=True) if rest else []
    if len(found) == 1:
        return cards.office_card(turn, found[0])
    if 1 < len(found) <= PAGE:
        return Outgoing(turn.text("offices-found", words=text[: naming.LONGEST]), _options(turn, found))
    return None


def _names(turn: Turn, office: Office) -> tuple[str, ...]:
    agency = turn.city.agencies[office.agency_id]
    names = (office.code.replace("_", " "), *office.names.values())
    # Only the seat of an agency goes by the agency's name; its other offices have names of their own.
    return (*names, *agency.names.values()) if office.code == agency.code else names


def _page(turn: Turn, start: int) -> None:
    every = offices.every(turn.facts)
    around = []
    if start > 0:
        around.append(Option(f"/kantor {PLACE}{max(start - PAGE, 0)}", turn.text("services-back")))
    if start + PAGE < len(every):
        around.append(Option(f"/kantor {PLACE}{start + PAGE}", turn.text("services-more")))
    turn.say("offices-all", (*_options(turn, every[start : start + PAGE]), *around), city=turn.city.rules.name)


def _options(turn: Turn, found: Sequence[Office]) -> tuple[Option, ...]:
    return tuple(Option(f"/kantor {office.code}", pick(office.names, turn.language)) for office in found)


CAPABILITY = Capability((Command(("kantor", "kantua", "offices", "office"), list_, "help-kantor"),))
