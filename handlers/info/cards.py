"""What citizens are shown of a service and of an office: what is known, what is not, and whom to ask.

A draft is never shown as fact: it says that nobody has confirmed it yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TypeVar

from handlers.info import opening_hours
from handlers.messages import LONGEST_VALUE, Option, Outgoing
from handlers.texts import Html, pick
from handlers.turn import Turn
from storage import offices
from storage.models import Office, Service

T = TypeVar("T")
MAP = "https://www.google.com/maps/search/?api=1&query="  # opens the map on any phone, by coordinates alone


def service_card(turn: Turn, service: Service) -> Outgoing:
    """All that is known of a service, with buttons to its office and to what else is there."""
    if service.verified:
        lines = [_title(turn, service), *_facts(turn, service)]
    else:
        lines = [_title(turn, service), "", turn.text("service-draft", ask=whom_to_ask(turn, service))]
    return Outgoing("\n".join(lines), tuple(_service_buttons(turn, service)))


def office_card(turn: Turn, office: Office) -> Outgoing:
    """Where an office is, how to reach it, and when it is open."""
    agency = turn.city.agencies[office.agency_id]
    lines: list[str] = [turn.text("office-title", name=pick(office.names, turn.language))]
    lines.append(turn.text("office-agency", agency=agency.name(turn.language)))
    lines.append(turn.text("office-now", now=opening_hours.now(turn, office.agency_id), sure=sure(office)))
    lines += ["", *_whereabouts(turn, office), "", *hours(turn, office)]
    services = Option(f"/layanan @{office.code}", turn.text("office-services"))
    return Outgoing("\n".join(lines), (services, Option("/kantor", turn.text("office-others"))))


def whom_to_ask(turn: Turn, service: Service) -> Html:
    """The office (or agency) that knows, with its telephone number where that is certain."""
    office = office_of(turn, service)
    if office is None:
        return Html(escape(turn.city.agencies[service.agency_id].name(turn.language), quote=False))
    name = pick(office.names, turn.language)
    if office.verified and office.phone:
        return turn.text("service-ask-phone", name=name, phone=office.phone)
    return Html(escape(name, quote=False))


def office_of(turn: Turn, service: Service) -> Office | None:
    """Where one goes for it."""
    if service.office_code:
        return offices.by_code(turn.facts, service.office_code)
    return offices.of_agency(turn.facts, service.agency_id)


def said(texts: Mapping[str, T] | None, language: str) -> T | None:
    """What is known, in ``language`` or else in Indonesian; None for what is not."""
    if not texts:
        return None
    return texts.get(language, texts.get("id", next(iter(texts.values()))))


def _title(turn: Turn, service: Service) -> Html:
    agency = turn.city.agencies[service.agency_id].name(turn.language)
    return turn.text("service-title", name=pick(service.names, turn.language), agency=agency)


def _facts(turn: Turn, service: Service) -> Iterator[str]:
    yield from requirements(turn, service)
    yield from steps(turn, service)
    yield from ("", fee(turn, service), time(turn, service), *place(turn, service))
    if service.legal_basis:
        yield turn.text("service-law", law=service.legal_basis)
    if not complete(service):
        yield from ("", turn.text("service-ask", ask=whom_to_ask(turn, service)))


def complete(service: Service) -> bool:
    """Whether everything is known that people ask for."""
    return all(part is not None for part in (service.requirements, service.steps, service.fee, service.time))


def requirements(turn: Turn, service: Service) -> Iterator[str]:
    """What to bring, or that nothing is needed, or that nobody has told us."""
    known = said(service.requirements, turn.language)
    yield ""
    if known:
        yield from (turn.text("service-bring"), *_bullets(known))
    else:
        yield turn.text("service-bring-unknown" if known is None else "service-bring-nothing")


def steps(turn: Turn, service: Service) -> Iterator[str]:
    """What happens, in order; nothing where that is not known, for the office says so anyway."""
    known = said(service.steps, turn.language)
    if known:
        yield from ("", turn.text("service-steps"))
        yield from (f"{number}. {escape(each, quote=False)}" for number, each in enumerate(known, 1))


def fee(turn: Turn, service: Service) -> Html:
    """What it costs."""
    known = said(service.fee, turn.language)
    return turn.text("service-fee", fee=known) if known else turn.text("service-fee-unknown")


def time(turn: Turn, service: Service) -> Html:
    """How long it takes."""
    known = said(service.time, turn.language)
    return turn.text("service-time", time=known) if known else turn.text("service-time-unknown")


def place(turn: Turn, service: Service) -> Iterator[str]:
    """Where to go, and whether somebody is there now."""
    office = office_of(turn, service)
    if office is not None:
        yield open_now(turn, office)
        if office.verified and office.address:
            yield turn.text("office-address", address=office.address)


def open_now(turn: Turn, office: Office) -> Html:
    """The office and whether somebody is there now."""
    now = opening_hours.now(turn, office.agency_id)
    return turn.text("service-office", name=pick(office.names, turn.language), now=now, sure=sure(office))


def sure(office: Office) -> str:
    """Whether the office itself has told its hours."""
    return "yes" if office.verified else "no"


def _bullets(lines: Sequence[str]) -> Iterator[str]:
    return (f"• {escape(line, quote=False)}" for line in lines)


def _service_buttons(turn: Turn, service: Service) -> Iterator[Option]:
    question = f"/info {pick(service.names, turn.language)}"
    if not (service.verified and complete(service)) and len(question.encode()) <= LONGEST_VALUE:
        yield Option(question, turn.text("service-question"))
    if service.office_code:
        yield Option(f"/kantor {service.office_code}", turn.text("service-to-office"))
    agency = turn.city.agencies[service.agency_id]
    yield Option(f"/layanan ={agency.code}", turn.text("service-others"))


def _whereabouts(turn: Turn, office: Office) -> Iterator[str]:
    known = office.verified
    agency = turn.city.agencies[office.agency_id].name(turn.language)
    if known and office.address:
        yield turn.text("office-address", address=office.address)
    if known and office.lat is not None and office.lon is not None:
        yield turn.text("office-map", link=Html(f"{MAP}{office.lat:.6f}%2C{office.lon:.6f}".replace("&", "&amp;")))
    if known and office.phone:
        yield turn.text("office-phone", phone=office.phone)
    if not known:
        yield turn.text("office-draft", agency=agency)
    elif not office.address or not office.phone:
        what = "both" if not (office.address or office.phone) else "phone" if office.address else "address"
        yield turn.text("office-unknown", what=what, agency=agency)


def hours(turn: Turn, office: Office) -> Iterator[str]:
    """The coming week, and that nobody has confirmed it."""
    yield turn.text("office-hours")
    yield opening_hours.week(turn, office.agency_id)
    if not office.verified:
        yield turn.text("opening-draft")
