"""Settings come from one file and the environment, are checked at once, and never show a secret."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot import config, config_reading
from bot.config import ConfigError, Settings

TOKEN = "7123456789:AAHh0xk3_Yq-8DdXoTz1nQw5vB2mLcRsPeU"
LONG = "0123456789abcdef0123456789abcdef"
Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Load a file with that text under an environment of just these variables."""

    def load_text(text: str = "", **variables: str) -> Settings:
        for name in list(os.environ):
            if name.startswith("UDAJANG_"):
                monkeypatch.delenv(name)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        (tmp_path / "config.toml").write_text(text)
        return config.load(tmp_path / "config.toml")

    return load_text


def refusal(load: Load, text: str = "", **variables: str) -> str:
    """The line with which these settings are refused."""
    with pytest.raises(ConfigError) as refused:
        load(text, **variables)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_an_empty_file_is_a_complete_development_set_up(load: Load, tmp_path: Path) -> None:
    settings = load()

    assert settings.environment == "development"
    assert settings.web.public_url == "http://127.0.0.1:8080"
    assert settings.database.url.get_secret_value() == f"sqlite:///{tmp_path}/data/udajang.db"
    assert settings.media.dir == tmp_path / "data/media"
    assert settings.city.zone.key == "Asia/Jakarta"


def test_the_file_that_ships_holds_exactly_defaults() -> None:
    given = config_reading.read(Path("config.toml"), {}, Settings)

    for key, field in config_reading.fields_of(Settings):
        value = given.tree
        for part in key.split("."):
            value = value.get(part, {})
        if value != {}:
            shipped = Settings.model_validate(given.tree).shown()[key]
            assert shipped == Settings.model_validate({}).shown()[key], key
            assert not config_reading.is_secret(field) or key == "database.url"


def test_the_environment_overrules_the_file(load: Load) -> None:
    settings = load(
        "[web]\nport = 1\n[city]\nlanguages = ['id']", UDAJANG_WEB__PORT="9000", UDAJANG_CITY__LANGUAGES="en, id"
    )

    assert settings.web.port == 9000
    assert settings.city.languages == ("en", "id")


def test_durations_are_written_with_their_unit(load: Load) -> None:
    settings = load('[dialogue]\nresume_after = "90 min"\n[outbox]\nlease = "1.5 min"')

    assert settings.dialogue.resume_after == timedelta(minutes=90)
    assert settings.outbox.lease == timedelta(seconds=90)
    assert settings.shown()["dialogue.resume_after"] == "90 min"
    assert settings.shown()["dialogue.expire_after"] == "3 d"


def test_names_below_a_table_are_the_operators_own(load: Load) -> None:
    sid = f"HX{LONG}"
    settings = load(f'[whatsapp.content]\nreply_3 = "{sid}"', UDAJANG_WHATSAPP__TEMPLATES__ANSWERED_ID=sid)

    assert settings.whatsapp.content == {"reply_3": sid}
    assert settings.whatsapp.templates == {"answered_id": sid}


