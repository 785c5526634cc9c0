"""The web chat's HTTP interface: sessions, messages, uploads, and the stream of what we say.

A token opens a conversation. It travels in the Authorization header only, never in an address, so it stands in no log,
history or referrer.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException as StarletteHTTPException

from bot.channels import webchat
from bot.media import FileRefusedError
from bot.receive import Busy
from bot.web.limits import Buckets
from bot.web.site import Site
from handlers.messages import LONGEST_VALUE, MediaItem

MAX_TEXT = 4000  # characters; Telegram's limit is 4,096
MAX_UPLOADS = 10  # files of one message
FORM_ROOM = 64 * 1024  # bytes of a multipart form around its file
MAX_STREAMS = 5000  # of one process; each costs about 50 kB
MAX_ROW = 2**63 - 1

router = APIRouter(prefix="/chat")


async def explain(_request: Request, error: Exception) -> JSONResponse:
    """What is wrong with a body. FastAPI's own answer repeats what was sent, and breaks on what UTF-8 cannot write."""
    assert isinstance(error, RequestValidationError)
    return JSONResponse({"detail": [{"loc": fault["loc"], "msg": fault["msg"]} for fault in error.errors()]}, 422)


class Position(BaseModel):
    """A point on the map, WGS 84 degrees."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False)


class Said(BaseModel):
    """One message from the page. ``id`` is made there, once, so that sending it again changes nothing.

    ``start`` marks the opening of a link that carries ``text`` (an invitation, a code). ``uploads`` are the seals that
    ``POST /chat/uploads`` gave.
    """

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")
    text: str = Field(default="", max_length=MAX_TEXT)
    button: str = ""
    pin: Position | None = None
    uploads: list[str] = Field(default=[], max_length=MAX_UPLOADS)
    reply_to: str = Field(default="", pattern=r"^\d{0,19}$")
    start: bool = False
    language: str = Field(default="", pattern=r"^[a-z]{0,3}$")

    @field_validator("text", "button")
    @classmethod
    def _storable(cls, value: str) -> str:
        return value.replace("\x00", "")  # PostgreSQL cannot store it

    @field_validator("button")
    @classmethod
    def _short(cls, value: str) -> str:
        if len(value.encode()) > LONGEST_VALUE:
            raise ValueError("longer than 64 bytes")
        return value


class Wanted(BaseModel):
    """What kind of session is asked for."""

    model_config = ConfigDict(extra="forbid")

    staff: bool = False


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


SiteHere = Annotated[Site, Depends(_site)]


def _address(site: SiteHere, authorization: Annotated[str, Header()] = "") -> str:
    scheme, _, token = authorization.partition(" ")
    address = site.tokens.address(token.strip()) if scheme.lower() == "bearer" else None
    if address is None:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return address


Address = Annotated[str, Depends(_address)]


def _ration(buckets: Buckets, caller: str) -> None:
    if wait := buckets.take(caller):
        raise HTTPException(429, headers={"Retry-After": str(math.ceil(wait))})


@router.post("/session")
async def open_session(wanted: Wanted, request: Request, site: SiteHere) -> dict[str, str]:
    """A new token. Nothing is stored: a conversation begins with its first message."""
    if wanted.staff and not (site.parts.staff_pane and site.parts.bind_staff):
        raise HTTPException(404)
    _ration(site.new_sessions, request.client.host if request.client else "")
    token = site.tokens.issue()
    address = site.tokens.address(token)
    if wanted.staff and site.parts.bind_staff and address:
        await asyncio.to_thread(site.parts.bind_staff, address)
    return {"token": token}


@router.post("/messages")
async def say(said: Said, address: Address, site: SiteHere) -> JSONResponse:
    """Take a message; answered when it is committed. The same ``id`` again is a repeat, and fine."""
    _ration(site.said, address)
    media = [_unsealed(site, address, seal) for seal in said.uploads]
    inbound = webchat.parse(said.model_dump(), address, media)
    if inbound.empty and not said.start:
        raise HTTPException(422, "empty")
    try:
        return JSONResponse({"verdict": await site.take(inbound)})
    except Busy:
        raise HTTPException(503, headers={"Retry-After": "1"}) from None


def _unsealed(site: Site, address: str, seal: str) -> MediaItem:
    item = site.tokens.unseal(address, seal)
    if item is None:
        raise HTTPException(422, "upload")
    return MediaItem(**item)


@router.post("/uploads")
async def upload(request: Request, address: Address, site: SiteHere) -> dict[str, Any]:
    """Keep one file (form field ``file``); the answer's ``upload`` makes it part of a message."""
    _ration(site.uploads, address)
    form = await _form(request)
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise HTTPException(422, "file")
        item = await asyncio.to_thread(
            site.parts.media.keep, file.file, name=file.filename or "", now=site.parts.clock()
        )
    except FileRefusedError as refused:
        raise HTTPException({"size": 413, "type": 415}.get(refused.reason, 422), refused.reason) from None
    finally:
        await form.close()
    shown = {"kind": item.kind, "mime": item.mime, "name": item.name, "url": site.parts.media.link(item.ref)}
    return {"upload": site.tokens.seal(address, asdict(item)), **shown}


async def _form(request: Request) -> Any:
    try:
        return await request.form(max_files=1, max_fields=0)
    except StarletteHTTPException as error:
        raise HTTPException(422, "form") from error


def _may_listen(site: SiteHere) -> None:
    if site.parts.webchat.listening >= MAX_STREAMS:
        raise HTTPException(503, headers={"Retry-After": "10"})


@router.get("/events", response_class=EventSourceResponse, dependencies=[Depends(_may_listen)])
async def events(
    address: Address, site: SiteHere, last_event_id: Annotated[str, Header()] = ""
) -> AsyncIterable[ServerSentEvent]:
    """Messages as they are sent, those missed since ``Last-Event-ID`` first; a comment every 15 s of silence."""
    yield ServerSentEvent(comment="here", retry=1000)
    async for shown in site.parts.webchat.messages(address, _row(last_event_id)):
        yield ServerSentEvent(data=shown, event="message", id=str(shown["id"]))


def _row(last_event_id: str) -> int | None:
    if last_event_id.isascii() and last_event_id.isdigit():
        return min(int(last_event_id[:19]), MAX_ROW)
    return None
