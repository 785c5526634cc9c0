"""What the city knows to answer with: its published answers, its services and its offices, and the engine over them.

A library is part of the city's snapshot and never changes; when answers do, a process gets a new one with the next
snapshot. The rows are read with it, the engine is made when it is first needed, and kept while the answers stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from sqlmodel import Session

from handlers.info import knowledge
from handlers.info.engine import Engine
from handlers.info.entry import Entry
from storage import answers, offices, services
from storage.models import Answer, Office, Service


class Library:
    """Safe to share between threads. ``services`` and ``offices`` are by code, in the order of the catalogue."""

    def __init__(
        self,
        published: Sequence[Answer],
        catalogue: Sequence[Service],
        places: Sequence[Office],
        languages: Sequence[str],
    ) -> None:
        """``languages`` are the city's, the first one first."""
        self._written = knowledge.gather(published, languages)
        self.services: Mapping[str, Service] = {row.code: row for row in catalogue}
        self.offices: Mapping[str, Office] = {row.code: row for row in places}
        self._about = {row.answer_key: row for row in reversed(catalogue) if row.answer_key}

    @cached_property
    def engine(self) -> Engine:
        """Finds answers. Made at the first question, in a second at most for ten thousand phrasings."""
        return _engine(tuple(knowledge.entries(self._written)))

    def answer(self, key: str, language: str) -> Answer | None:
        """The answer in ``language``, else in the city's first; None when citizens are not given it."""
        rows = self._written.get(key)
        return next((row for row in rows if row.language == language), rows[0]) if rows else None

    def service_of(self, key: str) -> Service | None:
        """The service that the answer of that key is about; None when it is about none."""
        return self._about.get(key)


def load(session: Session, languages: Sequence[str]) -> Library:
    """The library as it is now."""
    return Library(answers.published(session), services.every(session), offices.every(session), languages)


@lru_cache(maxsize=2)
def _engine(entries: tuple[Entry, ...]) -> Engine:
    """The same for the same answers: a snapshot is loaded anew also when something else has changed."""
    return Engine(entries)
