"""The settings: ``config.toml`` under ``UDAJANG_SECTION__KEY`` variables, validated once and frozen.

``load()`` returns them or raises a ConfigError of one line. Secrets come from the environment only and are SecretStr,
so that no repr, log line or ``udajang config show`` can hold one. Paths are relative to the folder of the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import ipaddress
import os
import re
import secrets
from collections.abc import Iterator
from datetime import timedelta
from functools import reduce
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy.engine import URL, make_url

from bot import config_reading, config_sections
from bot.config_reading import DEFAULT, FILE_SUFFIX, ConfigError, Given, variable
from bot.config_sections import NO_SECRET

__all__ = ["ConfigError", "Settings", "load", "read", "settle"]

SHORTEST_SECRET = 32  # characters: 128 bits even when written in hexadecimal
TOKEN = re.compile(r"^\d+:[A-Za-z0-9_-]+$")
WEBHOOK_SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")  # what Telegram accepts as secret_token
MAKE_SECRET = f"set {variable('secret_key')} to the output of: openssl rand -hex 32"
NOT_IN_DEVELOPMENT = (
    'in development anybody may act as staff, so set environment = "production" or keep to http://127.0.0.1'
)
DEFAULT_FILE = Path("config.toml")
SECRET_KEY_FILE = Path("data/secret_key")

Part = TypeVar("Part", bound=BaseModel)


class Settings(BaseSettings):
    """Everything an operator decides. Made by ``load``, which also fills in what is derived."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix=config_reading.PREFIX,
        env_nested_delimiter=config_reading.DELIMITER,
        enable_decoding=False,
        hide_input_in_errors=True,
        validate_default=True,
    )

    environment: Literal["development", "production"] = "development"
    secret_key: SecretStr = NO_SECRET
    city: config_sections.City = config_sections.City()
    database: config_sections.Database = config_sections.Database()
    web: config_sections.Web = config_sections.Web()
    telegram: config_sections.Telegram = config_sections.Telegram()
    whatsapp: config_sections.WhatsApp = config_sections.WhatsApp()
    sla: config_sections.Sla = config_sections.Sla()
    dialogue: config_sections.Dialogue = config_sections.Dialogue()
    complaints: config_sections.Complaints = config_sections.Complaints()
    routing: config_sections.Routing = config_sections.Routing()
    teamwork: config_sections.Teamwork = config_sections.Teamwork()
    bmkg: config_sections.Bmkg = config_sections.Bmkg()
    media: config_sections.Media = config_sections.Media()
    outbox: config_sections.Outbox = config_sections.Outbox()
    log: config_sections.Log = config_sections.Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment over the file, whose content (with secrets from ``*_FILE``) is what ``load`` passes in."""
        if isinstance(env_settings, EnvSettingsSource):
            known = {config_reading.variable(key).lower() for key, _ in config_reading.fields_of(cls)}
            given = env_settings.env_vars.items()
            env_settings.env_vars = {
                name: value for name, value in given if name in known or not name.endswith(FILE_SUFFIX.lower())
            }
        return env_settings, init_settings

    @property
    def production(self) -> bool:
        """Whether citizens are served: the newcomer's staff pane and generated secrets are off."""
        return self.environment == "production"

    def secrets(self) -> tuple[str, ...]:
        """Every secret in use, the longest first, for the log's redaction."""
        found = {value.get_secret_value() for value in _secret_values(self)}
        found.discard(self.database.url.get_secret_value())
        found.add(make_url(self.database.url.get_secret_value()).password or "")
        return tuple(sorted(found - {""}, key=len, reverse=True))

    def shown(self) -> dict[str, str]:
        """Each key with its value as it may be shown to anybody."""
        return {key: _shown(key, _value(self, key)) for key, _ in config_reading.fields_of(type(self))}


def load(path: Path | None = None) -> Settings:
    """The settings of ``path`` (default: config.toml in the working directory) and the environment.

    In development a missing ``secret_key`` is made once and kept in data/secret_key. Raises ConfigError.
    """
    return settle(read(path))


def read(path: Path | None = None) -> Given:
    """What the operator wrote, before it is validated. Raises ConfigError."""
    path = path or Path(os.environ.get(config_reading.CONFIG_VARIABLE, "") or DEFAULT_FILE)
    return config_reading.read(path, os.environ, Settings)


def settle(given: Given) -> Settings:
    """Validate what was given and fill in what is derived from it. Raises ConfigError."""
    try:
        settings = Settings(**given.tree)
    except ValidationError as error:
        raise ConfigError(_first(error.errors(include_url=False)[0], given)) from None
    settings = _derive(settings, given.path.absolute().parent)
    for key, fault in _faults(settings, given):
        raise ConfigError(f"{_stands(given, key)}{key} {fault}")
    return settings


def _stands(given: Given, key: str) -> str:
    where = given.where(key)
    return "" if where == DEFAULT else f"{where}: "


def _first(error: ErrorDetails, given: Given) -> str:
    parts = [str(part) for part in error["loc"]]
    fields = dict(config_reading.fields_of(Settings))
    key = next((key for key in config_reading.ancestors(parts) if key in fields), ".".join(parts))
    stands = _stands(given, ".".join(parts)) or _stands(given, key)
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    field = fields.get(key)
    if field is None or config_reading.is_secret(field) or isinstance(field.default, SecretStr):
        return f"{stands}{key} is wrong: {message}"
    hint = f"; for example {field.default}" if isinstance(field.default, int | float) else ""
    return f"{stands}{key} = {str(error['input'])[:60]!r} is wrong: {message}{hint}"


