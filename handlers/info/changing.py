"""What staff do to an answer: each step is a version, and audited; whoever may not, or comes late, is told."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from handlers.info.wording import shortened
from handlers.refusal import Refusal
from handlers.staff import rights
from handlers.turn import StaffMember, Turn
from storage import answers
from storage.answers import Content
from storage.models import Answer

LONGEST_TITLE = 200
LONGEST_KEY = 48  # characters of a key that is made of a title
KEY_WORDS = 6
MOST_PHRASINGS = 200
LONGEST_PHRASING = 300


def as_seen(turn: Turn, answer_id: int, version: int | None = None) -> Answer:
    """The answer, locked for others by the change to come; Refused if it is gone or no longer at ``version``."""
    row = answers.by_id(turn.facts, answer_id, lock=True)
    if row is None:
        raise Refusal("answers-gone")
    if version is not None and row.version != version:
        raise Refusal("answers-crossed", answer=row.key)
    return row


def check_may_change(member: StaffMember, answer: Answer) -> None:
    """Refused to whoever may not change what the answer says."""
    if not rights.may_write(member, answer.agency_id):
        raise Refusal("answers-not-yours", answer=answer.key)
    if answer.published and not rights.may_publish(member, answer.agency_id):
        raise Refusal("answers-published", answer=answer.key)


def change(turn: Turn, answer: Answer, action: str, **values: Any) -> Answer:
    """Write the answer anew with other ``values``; ``action`` names it in the audit log."""
    content = answers.content_of(answer, answer.key, answer.language)
    return _put(turn, replace(content, **values), action, sorted(values))


def publish(turn: Turn, answer: Answer, source: str, valid_until: dt.date | None) -> Answer:
    """Say that the answer is right, as of today."""
    if not rights.may_publish(turn.member, answer.agency_id):
        raise Refusal("answers-head-publishes", answer=answer.key)
    values: dict[str, Any] = {"source": source, "checked": turn.today, "valid_until": valid_until}
    return change(turn, answer, "answer.publish", published=True, **values)


def withdraw(turn: Turn, answer: Answer) -> Answer:
    """Make it a draft again: citizens no longer get it."""
    check_may_change(turn.member, answer)
    return change(turn, answer, "answer.withdraw", published=False)


def remove(turn: Turn, answer: Answer) -> None:
    """Take it out of use in this language; its versions stay."""
    check_may_change(turn.member, answer)
    thing = f"{answer.key}.{answer.language}"
    answers.remove(turn.facts, [answer], now=turn.now, staff_id=turn.member.id)
    turn.audit("answer.remove", thing)


def restore(turn: Turn, answer: Answer, version: int) -> Answer:
    """Have the answer say again what it said in that version; it stays published, or a draft, as it is."""
    check_may_change(turn.member, answer)
    kept = next((each for each in answers.versions(turn.facts, answer.id or 0) if each.version == version), None)
    if kept is None:
        raise Refusal("answers-no-version", version=str(version))
    content = answers.content_of(kept, answer.key, answer.language)
    checked = (kept.checked or answer.checked) if answer.published else None
    content = replace(content, agency_id=answer.agency_id, published=answer.published, checked=checked)
    return _put(turn, content, "answer.restore", [str(version)])


def add_phrasings(turn: Turn, answer: Answer, texts: Iterable[str], action: str = "answer.phrasings") -> Answer:
    """Have it found by these words too. Whoever writes drafts may do that of what is published as well."""
    if not rights.may_write(turn.member, answer.agency_id):
        raise Refusal("answers-not-yours", answer=answer.key)
    return change(turn, answer, action, phrasings=tuple(_phrasings((*answer.phrasings, *texts))))


def edit_phrasings(turn: Turn, answer: Answer, said: str) -> Answer:
    """Add each line as a phrasing; a line after "-" is one to leave out."""
    lines = [line.strip() for line in re.split(r"[\n|]", said)]
    gone = {line.lstrip("-–").strip().casefold() for line in lines if line[:1] in ("-", "–")}
    added = [line for line in lines if line and line[:1] not in ("-", "–")]
    if not rights.may_write(turn.member, answer.agency_id):
        raise Refusal("answers-not-yours", answer=answer.key)
    left = (each for each in answer.phrasings if each.casefold() not in gone)
    return change(turn, answer, "answer.phrasings", phrasings=tuple(_phrasings((*left, *added))))


def create(
    turn: Turn,
    *,
    title: str,
    body: str,
    language: str,
    agency_id: int | None,
    key: str = "",
    phrasings: Iterable[str] = (),
    source: str = "",
) -> Answer:
    """Write a new draft; without a ``key`` one is made of the title."""
    if not rights.may_write(turn.member, agency_id):
        raise Refusal("staff-only")
    title = shortened(title, LONGEST_TITLE)
    key = key or new_key(title, answers.known_keys(turn.facts))
    content = Content(
        key, language, title, body, tuple(_phrasings(phrasings)), agency_id=agency_id, source=source, published=False
    )
    return _put(turn, content, "answer.create", [])


def new_key(title: str, taken: set[str]) -> str:
    """A key that says what it is about: ``ktp_hilang_di_jalan``, or with a number if there is one like it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)[:KEY_WORDS]
    base = "_".join(words)[:LONGEST_KEY].strip("_") or "jawaban"
    names = (base if number == 1 else f"{base}_{number}" for number in range(1, len(taken) + 3))
    return next(name for name in names if name not in taken)


def _phrasings(texts: Iterable[str]) -> list[str]:
    """Each once, whatever its capitals, as many as there may be."""
    found: dict[str, str] = {}
    for text in texts:
        line = shortened(text.replace("|", " "), LONGEST_PHRASING)
        if line:
            found.setdefault(line.casefold(), line)
    return list(found.values())[:MOST_PHRASINGS]


def _put(turn: Turn, content: Content, action: str, what: list[str]) -> Answer:
    answers.put(turn.facts, [content], now=turn.now, staff_id=turn.member.id)
    row = next(row for row in answers.by_key(turn.facts, content.key) if row.language == content.language)
    turn.audit(action, f"{row.key}.{row.language}", version=row.version, what=what)
    return row