def test_settings_are_frozen(load: Load) -> None:
    settings = load()

    with pytest.raises(ValidationError, match="frozen"):
        settings.web.port = 1  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        settings.environment = "production"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "variables", "said"),
    [
        ("[web]\n\nprot = 1", {}, "config.toml line 3: web.prot is not a setting; did you mean web.port?"),
        ("port = 1", {}, "config.toml line 1: port is not a setting; did you mean web.port?"),
        ("[wbe]", {}, "config.toml line 1: wbe is not a setting"),
        ("[nonsense]\nq = 1", {}, "nonsense.q is not a setting; take it out (docs/running.md lists every setting)"),
        (
            "",
            {"UDAJANG_WEB__PROT": "1"},
            "variable UDAJANG_WEB__PROT is not a setting; did you mean UDAJANG_WEB__PORT?",
        ),
        ("", {"UDAJANG_WEB": "{}"}, "UDAJANG_WEB is not a setting"),
        ("", {"UDAJANG_TOKEN": "x"}, "UDAJANG_TOKEN is not a setting; did you mean UDAJANG_TELEGRAM__TOKEN?"),
        ("[web]\nport = 'x'", {}, "config.toml line 2: web.port = 'x' is wrong: should be a valid integer"),
        ("", {"UDAJANG_WEB__PORT": "x"}, "variable UDAJANG_WEB__PORT: web.port = 'x' is wrong"),
        (
            "[web]\nport = 70000",
            {},
            "web.port = '70000' is wrong: should be less than or equal to 65535; for example 8080",
        ),
        ("[telegram]\nmode = 'on'", {}, "telegram.mode = 'on' is wrong: should be 'off', 'polling' or 'webhook'"),
        (
            "[city]\nlanguages = ['id', 'fr']",
            {},
            "line 2: city.languages = 'fr' is wrong: should be 'id', 'en' or 'min'",
        ),
        ("[city]\ntimezone = 'WIB'", {}, "write a name of the tz database, e.g. Asia/Jakarta"),
        ("[dialogue]\nexpire_after = 72", {}, "write a number and its unit (s, min, h or d)"),
        ("[dialogue]\nresume_after = '4 d'", {}, "line 2: dialogue.resume_after must be shorter than dialogue.expire"),
        ("[database]\nurl = 'mysql://h/d'", {}, "database.url is wrong: write sqlite:///FILE or postgresql://"),
        ("[whatsapp.content]\na = 'x'", {}, "whatsapp.content = 'x' is wrong: String should match pattern"),
        ("[web\nport = 1", {}, "config.toml is not valid TOML: "),
        ("[web]\npublic_url = 'lapor.go.id'", {}, "write scheme, host and if need be port"),
        (
            "",
            {"UDAJANG_TELEGRAM__BASE_URL": "x"},
            "telegram.base_url = 'x' is wrong: write an address that begins with",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line_with_its_place_and_mend(
    load: Load, text: str, variables: dict[str, str], said: str
) -> None:
    assert said in refusal(load, text, **variables)


@pytest.mark.parametrize(
    "text",
    [
        'secret_key = "hunter2hunter2"',
        '[telegram]\ntoken = "hunter2hunter2"',
        '[telegram]\nwebhook_secret = "hunter2hunter2"',
        '[whatsapp]\nauth_token = "hunter2hunter2"',
        '[whatsapp]\nauth_token_secondary = "hunter2hunter2"',
        '[database]\nurl = "postgresql://u:hunter2hunter2@h/d"',
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(load: Load, text: str) -> None:
    said = refusal(load, text)

    assert "set UDAJANG_" in said
    assert "hunter2" not in said


def test_a_wrong_secret_is_refused_without_being_repeated(load: Load) -> None:
    said = refusal(load, UDAJANG_TELEGRAM__MODE="polling", UDAJANG_TELEGRAM__TOKEN="hunter2hunter2")

    assert "UDAJANG_TELEGRAM__TOKEN: telegram.token is not a bot token" in said
    assert "hunter2" not in said


def test_a_secret_may_be_kept_in_a_file_of_its_own(load: Load, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")

    settings = load(UDAJANG_TELEGRAM__TOKEN_FILE=str(tmp_path / "token"))

    assert settings.telegram.token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"UDAJANG_SECRET_KEY_FILE": "/nowhere"}, "/nowhere cannot be read: No such file"),
        (
            {"UDAJANG_SECRET_KEY_FILE": "/x", "UDAJANG_SECRET_KEY": "y"},
            "both UDAJANG_SECRET_KEY and UDAJANG_SECRET_KEY",
        ),
        ({"UDAJANG_WEB__PORT_FILE": "/x"}, "UDAJANG_WEB__PORT_FILE: only secrets are read from files"),
    ],
)
def test_a_file_that_gives_no_secret_is_told(load: Load, variables: dict[str, str], said: str) -> None:
    assert said in refusal(load, **variables)


def test_no_secret_is_in_what_settings_look_like(load: Load) -> None:
    secrets = {"UDAJANG_SECRET_KEY": "k" * 40, "UDAJANG_TELEGRAM__TOKEN": TOKEN, "UDAJANG_WHATSAPP__AUTH_TOKEN": LONG}
    settings = load(**secrets, UDAJANG_DATABASE__URL="postgresql://u:sesame@h/d")

    for look in (
        repr(settings),
        str(settings),
        str(settings.model_dump()),
        settings.model_dump_json(),
        str(settings.shown()),
    ):
        for secret in (*secrets.values(), "sesame"):
            assert secret not in look
    assert {*secrets.values(), "sesame"} <= set(settings.secrets())
    assert settings.shown()["database.url"] == "postgresql://u:***@h/d"


def test_a_development_secret_is_made_once_and_kept_for_its_owner_only(load: Load, tmp_path: Path) -> None:
    first, second = load().secret_key.get_secret_value(), load().secret_key.get_secret_value()

    path = tmp_path / "data/secret_key"
    assert first == second == path.read_text()
    assert len(first) >= config.SHORTEST_SECRET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret_key"]


PRODUCTION = {
    "UDAJANG_ENVIRONMENT": "production",
    "UDAJANG_SECRET_KEY": LONG,
    "UDAJANG_WEB__PUBLIC_URL": "https://lapor.example.go.id",
}


def test_production_with_key_and_address_is_accepted_and_makes_no_secret(load: Load, tmp_path: Path) -> None:
    settings = load(**PRODUCTION)

    assert settings.production
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"UDAJANG_SECRET_KEY": "short"},
            "secret_key needs at least 32 characters in production; set UDAJANG_SECRET_KEY",
        ),
        ({"UDAJANG_SECRET_KEY": ""}, "openssl rand -hex 32"),
        ({"UDAJANG_WEB__PUBLIC_URL": "http://lapor.example.go.id"}, "production needs the https:// address"),
        ({"UDAJANG_ENVIRONMENT": "development"}, "https://lapor.example.go.id, which others can reach"),
        ({"UDAJANG_TELEGRAM__MODE": "webhook"}, "telegram.mode is webhook, but no token is set"),
        ({"UDAJANG_WHATSAPP__MODE": "on"}, "whatsapp.account_sid is not set; set UDAJANG_WHATSAPP__ACCOUNT_SID"),
        (
            {"UDAJANG_WHATSAPP__MODE": "on", "UDAJANG_WHATSAPP__ACCOUNT_SID": f"AC{LONG}"},
            "no token is set; set UDAJANG_W",
        ),
        (
            {
                "UDAJANG_WHATSAPP__MODE": "on",
                "UDAJANG_WHATSAPP__ACCOUNT_SID": f"AC{LONG}",
                "UDAJANG_WHATSAPP__AUTH_TOKEN": LONG,
            },
            "neither whatsapp.sender nor whatsapp.messaging_service_sid is set",
        ),
        (
            {
                "UDAJANG_TELEGRAM__MODE": "webhook",
                "UDAJANG_TELEGRAM__TOKEN": TOKEN,
                "UDAJANG_TELEGRAM__WEBHOOK_SECRET": "with blanks",
            },
            "telegram.webhook_secret may hold 1 to 256 letters",
        ),
    ],
)
def test_values_that_do_not_go_together_are_refused(load: Load, change: dict[str, str], said: str) -> None:
    assert said in refusal(load, **(PRODUCTION | change))


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])  # noqa: S104 - that is what is refused
def test_development_listens_to_this_machine_only(load: Load, host: str) -> None:
    assert "web.public_url is http://" in refusal(load, UDAJANG_WEB__HOST=host)


@pytest.mark.parametrize("host", ["localhost", "::1", "127.0.0.2", "lapor.localhost"])
def test_this_machine_has_many_names(load: Load, host: str) -> None:
    assert load(UDAJANG_WEB__HOST=host).web.host == host


def test_the_webhook_secret_is_derived_from_the_key_when_none_is_set(load: Load) -> None:
    derived = load(**PRODUCTION).telegram.webhook_secret.get_secret_value()

    assert config.WEBHOOK_SECRET.match(derived)
    assert load(**PRODUCTION).telegram.webhook_secret.get_secret_value() == derived
    assert load(**(PRODUCTION | {"UDAJANG_SECRET_KEY": "x" * 32})).telegram.webhook_secret.get_secret_value() != derived


def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"nowhere\.toml cannot be read: No such file .* name another file with --config"
    ):
        config.load(tmp_path / "nowhere.toml")
