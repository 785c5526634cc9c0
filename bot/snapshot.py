"""The city's snapshot as this process holds it, loaded anew when some process has changed what it is made from."""

from __future__ import annotations

from handlers.city import City, Rules, load_city
from storage import revision
from storage.database import Database


class Snapshot:
    """Call it for the city as it is now; ``refresh`` looks whether it has changed. Safe to share between threads."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database, self._rules = database, rules
        self._revision, self._city = self._load()

    def __call__(self) -> City:
        """The city as it is now."""
        return self._city

    def refresh(self) -> bool:
        """Load the city again if its revision is another; returns whether it was.

        Its engine is made here, before anybody asks and outside every transaction.
        """
        with self._database.read() as session:
            now = revision.current(session)
        changed = now != self._revision
        found, city = self._load() if changed else (now, self._city)
        _ = city.library.engine
        self._revision, self._city = found, city
        return changed

    def _load(self) -> tuple[str, City]:
        with self._database.read() as session:
            return revision.current(session), load_city(session, self._rules)
