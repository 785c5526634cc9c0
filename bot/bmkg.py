"""Fetches BMKG's documents one by one, each when it is due, and keeps the newest good one of each in the database.

Nobody waits for this: those who ask are answered from what was kept. Of several workers one fetches a document.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import structlog

from bot.channels.base import SendError
from bot.channels.transport import Download, Patience, Transport
from bot.config_sections import Bmkg as Given
from handlers.city import City
from handlers.info import bmkg
from storage import bulletins
from storage.bulletins import Attempt
from storage.database import Database

log = structlog.get_logger(__name__)

PATIENCE = Patience(connect=5.0, read=10.0)
LARGEST = 512 * 1024  # bytes; a forecast has 20,000
RETRY = dt.timedelta(minutes=5)  # after a failure; never sooner than the document is due anyway
PAUSE = dt.timedelta(minutes=15)  # when BMKG asks for patience and does not say for how long
LONGEST_PAUSE = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document, where it is, and how often it is fetched."""

    name: str
    url: str
    every: dt.timedelta

    def due(self, tried: Attempt | None, now: dt.datetime) -> bool:
        """Whether it is time for the next attempt."""
        return tried is None or tried.tried_at <= self.before(tried, now)

    def before(self, tried: Attempt | None, now: dt.datetime) -> dt.datetime:
        """The last attempt must not have been after this."""
        return now - (min(RETRY, self.every) if tried is not None and tried.error else self.every)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A document that is ours to fetch; ``mark`` tells the version we have, empty for none."""

    wanted: Wanted
    mark: str


class Unusable(Exception):
    """What came is of no use; the message says why. ``pause``: BMKG wants to be left alone for so long."""

    def __init__(self, why: str, pause: dt.timedelta | None = None) -> None:
        super().__init__(why)
        self.pause = pause


class Bmkg:
    """Looks for the document that is due, and fetches it."""

    def __init__(
        self,
        database: Database,
        transport: Transport,
        city: Callable[[], City],
        clock: Callable[[], dt.datetime],
        given: Given,
        patience: Patience = PATIENCE,
    ) -> None:
        self._database, self._transport, self._city, self._clock = database, transport, city, clock
        self._given, self._patience = given, patience
        self._silent_until: dt.datetime | None = None
        self._trouble: dict[str, str] = {}  # of each address, what was logged last

    async def look(self) -> int:
        """Fetch one document that is due. Returns 0, so that the next one waits for the next look."""
        claimed = await asyncio.to_thread(self._claim)
        if claimed is not None:
            await self._fetch(claimed)
        return 0

    def wanted(self) -> Iterator[Wanted]:
        """Every document there is to be fetched; earthquakes first."""
        for name in bmkg.QUAKES:
            url = f"{self._given.quakes_url}/{name.partition(':')[2]}.json"
            yield Wanted(name, url, self._given.quakes_every)
        for area in self._city().kelurahan:
            url = f"{self._given.weather_url}?adm4={area.code}"
            yield Wanted(f"{bmkg.WEATHER}{area.code}", url, self._given.weather_every)

    def _claim(self) -> Claimed | None:
        now = self._clock()
        if self._silent_until is not None and now < self._silent_until:
            return None
        with self._database.read() as session:
            tried = {attempt.name: attempt for attempt in bulletins.attempts(session, bmkg.ALL)}
        wanted = next((each for each in self.wanted() if each.due(tried.get(each.name), now)), None)
        if wanted is None:
            return None
        with self._database.write() as session:
            before = wanted.before(tried.get(wanted.name), now)
            mark = bulletins.claim(session, wanted.name, now=now, before=before)
        return None if mark is None else Claimed(wanted, mark)

    async def _fetch(self, claimed: Claimed) -> None:
        name = claimed.wanted.name
        try:
            body, mark = await self._get(claimed)
            if body is not None:
                bmkg.read(name, body)  # what cannot be read must not take the place of what can
        except (Unusable, SendError, bmkg.BadDocument, UnicodeDecodeError) as error:
            why = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            self._rest(error)
            self._note(claimed.wanted, why)
            await asyncio.to_thread(self._write, name, None, "", why)
            return
        self._note(claimed.wanted, "")
        await asyncio.to_thread(self._write, name, body, mark, "")

    async def _get(self, claimed: Claimed) -> tuple[str | None, str]:
        """The document and what marks its version; None for the document if it is the one we have."""
        async with self._transport.get(
            claimed.wanted.url, headers=_condition(claimed.mark), patience=self._patience
        ) as answer:
            if answer.status == 304 and claimed.mark:
                return None, claimed.mark
            if answer.status != 200:
                raise Unusable(f"status {answer.status}", _pause(answer, self._clock()))
            body = b"".join([chunk async for chunk in answer.chunks(LARGEST)])
            mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
            return body.decode(), mark

    def _write(self, name: str, body: str | None, mark: str, why: str) -> None:
        now = self._clock()
        with self._database.write() as session:
            if why:
                bulletins.fail(session, name, why)
            elif body is None:
                bulletins.confirm(session, name, now=now)
            else:
                bulletins.keep(session, name, body, mark=mark, now=now)

    def _rest(self, error: Exception) -> None:
        if isinstance(error, Unusable) and error.pause is not None:
            self._silent_until = self._clock() + error.pause

    def _note(self, wanted: Wanted, why: str) -> None:
        """One line when a trouble begins or changes, and one when it is over: an outage is not told every minute."""
        place = wanted.url.partition("?")[0]
        if why == self._trouble.get(place, ""):
            return
        self._trouble[place] = why
        if why:
            log.warning("BMKG's document is not to be had; the last good one stays", document=wanted.name, why=why)
        else:
            log.info("BMKG's document is to be had again", document=wanted.name)


def _condition(mark: str) -> dict[str, str]:
    """The headers that ask for the document only if it is another than the one so marked."""
    if not mark:
        return {}
    return {"If-None-Match" if mark.startswith(('"', "W/")) else "If-Modified-Since": mark}


def _pause(answer: Download, now: dt.datetime) -> dt.timedelta | None:
    if answer.status not in (429, 503):
        return None
    told = answer.headers.get("Retry-After", "").strip()
    if told.isdecimal():
        return min(dt.timedelta(seconds=int(told[:6])), LONGEST_PAUSE)
    try:
        until = email.utils.parsedate_to_datetime(told)
        return max(dt.timedelta(0), min(until - now, LONGEST_PAUSE))
    except (ValueError, TypeError):  # no date, or one without a zone
        return PAUSE
