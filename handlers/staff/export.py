"""What an export holds: its columns with their meaning, and the value of each for a complaint.

Without identities nothing leads to a person: numbers and names are taken out of words, and where somebody wished not
to be known there is no point on the map. With identities that holds for whoever stayed anonymous or secret.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.city import City
from handlers.staff.masking import masked
from handlers.texts import Texts
from storage.exporting import Exported
from storage.models import Visibility

HOUR = 3600  # seconds

Value = str | int | float | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Export:
    """How complaints are written: names in ``language``, times in the city's zone, with ``identities`` or without."""

    city: City
    language: str = "id"
    identities: bool = False

    def values(self, found: Exported, shape: Sequence[Column]) -> list[Value]:
        """A complaint as the columns of ``shape`` have it."""
        return [column.value(self, found) for column in shape]

    def shows(self, found: Exported) -> bool:
        """Whether the person may be known: identities were asked for and they did not wish to stay unknown."""
        return self.identities and found.row.visibility == Visibility.PUBLIC

    def words(self, found: Exported, text: str) -> str:
        """Words without what leads to the person, unless they may be known."""
        if self.shows(found):
            return text
        text = masked(text)
        for _, _, name in found.addresses:
            text = masked(text, name)
        return text

    def at(self, moment: dt.datetime | None) -> dt.datetime | None:
        """A moment in the city's zone."""
        return moment.astimezone(self.city.rules.timezone) if moment is not None else None

    def hours(self, found: Exported, moment: dt.datetime | None) -> float | None:
        """Working hours of the agency from filing until then."""
        if moment is None:
            return None
        return round(self.city.hours(found.row.agency_id).between(found.row.created_at, moment) / HOUR, 2)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``type`` is text, number, whole number or time; ``meaning`` is for the data dictionary."""

    name: str
    type: str
    meaning: str
    value: Callable[[Export, Exported], Value]


def _plain(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: getattr(found.row, name)


def _time(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: export.at(getattr(found.row, name))


def _words(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: export.words(found, getattr(found.row, name))


def _step(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: export.at(getattr(found, name))


def _worked(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: export.hours(found, getattr(found, name))


def _files(export: Export, found: Exported) -> Value:
    return found.attachments


def _on_behalf(export: Export, found: Exported) -> Value:
    return int(found.row.filed_by_id is not None)


def _category(export: Export, found: Exported) -> Value:
    return export.city.category_by_id(found.row.category_id).code


def _category_name(export: Export, found: Exported) -> Value:
    return export.city.category_by_id(found.row.category_id).name(export.language)


def _agency(export: Export, found: Exported) -> Value:
    return export.city.agencies[found.row.agency_id].code


def _agency_name(export: Export, found: Exported) -> Value:
    return export.city.agencies[found.row.agency_id].name(export.language)


def _area_name(export: Export, found: Exported) -> Value:
    area = export.city.areas.get(found.row.area_code or "")
    return area.name if area else None


def _pin(name: str) -> Callable[[Export, Exported], Value]:
    return lambda export, found: getattr(found.row, name) if found.row.visibility == Visibility.PUBLIC else None


def _identity(place: int) -> Callable[[Export, Exported], Value]:
    """All addresses of the person, or their names, one after the other."""

    def value(export: Export, found: Exported) -> Value:
        known = dict.fromkeys(address[place] for address in found.addresses if address[place])
        return ", ".join(known) if export.shows(found) else None

    return value


TEXT, NUMBER, WHOLE, TIME = "text", "number", "whole number", "time"
_STATES = "received, taken, processing, waiting, resolved, closed, rejected, merged"
COLUMNS: tuple[Column, ...] = (
    Column("number", TEXT, "Number of the complaint as people know it; its last digit checks it", _plain("number")),
    Column("kind", TEXT, "complaint, aspiration or information (request), the classes of SP4N-LAPOR!", _plain("kind")),
    Column("status", TEXT, _STATES, _plain("status")),
    Column("outcome", TEXT, "Of a closed one: confirmed by the citizen, or unconfirmed; else empty", _plain("outcome")),
    Column("visibility", TEXT, "public, anonymous or secret, as the citizen wished", _plain("visibility")),
    Column("category", TEXT, "Code of what it is about", _category),
    Column("category_name", TEXT, "The category in words", _category_name),
    Column("agency", TEXT, "Code of the agency that has it, or had it last", _agency),
    Column("agency_name", TEXT, "The agency in words", _agency_name),
    Column("area_code", TEXT, "Code of the kelurahan at the Ministry of Home Affairs, if known", _plain("area_code")),
    Column("area_name", TEXT, "The kelurahan in words", _area_name),
    Column("place", TEXT, "Where, in the citizen's words", _words("place_text")),
    Column("latitude", NUMBER, "WGS 84, degrees; of public ones only", _pin("lat")),
    Column("longitude", NUMBER, "WGS 84, degrees; of public ones only", _pin("lon")),
    Column("channel", TEXT, "telegram, whatsapp, webchat or console: where it was filed", _plain("channel")),
    Column("filed_at", TIME, "When it was filed", _time("created_at")),
    Column("verified_at", TIME, "When staff first showed that it is with the right agency", _time("verified_at")),
    Column("answered_at", TIME, "When staff first answered", _step("answered_at")),
    Column("ended_at", TIME, "When staff last called it done or rejected it", _step("ended_at")),
    Column("closed_at", TIME, "When it was closed for good; empty while it is open", _time("closed_at")),
    Column("due_at", TIME, "The next deadline; empty when none runs", _time("due_at")),
    Column("hours_to_answer", NUMBER, "Working hours from filed_at to answered_at", _worked("answered_at")),
    Column("hours_to_end", NUMBER, "Working hours from filed_at to ended_at", _worked("ended_at")),
    Column("reopened", WHOLE, "How often the citizen said that it is not fixed", _plain("reopened")),
    Column("supporters", WHOLE, "How many others have the same trouble", _plain("supporters")),
    Column("attachments", WHOLE, "How many photos and other files it has", _files),
    Column("on_behalf", WHOLE, "1 if staff filed it for somebody, else 0", _on_behalf),
    Column("merged_into", TEXT, "Number of the complaint it lives on in", _plain("merged_into")),
    Column("sp4n_number", TEXT, "Its number at SP4N-LAPOR!, if it has one", _plain("sp4n_number")),
    Column("text", TEXT, "The complaint in the citizen's words", _words("text")),
)
IDENTITIES: tuple[Column, ...] = (
    Column("citizen_name", TEXT, "What the citizen is called in their apps; of public ones only", _identity(2)),
    Column("citizen_channel", TEXT, "Where they can be reached; of public ones only", _identity(0)),
    Column("citizen_address", TEXT, "Telegram id, WhatsApp number, web-chat token; of public ones only", _identity(1)),
)


def columns(*, identities: bool) -> tuple[Column, ...]:
    """The columns of an export."""
    return COLUMNS + IDENTITIES if identities else COLUMNS


DICTIONARY = ("column", "label_id", "label_en", "type", "meaning")


def dictionary(texts: Texts, shape: Sequence[Column]) -> list[Sequence[Any]]:
    """The data dictionary: a row for each column, as ``DICTIONARY`` names them."""
    return [
        (column.name, _label(texts, "id", column), _label(texts, "en", column), column.type, column.meaning)
        for column in shape
    ]


def _label(texts: Texts, language: str, column: Column) -> str:
    """What the column is called; those of another system's form have that system's names only."""
    key = f"column-{column.name}"
    return texts.say(language, key) if texts.has(key) else column.name
