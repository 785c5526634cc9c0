"""Asks Telegram and Twilio whether they know us and reach us, for ``udajang check``. Nothing is changed there."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bot.check import Finding, Level
from bot.config import Settings

TIMEOUT = aiohttp.ClientTimeout(total=8)  # seconds: a person is waiting
MANY_PENDING = 100  # updates: Telegram delivers faster than that piles up when all is well


class _NoAnswerError(Exception):
    """The other side could not be reached, or answered something that is no answer."""


async def remote(settings: Settings) -> list[Finding]:
    """How the channels that are switched on are, as their providers see it."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as client:
        parts = await asyncio.gather(_telegram(client, settings), _twilio(client, settings), _outside(client, settings))
    return [finding for part in parts for finding in part]


async def bot_name(settings: Settings) -> str:
    """The name of the bot on Telegram without the @; empty when Telegram cannot be asked or does not know the token."""
    token = settings.telegram.token.get_secret_value()
    if not token:
        return ""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as client:
        try:
            _, me = await _get(client, f"{settings.telegram.base_url}/bot{token}/getMe")
            return str(me["result"]["username"])
        except (_NoAnswerError, KeyError, TypeError):
            return ""


async def _get(client: aiohttp.ClientSession, url: str, headers: Mapping[str, str] | None = None) -> tuple[int, Any]:
    try:
        async with client.get(url, headers=headers, allow_redirects=False) as response:
            return response.status, await response.json(content_type=None)
    except TimeoutError:
        raise _NoAnswerError(f"no answer within {TIMEOUT.total:g} s") from None
    except aiohttp.ClientConnectorError as error:
        raise _NoAnswerError(f"cannot connect to {error.host}:{error.port}") from None
    except (aiohttp.ClientError, ValueError) as error:
        raise _NoAnswerError(f"no proper answer ({type(error).__name__})") from None


async def _telegram(client: aiohttp.ClientSession, settings: Settings) -> list[Finding]:
    telegram = settings.telegram
    if telegram.mode == "off":
        return [Finding("telegram", Level.OFF, 'telegram.mode is "off"')]
    address = f"{telegram.base_url}/bot{telegram.token.get_secret_value()}"
    try:
        status, me = await _get(client, f"{address}/getMe")
        if status in (401, 404):
            return [Finding("telegram", Level.FAULT, "Telegram does not know the token", "ask @BotFather for it again")]
        name = f"@{me['result']['username']}"
        _, hook = await _get(client, f"{address}/getWebhookInfo")
        return [Finding("telegram", Level.OK, f"the bot is {name}"), _webhook(settings, hook["result"])]
    except _NoAnswerError as error:
        return [
            Finding("telegram", Level.FAULT, f"{telegram.base_url}: {error}", "see whether this machine may go out")
        ]
    except (KeyError, TypeError):
        return [
            Finding(
                "telegram", Level.FAULT, f"{telegram.base_url} does not answer as Telegram", "see telegram.base_url"
            )
        ]


def _webhook(settings: Settings, info: Mapping[str, Any]) -> Finding:
    url, pending = info.get("url", ""), info.get("pending_update_count", 0)
    wanted = f"{settings.web.public_url}/telegram" if settings.telegram.mode == "webhook" else ""
    if url != wanted:
        message = f"is set to {url or 'nothing'}, {wanted or 'nothing'} is wanted"
        return Finding("webhook", Level.WARNING, message, "it is put right when udajang starts")
    if error := info.get("last_error_message"):
        at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC).isoformat(timespec="seconds")
        return Finding("webhook", Level.WARNING, f"{pending} pending, last error at {at}: {error}", "see reverse proxy")
    level = Level.WARNING if pending > MANY_PENDING else Level.OK
    return Finding(
        "webhook", level, f"{url or 'none (polling)'}, {pending} pending", "start udajang" if pending else ""
    )


async def _twilio(client: aiohttp.ClientSession, settings: Settings) -> list[Finding]:
    whatsapp = settings.whatsapp
    if whatsapp.mode == "off":
        return [Finding("whatsapp", Level.OFF, 'whatsapp.mode is "off"')]
    found = []
    tokens = {
        "whatsapp.auth_token": whatsapp.auth_token,
        "whatsapp.auth_token_secondary": whatsapp.auth_token_secondary,
    }
    for key, token in tokens.items():
        if plain := token.get_secret_value():
            found.append(await _account(client, settings, key, plain))
    sender = whatsapp.messaging_service_sid or f"a number ending in {whatsapp.sender[-3:]}"
    return [*found, Finding("sender", Level.OK, f"messages go out from {sender}")]


async def _account(client: aiohttp.ClientSession, settings: Settings, key: str, token: str) -> Finding:
    whatsapp = settings.whatsapp
    url = f"{whatsapp.base_url}/2010-04-01/Accounts/{whatsapp.account_sid}.json"
    try:
        status, account = await _get(
            client, url, {"Authorization": aiohttp.encode_basic_auth(whatsapp.account_sid, token)}
        )
    except _NoAnswerError as error:
        return Finding("whatsapp", Level.FAULT, f"{whatsapp.base_url}: {error}", "see whether this machine may go out")
    if status in (401, 403, 404):
        return Finding(
            "whatsapp", Level.FAULT, f"Twilio refuses {key}", "copy account_sid and the token from its console"
        )
    state = account.get("status") if isinstance(account, dict) else None
    if state != "active":
        return Finding("whatsapp", Level.FAULT, f"the Twilio account is {state or 'not known'}", "see Twilio's console")
    return Finding("whatsapp", Level.OK, f"Twilio accepts {key}; the account is active")


async def _outside(client: aiohttp.ClientSession, settings: Settings) -> list[Finding]:
    """Whether the address citizens and providers use leads to a running udajang; asked of production only."""
    if not settings.production:
        return []
    url = f"{settings.web.public_url}/healthz"
    try:
        async with client.get(url, allow_redirects=False) as response:
            if response.status == 200:
                return [Finding("reachable", Level.OK, f"{url} answers")]
            return [Finding("reachable", Level.WARNING, f"{url} answers {response.status}", "see the reverse proxy")]
    except (aiohttp.ClientError, TimeoutError):
        return [
            Finding("reachable", Level.WARNING, f"{url} does not answer", "start udajang and see the reverse proxy")
        ]
