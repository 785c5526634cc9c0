"""Before an answer expires its owners are told, once for each answer and last day, on a morning as their office opens.

That it was told is remembered by a timer of its own, which runs until that day and does nothing: an answer whose last
day is moved has another timer, and is told again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from handlers.capability import Capability
from handlers.info import owned
from handlers.info.wording import shortened
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.staff import mornings
from handlers.turn import Posting, Recipient
from storage import answers, timers
from storage.models import Answer

TOLD = "answer-expiry-told"
AHEAD = dt.timedelta(days=14)
SHOWN = 10  # answers named in one message
BUTTONS = 3
TEMPLATE = "staff_answers"


def remind(office: Office, agency_id: int) -> None:
    """The agency opens: tell it which of its answers expire soon and were not told of yet."""
    if not mornings.begun(office, mornings.EXPIRING, agency_id):
        return
    if not office.city.hours(agency_id).is_open(office.now):
        return  # after a stop of the program: the next morning tells
    today = office.today
    owners = (agency_id, None) if agency_id == office.city.verifier.id else (agency_id,)
    told = timers.versions_for(office.session, TOLD)
    expiring = [
        row
        for row in answers.expiring(office.session, owners, first=today, last=today + AHEAD)
        if row.valid_until and (row.id, row.valid_until.toordinal()) not in told
    ]
    if expiring:
        _tell(office, agency_id, expiring, today)


def _tell(office: Office, agency_id: int, expiring: Sequence[Answer], today: dt.date) -> None:
    for chat in office.agency_chats(agency_id, secret=False):
        key = f"answers-expiring:{agency_id}:{today}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, _said(office, chat, expiring), key))
    for row in expiring:
        if row.valid_until is not None:
            midnight = dt.datetime.combine(
                row.valid_until + dt.timedelta(days=1), dt.time(), office.city.rules.timezone
            )
            version = row.valid_until.toordinal()
            due = midnight.astimezone(dt.UTC)
            timers.start(office.session, TOLD, row.id or 0, version=version, due_at=due)


def _said(office: Office, chat: Recipient, expiring: Sequence[Answer]) -> Outgoing:
    language, say = chat.language, office.texts.say
    lines = [say(language, "expiry", count=len(expiring))]
    for row in expiring[:SHOWN]:
        day = office.texts.date(language, row.valid_until) if row.valid_until else ""
        lines.append(say(language, "expiry-one", title=row.title, key=row.key, language=row.language, day=day))
    if len(expiring) > SHOWN:
        lines.append(say(language, "expiry-more", count=len(expiring) - SHOWN))
    lines += ["", say(language, "expiry-how", key=expiring[0].key)]
    options = [
        Option(f"/jawaban {owned.on_button(row)}", shortened(row.title, 30), typed=f"/jawaban {row.key}")
        for row in expiring[:BUTTONS]
    ]
    titles = shortened(", ".join(row.title for row in expiring), 300)
    return Outgoing(
        "\n".join(lines),
        tuple(options),
        template=f"{TEMPLATE}.{language}",
        variables=(str(len(expiring)), titles),
    )


def _forget(office: Office, _: int) -> None:
    """The day has come: nothing is left to remember."""


CAPABILITY = Capability(tasks={mornings.EXPIRING: remind, TOLD: _forget})
