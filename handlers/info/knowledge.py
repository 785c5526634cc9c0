"""What the city answers, as the search needs it: one entry for each answer, whatever languages it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from handlers.info.entry import Entry
from storage.models import Answer

Written = Mapping[str, Sequence[Answer]]  # the rows of each key, the one in the city's first language first


def gather(answers: Iterable[Answer], languages: Sequence[str]) -> Written:
    """The answers by key, each in the order of ``languages``, the city's; other languages come last."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.key, []).append(answer)
    for rows in found.values():
        rows.sort(key=lambda row: languages.index(row.language) if row.language in languages else len(languages))
    return found


def entries(written: Written) -> list[Entry]:
    """An entry for each key: it is found by what people say in any of its languages."""
    return [_entry(key, rows) for key, rows in written.items()]


def texts(written: Written) -> dict[str, str]:
    """Of each key, everything a citizen may read: titles and bodies in all languages."""
    return {key: "\n".join(f"{row.title}\n{row.body}" for row in rows) for key, rows in written.items()}


def _entry(key: str, rows: Sequence[Answer]) -> Entry:
    first, *others = rows
    phrasings = (*first.phrasings, *(text for row in others for text in (row.title, *row.phrasings)))
    return Entry(key, first.title, phrasings, first.body, first.language)
