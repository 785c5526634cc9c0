"""Every word a person reads: Fluent files per language and subject, formatted with Babel's dates and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime, format_interval
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax.ast import Resource

FOLDER = Path(__file__).parent
PLAIN = 2000  # characters of an argument that Fluent certainly takes as they are
# Babel has no Minangkabau; its speakers read Indonesian dates.
LOCALES = {"id": "id", "en": "en_GB", "min": "id"}


class Html(str):
    """Text that is already in our HTML subset and must not be escaped again."""

    __slots__ = ()


class _Long(str, FluentType):
    """Words longer than Fluent puts into a message: it takes no more of a plain string than 2,500 characters."""

    __slots__ = ()

    def format(self, locale: Any) -> str:  # type: ignore[override]
        """The words as they are."""
        return self


class Texts:
    """Messages by key and language. Words people typed are escaped when they are put into a message."""

    def __init__(self, languages: tuple[str, ...] = ("id", "en", "min")) -> None:
        self.languages = languages
        self._bundles = {language: self._load(language) for language in languages}
        self._fixed: dict[tuple[str, str], str] = {}

    @staticmethod
    def _load(language: str) -> FluentBundle:
        bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        bundle.add_resource(_read(language))
        return bundle

    def say(self, language: str, key: str, /, **arguments: Any) -> str:
        """The message ``key`` in ``language`` (the first configured one if unknown), as HTML.

        Raises KeyError for an unknown key and ValueError for a missing argument: both are faults of ours.
        """
        language = language if language in self._bundles else self.languages[0]
        if not arguments:
            fixed = self._fixed.get((language, key))
            if fixed is not None:
                return fixed
        said = self._format(language, key, arguments)
        if not arguments:
            self._fixed[(language, key)] = said
        return said

    def _format(self, language: str, key: str, arguments: Mapping[str, Any]) -> str:
        bundle = self._bundles[language]
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        said, faults = bundle.format_pattern(message.value, {name: _safe(value) for name, value in arguments.items()})
        if faults:
            raise ValueError(f"{language}: {key}: {faults[0]}")
        return str(said)

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return self._bundles[self.languages[0]].has_message(key)

    def date(self, language: str, day: dt.date) -> str:
        """``Senin, 30 November 2026``."""
        return format_date(day, "EEEE, d MMMM y", locale=LOCALES.get(language, "id"))

    def span(self, language: str, first: dt.date, last: dt.date) -> str:
        """``16–22 Nov 2026``; a whole month is ``November 2026``."""
        locale = LOCALES.get(language, "id")
        if first.day == 1 and (last + dt.timedelta(days=1)).day == 1 and first.month == last.month:
            return format_date(first, "MMMM y", locale=locale)
        return format_interval(first, last, "yMMMd", locale=locale).replace("\u2009", " ")

    def short_day(self, language: str, day: dt.date, *, month: bool = False) -> str:
        """``16 Nov``, or of the ``month`` alone ``Nov``."""
        return format_date(day, "MMM" if month else "d MMM", locale=LOCALES.get(language, "id"))

    def number(self, language: str, value: float) -> str:
        """``4,5``: with one decimal where there is one."""
        return format_decimal(value, "#,##0.#", locale=LOCALES.get(language, "id"))

    def moment(self, language: str, at: dt.datetime, zone: dt.tzinfo) -> str:
        """``24 Nov 2026 13.05`` in the city's zone."""
        return format_datetime(at.astimezone(zone), "d MMM y HH.mm", locale=LOCALES.get(language, "id"))


def source(language: str) -> str:
    """All that is said in ``language``: a folder with a file for each subject, the same ones in every language."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / language).glob("*.ftl")))


@cache
def _read(language: str) -> Resource:
    """Reading a file takes a tenth of a second, and nothing changes what was read."""
    return FluentResource(source(language))


def _safe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value if isinstance(value, Html) else escape(value, quote=False)
    return _Long(text) if len(text) > PLAIN else text


def pick(names: Mapping[str, str], language: str) -> str:
    """The name in ``language``, or the Indonesian one, or any."""
    return names.get(language) or names.get("id") or next(iter(names.values()), "")
