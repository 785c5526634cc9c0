"""Which colleague is meant: by number, by name, by a part of it, or by what comes near enough to it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, utils
from rapidfuzz.distance import DamerauLevenshtein
from sqlmodel import Session

from storage import colleagues
from storage.models import Staff

NEAR = 80  # of 100; below it nobody is guessed
LEAD = 8  # points within which a second one may have been meant as well
BEGUN = 95.0  # a word of the name begins like that
SHORT = 4  # letters; in a shorter word a slip makes another name of it
LONGEST_NAME = 5  # words


def find(session: Session, agency_id: int | None, said: str) -> list[Staff]:
    """The colleagues in the agency (None: in any) whom ``said`` may mean, the likeliest first.

    One for a number or a whole name; several where more than one fits; none if nobody does. Only who is still there.
    """
    return among(colleagues.of_agency(session, agency_id), said)


def among(staff: Sequence[Staff], said: str) -> list[Staff]:
    """Those of ``staff`` whom ``said`` may mean, as ``find`` does."""
    bare = said.strip().lstrip("@#").strip()
    if bare.isdecimal():
        return [member for member in staff if str(member.id) == bare]
    return _named(staff, _plain(bare)) or _near(staff, _plain(bare))


def begin(session: Session, agency_id: int | None, said: str, *, exact: bool = False) -> tuple[list[Staff], str]:
    """The colleagues named by the first words of ``said``, and the words behind; nobody: ([], said).

    As many words as fit are taken for the name: "Ani Wijaya tolong cek" names Ani Wijaya, "Ani tolong cek" Ani.
    ``exact``: a name misspelt names nobody.
    """
    staff, words = colleagues.of_agency(session, agency_id), said.split()
    for count in range(min(len(words), LONGEST_NAME), 0, -1):
        named = " ".join(words[:count])
        found = _named(staff, _plain(named)) if not named.lstrip("@#").isdecimal() else among(staff, named)
        if found:
            return found, _rest(said, count)
    near = _near(staff, _plain(words[0])) if words and not exact else []
    return (near, _rest(said, 1)) if near else ([], said)


def _rest(said: str, count: int) -> str:
    """What stands behind the first ``count`` words, as it was written."""
    parts = said.split(maxsplit=count)
    return parts[count].lstrip(",:;- ") if len(parts) > count else ""


def _plain(text: str) -> str:
    return utils.default_process(text)


def _named(staff: Sequence[Staff], said: str) -> list[Staff]:
    """Those whose name is ``said``, or else has its words in it one after the other."""
    if not said:
        return []
    whole = [member for member in staff if _plain(member.name) == said]
    return whole or [member for member in staff if f" {said} " in f" {_spaced(member.name)} "]


def _spaced(name: str) -> str:
    return " ".join(_plain(name).split())


def _near(staff: Sequence[Staff], said: str) -> list[Staff]:
    """Those whose name, or a word of it, is begun or misspelt by ``said``."""
    if len(said) < 2:
        return []
    scored = [(_score(said, _plain(member.name)), member) for member in staff]
    best = max((score for score, _ in scored), default=0.0)
    likely = [(score, member) for score, member in scored if score >= max(NEAR, best - LEAD)]
    return [member for _, member in sorted(likely, key=lambda each: -each[0])]


def _score(said: str, name: str) -> float:
    """How well ``said`` fits as many words of the name as it has, of 100."""
    words = name.split()
    if any(word.startswith(said) for word in words):
        return BEGUN
    count = len(said.split())
    parts = [" ".join(words[start : start + count]) for start in range(max(len(words) - count, 0) + 1)]
    return max(_alike(said, part) for part in parts)


def _alike(said: str, part: str) -> float:
    one_slip = len(said) >= SHORT and DamerauLevenshtein.distance(said, part, score_cutoff=1) <= 1
    return max(fuzz.ratio(said, part), float(NEAR) if one_slip else 0.0)
