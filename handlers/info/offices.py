"""/kantor: where the city's offices are, and when they are open."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import words
from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.info import aspects, cards, naming
from handlers.info.aspects import Aspect
from handlers.messages import Option
from handlers.texts import pick
from handlers.turn import Turn
from storage import offices
from storage.models import Office

PAGE = 10
_SAYS_OFFICE = frozenset("kantor kantua office dinas badan".split())
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


def find(turn: Turn, said: str) -> list[Office]:
    """The offices that may be meant, the likeliest first."""
    return naming.likest(said, [(office, _names(turn.city, office)) for office in offices.every(turn.facts)])


def asked(city: City, text: str) -> list[Office]:
    """The confirmed offices that "jam buka disdukcapil" is about: when one is open, where it is or how to reach it.

    Empty where the words ask for none of these, or for something else too. Who says neither office nor agency must give
    a whole name, for "tempat olahraga" and "alamat pasar baru" are about other places.
    """
    if aspects.named(text) not in (Aspect.HOURS, Aspect.PLACE, Aspect.CONTACT):
        return []
    rest = words.split(aspects.without(text))
    sure = [office for office in city.library.offices.values() if office.verified]
    if not _SAYS_OFFICE.isdisjoint(rest):
        found = naming.likest(" ".join(rest), [(each, _names(city, each)) for each in sure], least=naming.WHOLE)
    else:
        whole = [(each, [name for name in _own_names(each) if len(rest) >= len(name.split())]) for each in sure]
        found = naming.likest(" ".join(rest), [pair for pair in whole if pair[1]], least=naming.WHOLE)
    return found if len(found) <= PAGE else []


def tell(turn: Turn, found: Sequence[Office]) -> None:
    """Show the office that is asked for, or let the citizen choose."""
    if len(found) == 1:
        turn.reply(cards.office_card(turn, found[0]))
    else:
        turn.say("offices-which", _options(turn, found))


def _own_names(office: Office) -> list[str]:
    """Its code, and what it is called if that is more than "office of …"."""
    names = [name for name in office.names.values() if _SAYS_OFFICE.isdisjoint(words.split(name))]
    return [office.code.replace("_", " "), *names]


def _names(city: City, office: Office) -> tuple[str, ...]:
    agency = city.agencies[office.agency_id]
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
