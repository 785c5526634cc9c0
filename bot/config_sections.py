"""The sections of ``config.toml``: every key with its type, its bounds and its default.

docs/running.md explains each key to operators; a test keeps the two in step.
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days"}
DURATION = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(s|min|h|d)\s*$")


def _duration(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    if not (match := DURATION.match(str(value))):
        raise ValueError('write a number and its unit (s, min, h or d), e.g. "90 min"')
    return timedelta(**{UNITS[match[2]]: float(match[1])})


def spelt(duration: timedelta) -> str:
    """A duration as it is written in the file: ``2 h``."""
    seconds = duration.total_seconds()
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds and seconds % size == 0:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:g} s"


def _words(value: Any) -> Any:
    return tuple(word.strip() for word in value.split(",") if word.strip()) if isinstance(value, str) else value


def _timezone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("write a name of the tz database, e.g. Asia/Jakarta")
    return value


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query):
        raise ValueError("write scheme, host and if need be port, e.g. https://lapor.example.go.id")
    return value.rstrip("/")


def _database_url(value: SecretStr) -> SecretStr:
    try:
        backend = make_url(value.get_secret_value()).get_backend_name()
    except ArgumentError:
        backend = ""
    if backend not in {"sqlite", "postgresql", "postgres"}:
        raise ValueError("write sqlite:///FILE or postgresql://USER@HOST/NAME")
    return value


def _base_url(value: str) -> str:
    if urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname:
        raise ValueError("write an address that begins with https://")
    return value.rstrip("/")


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Interval = Annotated[timedelta, BeforeValidator(_duration), Field(ge=timedelta(minutes=1))]
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Url = Annotated[str, AfterValidator(_base_url)]
Pace = Annotated[float, Field(gt=0)]
WorkingDays = Annotated[int, Field(ge=1, le=365)]
ContentSid = Annotated[str, Field(pattern=r"^HX[0-9a-fA-F]{32}$")]
NO_SECRET = SecretStr("")


class Section(BaseModel):
    """Base of every section: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)


class City(Section):
    """Which city is served, and with what seed data."""

    name: str = "Padang Panjang"
    code: str = "13.74"
    seed: Path = Path("seed/padang_panjang")
    timezone: Annotated[str, AfterValidator(_timezone)] = "Asia/Jakarta"
    languages: Annotated[tuple[Literal["id", "en", "min"], ...], BeforeValidator(_words), Field(min_length=1)] = (
        "id",
        "en",
        "min",
    )

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which people are told dates and times."""
        return ZoneInfo(self.timezone)


class Database(Section):
    """Where the facts are. A URL with a password in it may stand in the environment only."""

    url: Annotated[SecretStr, AfterValidator(_database_url)] = Field(
        default=SecretStr("sqlite:///data/udajang.db"), json_schema_extra={"in_file": True}
    )
    pool_size: int = Field(default=10, ge=1, le=100)


class Web(Section):
    """Where the web server listens, and under what address the world sees it."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    public_url: Annotated[str, AfterValidator(_origin)] = ""
    proxies: Words = ("127.0.0.1", "::1")


class Telegram(Section):
    """The bot on Telegram. Paces in messages per second."""

    mode: Literal["off", "polling", "webhook"] = "off"
    token: SecretStr = NO_SECRET
    webhook_secret: SecretStr = NO_SECRET
    base_url: Url = "https://api.telegram.org"
    pace: Pace = 30.0
    chat_pace: Pace = 1.0
    group_pace: Pace = 0.333  # Telegram's FAQ: 20 messages a minute in one group


class WhatsApp(Section):
    """The WhatsApp sender at Twilio. Paces in messages per second."""

    mode: Literal["off", "on"] = "off"
    account_sid: str = Field(default="", pattern=r"^(AC[0-9a-fA-F]{32})?$")
    auth_token: SecretStr = NO_SECRET
    auth_token_secondary: SecretStr = NO_SECRET
    sender: str = Field(default="", pattern=r"^(\+\d{6,15})?$")
    messaging_service_sid: str = Field(default="", pattern=r"^(MG[0-9a-fA-F]{32})?$")
    base_url: Url = "https://api.twilio.com"
    pace: Pace = 80.0
    chat_pace: Pace = 0.166  # Meta's limit for one pair of numbers is about one message in 6 s, and a few at once
    media_hosts: Words = ("*.twiliocdn.com", "s3-external-1.amazonaws.com/media.twiliocdn.com")
    content: dict[str, ContentSid] = {}
    templates: dict[str, ContentSid] = {}


