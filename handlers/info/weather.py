"""/cuaca: what BMKG forecasts for a kelurahan, today and tomorrow, from the document that a worker fetched last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from handlers import ago
from handlers.capability import Capability
from handlers.city import AreaInfo
from handlers.commands import Command
from handlers.info import attribution, bmkg
from handlers.info.bearing import strangers
from handlers.messages import Option, Outgoing
from handlers.texts import Html
from handlers.turn import Turn
from storage import bulletins
from storage.bulletins import Known

CERTAIN = 0.75  # score from which a kelurahan named in words is taken without asking
REMEMBERED = "weather_area"  # of a conversation's state: the kelurahan somebody asked about last
CHOOSE = "?"
SLOT = dt.timedelta(hours=3)
DAY = range(6, 18)  # hours in which a clear sky has a sun in it

_SKY = re.compile(r"\b(?:cuaca|cuaco|prakiraan|perkiraan|ramalan|weather|forecast)\b", re.IGNORECASE)
_RAIN = re.compile(
    r"\b(?:hujan|hujannya|ujan|hujankah|gerimis|mendung|berawan|cerah|rain|raining|rainy|sunny|cloudy|umbrella|payung|"
    r"paneh|panas|dingin|suhu|udara|turun|derajat|temperature|hot|cold|heavy|lebat|labek|deras|badai)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:hari ?(?:ini|ko)|kini|sekarang|besok|bsk|bisuak|isuak|nanti|ntar|beko|lusa|apakah|apo|kapan|bilo|today|"
    r"tonight|tomorrow|will|is it|going to|akan|bakal|(?:in)?n?da[kh]|gak|ga|nggak|tidak|tdk|prakiraan)\b",
    re.IGNORECASE,
)
_WEATHER_ITSELF = re.compile(
    r"\b(?:hujan\w*|ujan|gerimis|mendung|rain\w*|umbrella|(?:hari|udara|suhu)\W+(?:\w+\W+)?(?:paneh|panas|dingin|cerah)|"
    r"cerah|suhu udara|suhu hari|sunny)\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:banji[ra]\w*|bocor|tirih|genang\w*|tergenang|rusak|tumbang|longsor|mati|padam|tersumbat|tumpat|selokan|"
    r"drainase|bandar|got|buruk|buruak|ekstrem|flood\w*|broken|leak\w*|galodo|rumah|jalan|lampu|air|aia)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(  # places people also ask about; "padang" alone is another city
    r"\b(?:padang(?!\W*panjang)|buki(?:t|k)\W?tinggi|payakumbuh|pa(?:i|y)akumbuah|pariaman|piaman|batu\W?sangka\w*|solok|"
    r"agam|tanah datar|pekanbaru|medan|jakarta|bandung|surabaya|yogya\w*|jogja|bali|batam|jambi|palembang|"
    r"singapur\w*|malaysia|mekkah|jepang|tokyo|london|new york)\b",
    re.IGNORECASE,
)
_ICONS = (  # by what is in BMKG's words, the first that is found; None: the sun or the moon
    ("petir", "⛈️"),
    ("hujan ringan", "🌦️"),
    ("hujan", "🌧️"),
    ("kabut", "🌫️"),
    ("asap", "🌫️"),
    ("kabur", "🌫️"),
    ("cerah berawan", "⛅"),
    ("berawan", "☁️"),
    ("cerah", ""),
)
_WET = re.compile(r"hujan|petir", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours in which the weather stays the same, from ``start`` to ``end`` on the city's clock."""

    start: dt.datetime
    end: dt.datetime
    words: str
    icon: str
    degrees: tuple[float, ...]
    wet: bool


def asked(text: str) -> bool:
    """Whether these free words ask for the weather of this city, and for nothing else."""
    if _TROUBLE.search(text) or _ELSEWHERE.search(text):
        return False
    if (others := strangers(text, _SKY)) is not None:
        return others <= 3
    if not _WEATHER_ITSELF.search(text) or not (_ASKS.search(text) or len(text.split()) <= 1):
        return False
    others = strangers(text, _RAIN)
    return others is not None and others <= 2


def tell(turn: Turn, argument: str = "") -> None:
    """/cuaca: the forecast for the kelurahan named, else for the one asked about last; else ask for which."""
    if not turn.city.rules.bmkg:
        turn.say("weather-off")
        return
    found = _meant(turn, argument)
    if len(found) != 1:
        _ask(turn, found)
        return
    (area,) = found
    state = turn.person.conversation.state
    if state.get(REMEMBERED) != area.code:
        state[REMEMBERED], turn.person.conversation.changed = area.code, True
    turn.reply(Outgoing(_told(turn, area), (Option(f"/cuaca {CHOOSE}", turn.text("weather-other"), typed="/cuaca ?"),)))


