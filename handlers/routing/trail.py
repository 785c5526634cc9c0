"""The way a complaint took from agency to agency: who sent it on, to whom, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from handlers.city import City
from handlers.office import Office
from handlers.routing import naming
from handlers.staff import discretion
from handlers.texts import Html
from storage import routing
from storage.models import Complaint, ComplaintEvent, EventKind


@dataclass(frozen=True, slots=True)
class Trail:
    """How a complaint was filed, and its moves, oldest first."""

    journey: Sequence[ComplaintEvent]

    @classmethod
    def of(cls, session: Session, complaint: Complaint) -> Trail:
        """The complaint's, read from its log."""
        return cls(routing.journey(session, complaint.id or 0))

    @property
    def moves(self) -> list[ComplaintEvent]:
        """Each step from one agency to another."""
        return [event for event in self.journey if event.kind in routing.MOVES]

    @property
    def suggested(self) -> list[dict[str, Any]]:
        """The agencies that were suggested when it was filed, with the confidence in each."""
        return next((event.data.get("suggested", []) for event in self.journey if event.kind == EventKind.FILED), [])

    @property
    def undecided(self) -> bool:
        """Whether it was sent to where it is because nobody knew where it belongs."""
        if not self.journey:
            return False
        last = self.journey[-1]
        return last.kind == EventKind.RETURNED or (last.kind == EventKind.FILED and last.data.get("sure") is False)

    def came_by(self, agency: str) -> bool:
        """Whether it was once with the agency of that code."""
        return any(move.data.get("from") == agency for move in self.moves)

    def returned_by(self, agency: str) -> bool:
        """Whether the agency once said that it is not theirs."""
        return any(move.kind == EventKind.RETURNED and move.data.get("from") == agency for move in self.moves)

    @property
    def unverified(self) -> int:
        """How often agencies sent it on to each other since a verifier last decided."""
        count = 0
        for move in self.moves:
            if move.kind == EventKind.FORWARDED:
                count = 0 if move.data.get("verified") else count + 1
        return count


def of_event(event: ComplaintEvent) -> bool:
    """Whether the event is a move."""
    return event.kind in routing.MOVES


def told(office: Office, complaint: Complaint, event: ComplaintEvent, language: str, *, private: bool) -> Html:
    """A move for staff to read: from, to, by whom, why. ``private``: whoever reads it is alone in the chat."""
    data, city = event.data, office.city
    why = discretion.words(office, complaint, str(data.get("why") or ""), private=private)
    return Html(
        office.texts.say(
            language,
            f"trail-{event.kind}",
            **{"from": _name(city, data.get("from"), language)},
            to=_name(city, data.get("to"), language),
            by=str(data.get("by") or ""),
            meant=_name(city, data.get("meant"), language),
            rounds="yes" if data.get("meant") else "no",
            why=why,
            reason="yes" if why else "no",
        )
    )


def public(office: Office, event: ComplaintEvent, language: str) -> Html:
    """A move for everybody: where it went, and nothing about who or why."""
    to = _name(office.city, event.data.get("to"), language)
    return Html(office.texts.say(language, f"went-{event.kind}", agency=to))


def _name(city: City, code: object, language: str) -> str:
    found = next((agency for agency in city.agencies.values() if agency.code == code), None)
    return naming.short(found.name(language)) if found else str(code or "")
