"""Where a link or a code leads: to an answer, to a service, or to what people come to an office for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.info import asking, payloads, services
from handlers.info.payloads import Kind
from handlers.turn import Turn
from storage import offices
from storage import services as catalogue


def follow(turn: Turn, payload: str) -> bool:
    """Show what a link with this payload opens; False when it opens nothing, or nothing any more."""
    target = payloads.read(payload)
    return target is not None and _OPEN[target.kind](turn, target.code)


def _answer(turn: Turn, key: str) -> bool:
    if turn.city.library.answer(key, turn.language) is None:
        return False
    asking.show(turn, key)
    return True


def _service(turn: Turn, code: str) -> bool:
    service = catalogue.by_code(turn.facts, code)
    if service is not None:
        services.show(turn, service)
    return service is not None


def _office(turn: Turn, code: str) -> bool:
    office = offices.by_code(turn.facts, code)
    if office is not None:
        services.show_office(turn, office)
    return office is not None


_OPEN: Mapping[Kind, Callable[[Turn, str], bool]] = {
    Kind.ANSWER: _answer,
    Kind.SERVICE: _service,
    Kind.OFFICE: _office,
}
