"""/gempa: the newest earthquakes as BMKG tells them, with how far they were from the city."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers import ago
from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import attribution, bmkg
from handlers.info.bearing import strangers
from handlers.info.bmkg import Quake
from handlers.messages import Outgoing
from handlers.texts import Html
from handlers.turn import Turn
from storage import bulletins

EARTH = 6371.0  # km
NEAR = 300.0  # km: what is farther is seldom felt in the city
RECENT = dt.timedelta(days=30)
LISTED = 3
PICTURES = "https://data.bmkg.go.id/DataMKG/TEWS/"  # maps of how strongly it was felt

_QUAKE = re.compile(
    r"\b(?:gempa\w*|gampo\w*|gempo|lindu|(?:earth)?quakes?|bmkg|kekuatan\w*|kuat|magnitud[oe]|sr|skala|richter|pusat\w*|"
    r"kedalaman\w*|tsunami|berpotensi|potensi|terasa|taraso|strong|magnitude|epicent(?:er|re)|big|gadang|besar)\b",
    re.IGNORECASE,
)
_QUAKE_ITSELF = re.compile(
    r"\b(?:gempa(?:nya|nyo|kah|bumi)?|gampo(?:nyo)?|gempo|lindu|(?:earth)?quakes?)\b", re.IGNORECASE
)
_TROUBLE = re.compile(
    r"\b(?:tolong\w*|bantu\w*|help|rumah|retak|roboh|runtuh|rusak|korban|evakuasi|harus|siaga|mitigasi|jalur|asuransi|"
    r"isu|hoaks?|prediksi|ramal\w*|nanti|beko|besok|bisuak|akan|bakal|ka|will|tomorrow|"  # nobody can tell
    r"simulasi|pelatihan|cara|caro|saat|ketika|broken|collapsed?|injured|should|must)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class News:
    """What is known of earthquakes: ``at`` is how old the oldest document of it is, ``failing`` that no newer comes."""

    quakes: Sequence[Quake]
    at: dt.datetime
    failing: bool


def asked(text: str) -> bool:
    """Whether these free words ask what earthquakes there were, and for nothing else."""
    if not _QUAKE_ITSELF.search(text) or _TROUBLE.search(text):
        return False
    others = strangers(text, _QUAKE)
    return others is not None and others <= 1


def tell(turn: Turn, argument: str = "") -> None:
    """/gempa: the newest one in full, then those near the city, or the latest elsewhere."""
    if not turn.city.rules.bmkg:
        turn.say("quake-off")
        return
    news = _news(turn)
    if news is None:
        turn.say("quake-none")
        return
    newest, *others = news.quakes
    title = "quake-title-old" if _old(turn, news) else "quake-title"
    lines: list[str] = [*_warnings(turn, news), turn.text(title), *_whole(turn, newest)]
    near = [quake for quake in others if _near(turn, quake)][:LISTED]
    if listed := near or others[:LISTED]:
        lines += ["", turn.text("quake-near" if near else "quake-others", city=turn.city.rules.name, km=int(NEAR))]
        lines += [_line(turn, quake) for quake in listed]
    turn.reply(Outgoing("\n".join([*lines, "", attribution.named(turn, news.at)])))


def _news(turn: Turn) -> News | None:
    """What the documents say that are current; if none is, what was known last."""
    lasts = turn.city.rules.quakes_last
    found = {known.name: known for known in bulletins.newest(turn.facts, bmkg.QUAKES)}
    documents = [found[name] for name in bmkg.QUAKES if name in found]
    documents = [each for each in documents if turn.now - each.fetched_at <= lasts] or documents
    if not documents:
        return None
    quakes = bmkg.merged(quake for each in documents for quake in bmkg.read_quakes(each.body))
    at = min(each.fetched_at for each in documents)
    return News(quakes, at, any(each.error for each in documents))


def _warnings(turn: Turn, news: News) -> list[str]:
    """That what follows is old, or may be soon."""
    age = ago.ago(news.at, turn.now)
    if _old(turn, news):
        return [turn.text("quake-old", **age), ""]
    return [turn.text("quake-late", **age), ""] if news.failing else []


def _old(turn: Turn, news: News) -> bool:
    return turn.now - news.at > turn.city.rules.quakes_last


def _whole(turn: Turn, quake: Quake) -> list[str]:
    lines: list[str] = [
        _strength(turn, quake),
        turn.text("quake-place", place=quake.place),
        turn.text("quake-when", at=attribution.moment(turn, quake.at), **ago.ago(quake.at, turn.now)),
    ]
    if away := _away(turn, quake):
        lines.append(turn.text("quake-away", away=away, city=turn.city.rules.name))
    if quake.potential:
        lines.append(turn.text(f"quake-{_tsunami(quake)}", words=quake.potential))
    if quake.felt:
        lines.append(turn.text("quake-felt", words=quake.felt))
    if quake.picture:
        lines.append(turn.text("quake-picture", link=PICTURES + quake.picture))
    return lines


def _tsunami(quake: Quake) -> str:
    """How to introduce what BMKG says of a tsunami; no translation of ours may make it smaller or greater."""
    said = quake.potential.casefold()
    if said.rstrip(".") == "tidak berpotensi tsunami":
        return "calm"
    return "tsunami" if "tsunami" in said and "tidak" not in said else "said"


def _line(turn: Turn, quake: Quake) -> Html:
    away = f" · {_away(turn, quake)}" if turn.city.centre else ""
    at = attribution.moment(turn, quake.at)
    line = turn.text("quake-line", at=at, magnitude=_magnitude(turn, quake), place=quake.place, away=away)
    return Html(f"{line}\n   {turn.text('quake-felt', words=quake.felt)}") if quake.felt else line


def _magnitude(turn: Turn, quake: Quake) -> str:
    return turn.texts.number(turn.language, quake.magnitude)


def _strength(turn: Turn, quake: Quake) -> str:
    """How strong and, where it is known, how deep."""
    strength = turn.text("quake-what", magnitude=_magnitude(turn, quake))
    if quake.depth is None:
        return strength
    return f"{strength} · {turn.text('quake-depth', depth=turn.texts.number(turn.language, round(quake.depth)))}"


def _near(turn: Turn, quake: Quake) -> bool:
    kilometres = _kilometres(turn, quake)
    return kilometres is not None and kilometres <= NEAR and turn.now - quake.at <= RECENT


def _away(turn: Turn, quake: Quake) -> str:
    """``± 1.250 km``, to the kilometre only near by; empty where nobody knows where the city is."""
    kilometres = _kilometres(turn, quake)
    if kilometres is None:
        return ""
    step = 1 if kilometres < 100 else 10
    return f"± {turn.texts.number(turn.language, round(kilometres / step) * step)} km"


def _kilometres(turn: Turn, quake: Quake) -> float | None:
    centre = turn.city.centre
    return None if centre is None else distance(*centre, quake.lat, quake.lon)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres over the ground between two points in degrees."""
    here, there = math.radians(lat), math.radians(other_lat)
    half_lat, half_lon = (there - here) / 2, math.radians(other_lon - lon) / 2
    square = math.sin(half_lat) ** 2 + math.cos(here) * math.cos(there) * math.sin(half_lon) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, square)))


CAPABILITY = Capability(
    (Command(("gempa", "quake", "gampo", "earthquake"), tell, "help-gempa", bare=False, calm=True),)
)
