"""The city's snapshot as this process holds it, loaded anew when some process has changed the seed tables."""

from __future__ import annotations

from handlers.city import City, Rules, load_city
from storage import seed
from storage.database import Database
from storage.models import Setting


class Snapshot:
    """Call it for the city as it is now; ``refresh`` looks whether it has changed. Safe to share between threads."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database, self._rules = database, rules
        self._revision, self._city = self._load()

    def __call__(self) -> City:
        """The city as it is now."""
        return self._city

    def refresh(self) -> bool:
        """Load the city again if its revision is another; returns whether it was."""
        with self._database.read() as session:
            setting = session.get(Setting, seed.REVISION)
        if setting is None or setting.value == self._revision:
            return False
        self._revision, self._city = self._load()
        return True

    def _load(self) -> tuple[str, City]:
        with self._database.read() as session:
            setting = session.get(Setting, seed.REVISION)
            return setting.value if setting else "", load_city(session, self._rules)