class Sla(Section):
    """How long complaints may take, in working days.

    3, 5 and 10 days are SP4N-LAPOR!'s, 5, 14 and 60 its usual standards by sort; what PermenPANRB 5/2025 says, which
    has replaced 62/2018, is not known to us.
    """

    verify_days: WorkingDays = 3
    answer_days: WorkingDays = 5
    complaint_days: WorkingDays = 14
    oversight_days: WorkingDays = 60
    aspiration_days: WorkingDays = 14
    information_days: WorkingDays = 5
    silent_days: WorkingDays = 10
    warn_days: WorkingDays = 1
    head_days: WorkingDays = 1
    city_days: WorkingDays = 3
    city_agency: str = "setda"
    lapor_verify_days: WorkingDays = 3
    lapor_answer_days: WorkingDays = 5


class Dialogue(Section):
    """How long an unfinished conversation waits for its citizen, and how many messages at once get answers each."""

    resume_after: Duration = timedelta(minutes=120)
    remind_after: Duration = timedelta(hours=20)  # within the 24 h in which WhatsApp allows free text
    expire_after: Duration = timedelta(hours=72)
    burst: int = Field(default=6, ge=1)


class Complaints(Section):
    """Where complaints go that no category decides, and what they may hold. Distances in metres."""

    secret_agencies: Annotated[Words, Field(min_length=1)] = ("inspektorat",)
    fallback_agency: str = "diskominfo"
    identity_agencies: Words = ()
    max_attachments: int = Field(default=5, ge=0, le=10)
    a_day: int = Field(default=10, ge=1)
    near_border_m: float = Field(default=60.0, ge=0)
    reopen_limit: int = Field(default=2, ge=0)
    reopen_days: int = Field(default=30, ge=0)
    ask_again_days: int = Field(default=5, ge=1)
    similar_m: float = Field(default=150.0, ge=0)
    similar_days: int = Field(default=30, ge=0)
    recurring_count: int = Field(default=5, ge=0)
    recurring_days: int = Field(default=90, ge=1)


class Teamwork(Section):
    """How long colleagues heed what one of them has begun."""

    claim_idle: Duration = timedelta(minutes=15)
    looking: Duration = timedelta(minutes=5)


class Routing(Section):
    """How the classifier that routes complaints learns."""

    min_examples: int = Field(default=300, ge=50)  # verified complaints


class Bmkg(Section):
    """Where BMKG's forecasts and earthquakes are fetched, how often, and for how long they count as current.

    BMKG allows 60 requests a minute; we make at most 6, and at these defaults about 8 in ten minutes.
    """

    mode: Literal["off", "on"] = "on"
    quakes_url: Url = "https://data.bmkg.go.id/DataMKG/TEWS"
    weather_url: Url = "https://api.bmkg.go.id/publik/prakiraan-cuaca"
    quakes_every: Interval = timedelta(minutes=5)
    weather_every: Interval = timedelta(hours=3)
    quakes_last: Duration = timedelta(hours=1)
    weather_lasts: Duration = timedelta(hours=12)


class Media(Section):
    """Where photos and other files of citizens are kept, and which are taken. Sizes in bytes."""

    dir: Path = Path("data/media")
    max_bytes: int = Field(default=20 * 2**20, ge=1024, le=50 * 2**20)
    types: Words = (
        "image/jpeg",
        "image/png",
        "image/webp",
        "video/mp4",
        "video/3gpp",
        "audio/ogg",
        "audio/mpeg",
        "audio/mp4",
        "audio/amr",
        "application/pdf",
    )


class Outbox(Section):
    """How messages to be sent are claimed."""

    lease: Duration = timedelta(seconds=60)
    batch: int = Field(default=100, ge=1, le=1000)


class Log(Section):
    """What is logged and how; ``auto`` is JSON unless standard error is a terminal."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"
