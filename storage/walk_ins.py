"""Citizens who came to a desk or rang up: known by their phone number, or by nothing but the complaint they left."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Session, select

from storage.models import Address, Citizen, Conversation

PHONE, DESK = "phone", "desk"  # no channels of ours: nothing can be sent to such an address


def welcome(session: Session, *, name: str, phone: str, language: str, now: dt.datetime) -> int:
    """The citizen with that number, or a new one; returns the id. ``phone`` as in +62812…, or empty."""
    if phone and (known := _by_phone(session, phone)) is not None:
        return known
    citizen = Citizen(language=language, created_at=now)
    session.add(citizen)
    session.flush()
    citizen_id = citizen.id or 0
    session.add(Conversation(citizen_id=citizen_id, state={}, updated_at=now))
    channel, value = (PHONE, phone) if phone else (DESK, str(citizen_id))
    session.add(
        Address(
            citizen_id=citizen_id, channel=channel, value=value, name=name[:120], unreachable_at=now, created_at=now
        )
    )
    session.flush()
    return citizen_id


def _by_phone(session: Session, phone: str) -> int | None:
    found = select(Address.citizen_id).where(Address.channel == PHONE, Address.value == phone)
    return session.exec(found).first()
