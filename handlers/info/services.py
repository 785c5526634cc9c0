"""/layanan: the service catalogue, by agency and by words."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import cards, naming, topic
from handlers.info.topic import Topic
from handlers.messages import Option, Outgoing
from handlers.texts import pick
from handlers.turn import Turn
from storage import offices, services
from storage.models import Office, Service

PAGE = 8  # services: with the other buttons they fill the screen of a phone
AGENCY, OFFICE, PAGE_OF_ALL = "=", "@", "+"  # before a code, or a place in the list, that stands on a button


def list_(turn: Turn, argument: str = "") -> None:
    """/layanan: all agencies that do something for people; a code shows its service, words find some by name."""
    mark, code = argument[:1], argument[1:]
    if not argument or mark == PAGE_OF_ALL:
        _agencies(turn, _start(code))
    elif mark == AGENCY:
        _of_agency(turn, *_code_and_start(code))
    elif mark == OFFICE:
        name, start = _code_and_start(code)
        office = offices.by_code(turn.facts, name)
        _agencies(turn, 0) if office is None else show_office(turn, office, start)
    elif (service := services.by_code(turn.facts, argument)) is not None:
        show(turn, service)
    else:
        _find(turn, argument)


def show(turn: Turn, service: Service) -> None:
    """Everything known of a service; what is asked next may be about it."""
    topic.remember(turn, Topic(service=service.code))
    turn.reply(cards.service_card(turn, service))


def show_office(turn: Turn, office: Office, start: int = 0) -> None:
    """What people come to that office for; where the catalogue says nothing of it, what its agency does."""
    found = services.of_office(turn.facts, office.code)
    if not found and (first := offices.of_agency(turn.facts, office.agency_id)) and first.code == office.code:
        found = services.of_agency(turn.facts, office.agency_id)
    to_office = Option(f"/kantor {office.code}", turn.text("service-to-office"))
    _page(turn, pick(office.names, turn.language), found, start, f"{OFFICE}{office.code}", (to_office,))


def _agencies(turn: Turn, start: int) -> None:
    """The agencies in the order of the catalogue, each with how much it does."""
    counts: dict[int, int] = {}
    for service in services.every(turn.facts):
        counts[service.agency_id] = counts.get(service.agency_id, 0) + 1
    agencies = [turn.city.agencies[agency_id] for agency_id in counts]
    options = [
        Option(f"/layanan {AGENCY}{each.code}", f"{each.name(turn.language)} ({counts[each.id]})") for each in agencies
    ]
    shown = options[start : start + PAGE]
    around = _around(turn, len(options), start, PAGE_OF_ALL)
    turn.say("services-agencies", (*shown, *around), city=turn.city.rules.name)


def _of_agency(turn: Turn, code: str, start: int) -> None:
    agency = next((each for each in turn.city.agencies.values() if each.code == code), None)
    if agency is None:
        _agencies(turn, 0)
        return
    found = services.of_agency(turn.facts, agency.id)
    _page(turn, agency.name(turn.language), found, start, f"{AGENCY}{code}")


def _page(
    turn: Turn, name: str, found: Sequence[Service], start: int, place: str, more: tuple[Option, ...] = ()
) -> None:
    every = Option("/layanan", turn.text("services-all"))
    if not found:
        turn.say("services-here-none", (*more, every), name=name)
        return
    shown = options(turn, found[start : start + PAGE])
    told = turn.text("services-here", name=name)
    around = (*_around(turn, len(found), start, f"{place} "), *more, every)
    turn.reply(Outgoing(told + _legend(turn, found[start : start + PAGE]), (*shown, *around)))


def _find(turn: Turn, words: str) -> None:
    every = services.every(turn.facts)
    found = naming.likest(words, [(service, tuple(service.names.values())) for service in every])
    named = [(each, (each.code, *each.names.values())) for each in turn.city.agencies.values()]
    agencies = naming.likest(words, named, least=naming.WHOLE)
    if len(found) == 1 and not agencies:
        show(turn, found[0])
        return
    agency = [Option(f"/layanan {AGENCY}{each.code}", each.name(turn.language)) for each in agencies[:2]]
    all_ = Option("/layanan", turn.text("services-all"))
    if not found and len(agencies) == 1:
        _of_agency(turn, agencies[0].code, 0)
    elif not found and not agencies:
        turn.say("services-found-none", (all_,), words=words[: naming.LONGEST])
    else:
        shown = (*options(turn, found[:PAGE]), *agency, all_)
        told = turn.text("services-found", words=words[: naming.LONGEST])
        turn.reply(Outgoing(told + _legend(turn, found[:PAGE]), shown))


def options(turn: Turn, found: Sequence[Service]) -> tuple[Option, ...]:
    """A button for each service; those nobody has confirmed are marked."""
    draft = turn.text("services-draft")
    return tuple(
        Option(
            f"/layanan {service.code}",
            pick(service.names, turn.language) + ("" if service.verified else f" {draft}"),
        )
        for service in found
    )


def _legend(turn: Turn, found: Sequence[Service]) -> str:
    """What the mark beside some of them means."""
    return "" if all(service.verified for service in found) else f"\n{turn.text('services-draft-means')}"


def _around(turn: Turn, total: int, start: int, place: str) -> list[Option]:
    """The ways to the page before and the one behind."""
    found = []
    if start > 0:
        found.append(Option(f"/layanan {place}{max(start - PAGE, 0)}", turn.text("services-back")))
    if start + PAGE < total:
        found.append(Option(f"/layanan {place}{start + PAGE}", turn.text("services-more")))
    return found


def _code_and_start(said: str) -> tuple[str, int]:
    code, _, start = said.partition(" ")
    return code, _start(start)


def _start(said: str) -> int:
    return int(said[:4]) if said[:4].isdecimal() else 0


CAPABILITY = Capability((Command(("layanan", "services", "service"), list_, "help-layanan"),))