def _meant(turn: Turn, argument: str) -> list[AreaInfo]:
    """The kelurahan that may be meant; empty when it could be any."""
    city, known = turn.city, {area.code: area for area in turn.city.kelurahan}
    if argument.strip() == CHOOSE:
        return []
    if argument.strip() in known:
        return [known[argument.strip()]]
    found = city.find_areas(argument)
    certain = [match.area for match in found if match.score >= CERTAIN]
    if certain or found:
        return certain or [match.area for match in found]
    remembered = turn.person.conversation.state.get(REMEMBERED)
    return [known[remembered]] if remembered in known else []


def _ask(turn: Turn, areas: Sequence[AreaInfo]) -> None:
    offered = sorted(areas or turn.city.kelurahan, key=lambda area: area.name)
    turn.say("weather-where", tuple(Option(f"/cuaca {area.code}", area.name) for area in offered))


def _told(turn: Turn, area: AreaInfo) -> str:
    document = next(iter(bulletins.newest(turn.facts, [bmkg.WEATHER + area.code])), None)
    if document is None:
        return turn.text("weather-none", area=area.name)
    age = ago.ago(document.fetched_at, turn.now)
    if turn.now - document.fetched_at > turn.city.rules.weather_lasts:
        return turn.text("weather-old", area=area.name, **age)
    days = _days(turn, document)
    if not days:
        return turn.text("weather-old", area=area.name, **age)
    lines: list[str] = [turn.text("weather-title", area=area.name)]
    today = turn.today
    if today in days:
        lines.append(_rain(turn, days[today]))
    for day, stretches in days.items():
        lines += ["", _heading(turn, day, stretches), *(_line(turn, stretch) for stretch in stretches)]
    if document.error:
        lines += ["", turn.text("weather-late", **age)]
    return "\n".join([*lines, "", attribution.named(turn, document.fetched_at)])


def _days(turn: Turn, document: Known) -> dict[dt.date, list[Stretch]]:
    """What is still to come of today, and tomorrow."""
    zone = turn.city.rules.timezone
    today = turn.now.astimezone(zone).date()
    slots = bmkg.read_forecast(document.body, document.name.removeprefix(bmkg.WEATHER))
    coming = [slot for slot in slots if slot.at + SLOT > turn.now]
    days = {day: list(of_day) for day, of_day in groupby(coming, lambda slot: slot.at.astimezone(zone).date())}
    wanted = (today, today + dt.timedelta(days=1))
    return {day: _stretches(turn, days[day]) for day in wanted if day in days}


def _stretches(turn: Turn, slots: Sequence[bmkg.Slot]) -> list[Stretch]:
    zone, found = turn.city.rules.timezone, list[Stretch]()
    for slot in slots:
        start = slot.at.astimezone(zone)
        words, icon = slot.words_en if turn.language == "en" else slot.words, _icon(slot.words, start.hour)
        degrees = () if slot.degrees is None else (slot.degrees,)
        last = found[-1] if found else None
        if last is not None and (last.words, last.icon, last.end) == (words, icon, start):
            found[-1] = Stretch(last.start, start + SLOT, words, icon, last.degrees + degrees, last.wet)
        else:
            found.append(Stretch(start, start + SLOT, words, icon, degrees, bool(_WET.search(slot.words))))
    return found


def _icon(words: str, hour: int) -> str:
    said = words.casefold()
    icon = next((icon for part, icon in _ICONS if part in said), "🌡️")
    return icon or ("☀️" if hour in DAY else "🌙")


def _rain(turn: Turn, stretches: Sequence[Stretch]) -> Html:
    """Whether it will rain today, said first, for that is what most people want to know."""
    wet = [_hours(turn, stretch) for stretch in stretches if stretch.wet]
    return turn.text("weather-wet", times=", ".join(wet)) if wet else turn.text("weather-dry")


def _heading(turn: Turn, day: dt.date, stretches: Sequence[Stretch]) -> Html:
    today = turn.today
    degrees = _degrees(turn, [value for stretch in stretches for value in stretch.degrees], " · ")
    name = "today" if day == today else "tomorrow"
    return turn.text("weather-day", day=name, date=turn.texts.date(turn.language, day), degrees=degrees)


def _line(turn: Turn, stretch: Stretch) -> Html:
    degrees = _degrees(turn, stretch.degrees, ", ")
    return turn.text(
        "weather-line", times=_hours(turn, stretch), icon=stretch.icon, words=stretch.words, degrees=degrees
    )


def _hours(turn: Turn, stretch: Stretch) -> str:
    end = stretch.end.hour * 60 + stretch.end.minute or 24 * 60
    start = stretch.start.hour * 60 + stretch.start.minute
    return f"{ago.clock(start, turn.language)}–{ago.clock(end, turn.language)}"


def _degrees(turn: Turn, values: Sequence[float], before: str) -> str:
    """``19–26 °C``, and what parts it from the words ``before``; empty where BMKG says nothing."""
    if not values:
        return ""
    low, high = (turn.texts.number(turn.language, round(value)) for value in (min(values), max(values)))
    return f"{before}{low} °C" if low == high else f"{before}{low}–{high} °C"


CAPABILITY = Capability((Command(("cuaca", "weather", "cuaco"), tell, "help-cuaca"),))