def _derive(settings: Settings, root: Path) -> Settings:
    key = settings.secret_key
    if not key.get_secret_value() and not settings.production:
        key = SecretStr(_kept_secret(root / SECRET_KEY_FILE))
    url = settings.database.url.get_secret_value()
    changes: dict[str, BaseModel | SecretStr] = {
        "secret_key": key,
        "city": _with(settings.city, seed=root / settings.city.seed),
        "media": _with(settings.media, dir=root / settings.media.dir),
        "database": _with(settings.database, url=SecretStr(_rooted(make_url(url), root))),
        "web": _with(settings.web, public_url=settings.web.public_url or _own_address(settings.web)),
    }
    if not settings.telegram.webhook_secret.get_secret_value():
        derived = hmac.digest(key.get_secret_value().encode(), b"telegram webhook", hashlib.sha256).hex()
        changes["telegram"] = _with(settings.telegram, webhook_secret=SecretStr(derived))
    return settings.model_copy(update=changes)


def _with(section: Part, **changes: object) -> Part:
    return section.model_copy(update=changes)


def _rooted(url: URL, root: Path) -> str:
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        url = url.set(database=str(root / url.database))
    return url.render_as_string(hide_password=False)


def _own_address(web: config_sections.Web) -> str:
    host = f"[{web.host}]" if ":" in web.host else web.host
    return f"http://{host}:{web.port}"


def _kept_secret(path: Path) -> str:
    """The generated key in ``path``, made if it is not there; processes that start together agree on one."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.{os.getpid()}")
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(SHORTEST_SECRET))
            with contextlib.suppress(FileExistsError):
                os.link(draft, path)
            draft.unlink()
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ConfigError(f"{path} cannot be made or read: {error.strerror}; set {variable('secret_key')}") from None


def _faults(settings: Settings, given: Given) -> Iterator[tuple[str, str]]:
    """What is wrong with values that are right one by one, as (key, rest of the sentence)."""
    yield from _database_faults(settings, given)
    yield from _place_faults(settings)
    if settings.telegram.mode != "off":
        yield from _telegram_faults(settings.telegram)
    if settings.whatsapp.mode != "off":
        yield from _whatsapp_faults(settings.whatsapp)
    if settings.dialogue.resume_after >= settings.dialogue.expire_after:
        yield "dialogue.resume_after", "must be shorter than dialogue.expire_after"


def _database_faults(settings: Settings, given: Given) -> Iterator[tuple[str, str]]:
    url = make_url(settings.database.url.get_secret_value())
    if url.password and not given.where("database.url").startswith("environment"):
        yield "database.url", f"holds a password; take it out of the file and set {variable('database.url')} instead"


def _place_faults(settings: Settings) -> Iterator[tuple[str, str]]:
    url = urlsplit(settings.web.public_url)
    if not settings.production and not _is_loopback(url.hostname or ""):
        yield "web.public_url", f"is {settings.web.public_url}, which others can reach; {NOT_IN_DEVELOPMENT}"
    if settings.production and url.scheme != "https":
        yield "web.public_url", f"is {settings.web.public_url}; production needs the https:// address citizens use"
    if settings.production and len(settings.secret_key.get_secret_value()) < SHORTEST_SECRET:
        yield "secret_key", f"needs at least {SHORTEST_SECRET} characters in production; {MAKE_SECRET}"


def _telegram_faults(telegram: config_sections.Telegram) -> Iterator[tuple[str, str]]:
    token = telegram.token.get_secret_value()
    if not token:
        yield "telegram.mode", f"is {telegram.mode}, but no token is set; set {variable('telegram.token')}"
    elif not TOKEN.match(token):
        yield "telegram.token", "is not a bot token; @BotFather shows it as digits, a colon and letters"
    if not WEBHOOK_SECRET.match(telegram.webhook_secret.get_secret_value()):
        yield "telegram.webhook_secret", "may hold 1 to 256 letters, digits, _ and - only"


def _whatsapp_faults(whatsapp: config_sections.WhatsApp) -> Iterator[tuple[str, str]]:
    if not whatsapp.account_sid:
        yield "whatsapp.mode", f"is on, but whatsapp.account_sid is not set; set {variable('whatsapp.account_sid')}"
    if not whatsapp.auth_token.get_secret_value():
        yield "whatsapp.mode", f"is on, but no token is set; set {variable('whatsapp.auth_token')}"
    if not whatsapp.sender and not whatsapp.messaging_service_sid:
        yield "whatsapp.mode", "is on, but neither whatsapp.sender nor whatsapp.messaging_service_sid is set"


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _secret_values(model: BaseModel) -> Iterator[SecretStr]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, SecretStr):
            yield value
        elif isinstance(value, BaseModel):
            yield from _secret_values(value)


def _value(settings: BaseModel, key: str) -> object:
    return reduce(getattr, key.split("."), settings)


def _shown(key: str, value: object) -> str:
    if isinstance(value, SecretStr):
        plain = value.get_secret_value()
        return make_url(plain).render_as_string() if key == "database.url" else "(set)" if plain else "(not set)"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} = {item}" for name, item in value.items())
    return config_sections.spelt(value) if isinstance(value, timedelta) else str(value)
