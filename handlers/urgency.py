"""What cannot wait until the office opens: by the category, or by the words it was said in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handlers.emergencies import Alarm, EmergencyInfo
from storage.marks import URGENT
from storage.models import Category


class Urgency:
    """Hears urgent words as emergency words are heard: misspellings and Minang sounds are found by themselves."""

    def __init__(self, categories: Iterable[Category]) -> None:
        rows = list(categories)
        self._always = frozenset(row.id for row in rows if row.urgent)
        self._alarms: Mapping[int | None, Alarm] = {row.id: _alarm(row) for row in rows if _words(row)}

    def is_urgent(self, category_id: int, text: str) -> bool:
        """Whether something of that category, said in these words, is to reach whoever is on duty."""
        alarm = self._alarms.get(category_id)
        return category_id in self._always or (alarm is not None and bool(alarm.hear(text)))


def _alarm(row: Category) -> Alarm:
    return Alarm([(EmergencyInfo(row.code, "", {}), _words(row))])


def _words(row: Category) -> list[str]:
    return [word.removeprefix(URGENT) for word in row.keywords if word.startswith(URGENT)]
