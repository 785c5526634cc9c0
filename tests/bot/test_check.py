"""``udajang check`` finds what is wrong with each part, says how to mend it, and gives nothing away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot import check, check_providers, config, config_reading
from bot.check import Finding, Level
from bot.config import Settings
from storage import bulletins, migrate, seed
from storage.database import Database
from tests.conftest import NOW
from tests.seeding import SEED

TOKEN = "7123456789:AAHh0xk3_Yq-8DdXoTz1nQw5vB2mLcRsPeU"
AUTH = "f00dcafef00dcafef00dcafef00dcafe"
SID = "AC0123456789abcdef0123456789abcdef"


def settings_in(folder: Path, **changes: Any) -> tuple[Settings, config_reading.Given]:
    """Settings of a development set-up in a folder of its own, with what was given for them."""
    given = config_reading.Given(folder / "config.toml", {"secret_key": "k" * 32, **changes}, {}, {})
    return config.settle(given), given


def by_part(findings: list[Finding]) -> dict[str, Finding]:
    """The findings by what they are about."""
    return {finding.part: finding for finding in findings}


def local(folder: Path, **changes: Any) -> dict[str, Finding]:
    """What is found in that folder."""
    settings, given = settings_in(folder, **changes)
    key = folder / config.SECRET_KEY_FILE
    key.parent.mkdir(exist_ok=True)
    key.touch(mode=0o600)
    return by_part(list(check.local(settings, given)))


def test_a_set_up_that_never_ran_has_no_fault(tmp_path: Path) -> None:
    found = local(tmp_path)

    assert {finding.level for finding in found.values()} <= {Level.OK, Level.WARNING}
    assert found["database"].level is Level.WARNING
    assert "udajang migrate" in found["database"].mend
    assert not (tmp_path / "data/udajang.db").exists()


def test_a_migrated_database_is_well_and_its_missing_city_is_told(tmp_path: Path) -> None:
    migrate.upgrade(f"sqlite:///{tmp_path}/data/udajang.db")

    found = local(tmp_path)

    assert found["database"].level is Level.OK
    assert migrate.head() in found["database"].message
    assert found["seed"].level is Level.WARNING
    assert "0 agencies" in found["seed"].message


def test_whether_bmkgs_documents_come_is_told(tmp_path: Path) -> None:
    migrate.upgrade(f"sqlite:///{tmp_path}/data/udajang.db")
    database = Database(f"sqlite:///{tmp_path}/data/udajang.db")

    assert local(tmp_path)["bmkg"] == Finding(
        "bmkg", Level.OK, "no document came yet", "udajang run, or a worker, fetches them"
    )
    with database.write() as session:
        bulletins.claim(session, "bmkg:autogempa", now=NOW, before=NOW)
        bulletins.keep(session, "bmkg:autogempa", "{}", mark="", now=NOW)
    assert local(tmp_path)["bmkg"].message == "1 documents, the newest of 2026-11-24 03:00 UTC"
    with database.write() as session:
        bulletins.fail(session, "bmkg:autogempa", "status 500")
    database.close()
    failing = local(tmp_path)["bmkg"]
    assert failing.level is Level.WARNING
    assert failing.message.endswith("1 not to be had, such as bmkg:autogempa: status 500")
    assert "may go out" in failing.mend
    assert local(tmp_path, bmkg={"mode": "off"})["bmkg"].level is Level.OFF


def test_an_agency_that_settings_name_and_the_city_lacks_is_a_fault(tmp_path: Path) -> None:
    migrate.upgrade(f"sqlite:///{tmp_path}/data/udajang.db")
    database = Database(f"sqlite:///{tmp_path}/data/udajang.db")
    seed.load(database, SEED, now=NOW)
    database.close()

    assert local(tmp_path)["seed"].level is Level.OK
    found = local(tmp_path, complaints={"secret_agencies": ["inspektorat", "kpk"]})["seed"]
    assert found.level is Level.FAULT
    assert "kpk" in found.message
    assert "complaints.secret_agencies" in found.mend


def test_a_database_without_our_tables_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/udajang.db").touch()

    found = local(tmp_path)["database"]

    assert found.level is Level.FAULT
    assert found.mend == "run: udajang migrate"


def test_a_server_that_does_not_answer_is_a_fault_without_its_password(tmp_path: Path) -> None:
    settings, _ = settings_in(tmp_path, database={"url": "postgresql://u@127.0.0.1:9/d"})
    url = SecretStr("postgresql://u:sesame@127.0.0.1:9/d")  # as it would come from the environment
    settings = settings.model_copy(update={"database": settings.database.model_copy(update={"url": url})})

    found = list(check._database(settings))

    assert [finding.level for finding in found] == [Level.FAULT]
    assert "sesame" not in str(found)


def test_a_secret_key_others_can_read_is_a_fault(tmp_path: Path) -> None:
    local(tmp_path)
    (tmp_path / config.SECRET_KEY_FILE).chmod(0o644)
    settings, given = settings_in(tmp_path)

    found = by_part(list(check.local(settings, given)))["secrets"]

    assert found.level is Level.FAULT
    assert found.mend.startswith("run: chmod 600 ")


def test_a_folder_that_cannot_be_written_to_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()

    assert local(tmp_path, media={"dir": "taken/media"})["media"].level is Level.FAULT


def test_a_webhook_without_https_is_a_fault_at_the_real_telegram(tmp_path: Path) -> None:
    found = local(tmp_path, telegram={"mode": "webhook", "token": TOKEN})["public_url"]

    assert found.level is Level.FAULT
    assert "polling" in found.mend


class Provider:
    """Telegram and Twilio, saying what they are told to say; ``None`` is no answer at all."""

    def __init__(self) -> None:
        self.webhook: dict[str, Any] = {"url": "", "pending_update_count": 0}
        self.status = 200
        self.account = {"status": "active"}
        self.asked: list[str] = []
        self.url = ""

    async def answer(self, request: web.Request) -> web.Response:
        """Whatever is asked."""
        self.asked.append(request.path)
        if self.status != 200:
            return web.json_response({"ok": False}, status=self.status)
        if request.path.endswith("/getMe"):
            return web.json_response({"ok": True, "result": {"username": "lapor_pp_bot"}})
        if request.path.endswith("/getWebhookInfo"):
            return web.json_response({"ok": True, "result": self.webhook})
        return web.json_response(self.account)


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    """A provider on loopback."""
    provider = Provider()
    app = web.Application()
    app.router.add_get("/{path:.*}", provider.answer)
    async with TestServer(app) as server:
        provider.url = str(server.make_url("")).rstrip("/")
        yield provider


async def ask(folder: Path, provider: Provider, mode: str = "webhook") -> dict[str, Finding]:
    """What is found with both channels switched on."""
    telegram = {"mode": mode, "token": TOKEN, "base_url": provider.url}
    whatsapp = {
        "mode": "on",
        "account_sid": SID,
        "auth_token": AUTH,
        "sender": "+14155238886",
        "base_url": provider.url,
    }
    settings, _ = settings_in(folder, telegram=telegram, whatsapp=whatsapp)
    findings = await check_providers.remote(settings)
    for secret in (TOKEN, AUTH, "4155238886"):
        assert secret not in str(findings)
    return by_part(findings)


async def test_nobody_is_asked_about_channels_that_are_off(tmp_path: Path) -> None:
    settings, _ = settings_in(tmp_path)

    found = await check_providers.remote(settings)

    assert {finding.part: finding.level for finding in found} == {"telegram": Level.OFF, "whatsapp": Level.OFF}


async def test_providers_that_know_us_are_told(tmp_path: Path, provider: Provider) -> None:
    provider.webhook["url"] = "http://127.0.0.1:8080/telegram"

    found = await ask(tmp_path, provider)

    assert {part: finding.level for part, finding in found.items()} == dict.fromkeys(found, Level.OK)
    assert "@lapor_pp_bot" in found["telegram"].message
    assert found["sender"].message.endswith("886")
    assert f"/2010-04-01/Accounts/{SID}.json" in provider.asked


async def test_polling_wants_no_webhook(tmp_path: Path, provider: Provider) -> None:
    assert (await ask(tmp_path, provider, mode="polling"))["webhook"].level is Level.OK


@pytest.mark.parametrize(
    ("webhook", "said"),
    [
        (
            {"url": "https://old.example/telegram"},
            "https://old.example/telegram, http://127.0.0.1:8080/telegram is wanted",
        ),
        (
            {"last_error_date": 1795495440, "last_error_message": "Bad Gateway"},
            "2026-11-24T04:44:00+00:00: Bad Gateway",
        ),
        ({"pending_update_count": 4711}, "4711 pending"),
    ],
)
async def test_a_webhook_in_trouble_is_a_warning(
    tmp_path: Path, provider: Provider, webhook: dict[str, Any], said: str
) -> None:
    provider.webhook |= {"url": "http://127.0.0.1:8080/telegram", **webhook}

    found = (await ask(tmp_path, provider))["webhook"]

    assert found.level is Level.WARNING
    assert said in found.message


async def test_credentials_that_are_refused_are_faults(tmp_path: Path, provider: Provider) -> None:
    provider.status = 401

    found = await ask(tmp_path, provider)

    assert found["telegram"].message == "Telegram does not know the token"
    assert found["whatsapp"].message == "Twilio refuses whatsapp.auth_token"
    assert {found["telegram"].level, found["whatsapp"].level} == {Level.FAULT}


async def test_an_account_that_is_suspended_is_a_fault(tmp_path: Path, provider: Provider) -> None:
    provider.account = {"status": "suspended"}

    assert (await ask(tmp_path, provider))["whatsapp"].level is Level.FAULT


async def test_a_provider_that_cannot_be_reached_is_a_fault(tmp_path: Path, provider: Provider) -> None:
    provider.url = "http://127.0.0.1:9"

    found = await ask(tmp_path, provider)

    assert "cannot connect to 127.0.0.1:9" in found["telegram"].message
    assert found["whatsapp"].level is Level.FAULT


async def test_something_else_that_answers_is_a_fault(tmp_path: Path, provider: Provider) -> None:
    provider.status = 500

    found = await ask(tmp_path, provider)

    assert "does not answer as Telegram" in found["telegram"].message
    assert found["whatsapp"].level is Level.FAULT
