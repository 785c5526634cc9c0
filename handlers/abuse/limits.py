"""Whether somebody may file now. Asked before the first question, so that nobody answers them all for nothing."""

from __future__ import annotations

import datetime as dt

from handlers.messages import Option
from handlers.turn import Turn
from storage import muting

DAY = dt.timedelta(days=1)


def stops(turn: Turn) -> bool:
    """Whether the person writing is muted or has filed as many as one may in a day; then they are told so.

    An emergency has been answered by then, and a complaint already filed can always be added to.
    """
    citizen_id, most = turn.person.citizen_id, turn.city.rules.complaints_a_day
    filed, muted = muting.standing(turn.facts, citizen_id, since=turn.now - DAY, now=turn.now)
    if muted and (mute := muting.active(turn.facts, citizen_id, now=turn.now)) is not None:
        until = turn.texts.moment(turn.language, mute.until, turn.city.rules.timezone)
        turn.say("limit-muted", (_mine(turn),), until=until, reason=mute.reason)
        return True
    if filed >= most:
        turn.say("limit-reached", (_mine(turn),), most=most)
        return True
    return False


def _mine(turn: Turn) -> Option:
    return Option("/status", turn.text("menu-status"), typed="/status")
