"""Where services and notices work: one transaction, the city, the words, and a tray for messages to people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from handlers.city import City
from handlers.texts import Texts
from handlers.turn import Posting, Recipient, Turn
from storage import absences, roster
from storage.models import Staff
from storage.roster import Chat


@dataclass(slots=True)
class Office:
    """Everything a notice needs. ``postings`` go to the outbox when the transaction commits.

    ``place`` is where the message was written that set it off (``Inbound.place``); empty for what is done by the clock.
    """

    session: Session
    city: City
    texts: Texts
    now: dt.datetime
    postings: list[Posting] = field(default_factory=list)
    place: str = ""

    def recipient(self, citizen_id: int) -> Recipient | None:
        """Where the citizen was last heard from; None if they cannot be reached any more."""
        reached = roster.reach(self.session, citizen_id)
        if reached is None:
            return None
        address, language = reached
        return Recipient(address.channel, address.value, citizen_id, language or self.city.rules.languages[0])

    def agency_chats(self, agency_id: int, *, secret: bool) -> list[Recipient]:
        """Who hears of an agency's complaints: its groups, else its staff, else (never if secret) the fallback's."""
        found = roster.chats_of(self.session, agency_id)
        if not found and not secret:
            fallback = self.city.agency(self.city.rules.fallback_agency).id
            found = roster.chats_of(self.session, fallback) or roster.chats_of_admins(self.session)
        return self._recipients(found)

    def admins(self) -> list[Recipient]:
        """Those who look after the whole service."""
        return self._recipients(roster.chats_of_admins(self.session))

    def heads(self, agency_id: int) -> list[Recipient]:
        """The heads of an agency, each in their own chat."""
        return self._recipients(roster.chats_of_heads(self.session, agency_id))

    def colleague(self, staff_id: int | None) -> Recipient | None:
        """Somebody on the staff in their own chat, or their deputy while they are away; None if there is nobody."""
        member = self.session.get(Staff, staff_id) if staff_id else None
        absence = absences.on(self.session, staff_id, self.today) if member and staff_id else None
        if absence is not None and absence.deputy_id is not None:
            member = self.session.get(Staff, absence.deputy_id)
        if member is None or member.citizen_id is None or member.ended_at is not None:
            return None
        return self.recipient(member.citizen_id)

    @property
    def today(self) -> dt.date:
        """The date in the city."""
        return self.city.day(self.now)

    def _recipients(self, chats: Sequence[Chat]) -> list[Recipient]:
        first = self.city.rules.languages[0]
        return [Recipient(chat.channel, chat.address, chat.citizen_id, chat.language or first) for chat in chats]


def office_of(turn: Turn) -> Office:
    """The office for what one message sets off: its postings are the turn's."""
    return Office(turn.facts, turn.city, turn.texts, turn.now, turn.postings, turn.inbound.place)
