"""Asks, once a night, who is still in the groups of the agencies: the news that somebody left can be missed.

Telegram tells it to bots that are administrators of the group, and keeps it for a day while we are away.
"""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.base import Membership, SendError, Throttled
from bot.desk import Desk
from handlers.staff import leaving
from storage import memberships
from storage.memberships import Place
from storage.models import Staff, StaffGroup

NIGHT = 2  # o'clock, in the city
PAUSE = 0.1  # seconds between two questions: messages have the right of way
LONGEST = 60.0  # seconds waited when the provider asks for patience

log = structlog.get_logger(__name__)


class NightlyCheck:
    """Ends the rights of those who were once seen in a group of their agency and are no longer in it."""

    def __init__(self, desk: Desk, channel: str, provider: Membership, *, pause: float = PAUSE) -> None:
        self._desk, self._channel, self._provider, self._pause = desk, channel, provider, pause

    async def look(self) -> int:
        """Ask about everybody if it is night and nobody has yet; 0, since there is never more to do at once."""
        for place in await asyncio.to_thread(self._places):
            inside = await self._ask(place)
            if inside is not None and (inside or place.seen):
                await asyncio.to_thread(self._settle, place, inside=inside)
            await asyncio.sleep(self._pause)
        return 0

    def _places(self) -> list[Place]:
        now = self._desk.clock().astimezone(self._desk.city().rules.timezone)
        if now.hour < NIGHT:
            return []
        with self._desk.database.write() as session:
            return list(memberships.places(session, self._channel)) if memberships.take_day(session, now.date()) else []

    async def _ask(self, place: Place) -> bool | None:
        try:
            return await self._provider.is_member(place.group, place.person)
        except SendError as trouble:
            log.info("not known who is in a group", group=place.group_id, reason=type(trouble).__name__)
            await asyncio.sleep(min(trouble.retry_after, LONGEST) if isinstance(trouble, Throttled) else 0)
            return None

    def _settle(self, place: Place, *, inside: bool) -> None:
        with self._desk.office() as office:
            if inside:
                memberships.saw(office.session, place, now=office.now)
                return
            staff, group = office.session.get(Staff, place.staff_id), office.session.get(StaffGroup, place.group_id)
            if staff is not None and group is not None and leaving.end(office, staff, group):
                log.info("rights ended: no longer in the group", staff=place.staff_id, group=place.group_id)
