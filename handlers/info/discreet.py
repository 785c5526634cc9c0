"""Citizens' questions as staff read them and keep them: without what tells who asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session

from handlers.staff.masking import masked
from storage import identities
from storage.question_lists import Asked

LOOKED_AT = 5  # of those who asked in the same words


class Discreet:
    """Takes numbers, addresses and the names of those who asked out of their words."""

    def __init__(self, session: Session, questions: Iterable[Asked]) -> None:
        self._session = session
        self._askers: dict[str, dict[int, None]] = defaultdict(dict)
        for question in questions:
            self._askers[" ".join(question.text.split())][question.citizen_id] = None

    def words(self, text: str) -> str:
        """``text``, one of the questions in one line, fit to be read by others."""
        said = masked(text)
        for citizen_id in list(self._askers.get(text, ()))[:LOOKED_AT]:
            for name in identities.names(self._session, citizen_id):
                said = masked(said, name)
        return said
