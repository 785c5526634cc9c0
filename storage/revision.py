"""The word by which running processes notice that what they know of the city is no longer so."""

from __future__ import annotations

import secrets

from sqlmodel import Session, col, select

from storage.answers import REVISION as ANSWERS
from storage.models import Setting
from storage.seed import REVISION as SEED

CHANGED = "city_revision"  # beside the seed's own: rules by command, a model trained at night


def current(session: Session) -> str:
    """What it is now; another one means that something has changed."""
    query = select(Setting.value).where(col(Setting.name).in_((SEED, CHANGED, ANSWERS))).order_by(col(Setting.name))
    return " ".join(session.exec(query).all())


def bump(session: Session) -> None:
    """Have every process read the city anew soon after this transaction is committed."""
    session.merge(Setting(name=CHANGED, value=secrets.token_hex(8)))
