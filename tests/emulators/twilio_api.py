"""Twilio's Messages resource on loopback: a real server that checks, remembers, reports back and fails as it is told.

async with TwilioApi() as twilio:                     # leaving it fails if any request broke Twilio's rules
    twilio.webhook = "http://127.0.0.1:8080/whatsapp"
    siti = twilio.person("whatsapp:+6281200000001", "Siti")
    await siti.says("Lampu jalan mati")
    await twilio.report(siti.heard[-1], "sent", "delivered", "read")
    twilio.fails(code=63016)                          # the next message is refused
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from twilio.request_validator import RequestValidator

from bot import clock
from tests.emulators import twilio_rules
from tests.emulators.twilio_people import Choice, Person, Sent
from tests.payloads import whatsapp as payloads

TIMEOUT = 15.0  # seconds Twilio waits for the answer to a webhook
API_VERSION = "2010-04-01"


@dataclass(frozen=True, slots=True)
class Failure:
    """How one request to send goes wrong: HTTP status and code, or a connection that breaks or stays silent.

    ``accepted``: the message was taken all the same. ``silent`` is in seconds.
    """

    status: int = 400
    code: int = 0
    retry_after: int = 0
    accepted: bool = False
    dropped: bool = False
    silent: float = 0.0


@dataclass(slots=True)
class File:
    """A media resource. ``missing``: how many requests find it not there yet; ``redirect``: where it really is."""

    data: bytes
    mime: str
    missing: int = 0
    redirect: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Content:
    """A content template: its text with ``{{1}}`` in it, and how many choices it shows, as buttons or as a list."""

    body: str = "{{1}}"
    choices: int = 0
    as_list: bool = False


class TwilioApi:
    """The emulator. Set ``webhook`` to where people's messages go, and ``reach`` where a public origin is not real."""

    def __init__(
        self,
        *,
        account_sid: str = payloads.ACCOUNT,
        auth_token: str = "twilio auth token",
        sender: str = payloads.SENDER,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self.account_sid, self.auth_token, self.sender = account_sid, auth_token, sender
        self.webhook = ""
        self.reach: dict[str, str] = {}  # public origin -> the origin at which it is served
        self.latency = 0.0  # seconds before each answer
        self.one_line = False  # refuse line breaks in variables, as the page on error 21656 has it
        self.contents: dict[str, Content] = {}
        self.messages: list[Sent] = []
        self.files: dict[str, File] = {}
        self.requests: list[dict[str, Any]] = []
        self.lists = 0  # requests for the list of messages
        self.violations: list[str] = []
        self.arrived = asyncio.Condition()
        self._created: dict[str, datetime] = {}
        self._failures: deque[Failure] = deque()
        self._now = now
        self._number = 0
        self._server: TestServer | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/2010-04-01/Accounts/{account}/Messages.json", self._create)
        app.router.add_get("/2010-04-01/Accounts/{account}/Messages.json", self._list)
        app.router.add_get("/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}", self._media)
        app.router.add_get("/cdn/{file}", self._cdn)
        app.router.add_route("*", "/{rest:.*}", self._unknown)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            await self._server.close()
        if kind is None:
            assert self.violations == [], f"Twilio's rules were broken: {self.violations}"

    @property
    def base_url(self) -> str:
        """What ``whatsapp.base_url`` has to be."""
        assert self._server is not None
        return str(self._server.make_url("")).rstrip("/")

    def person(self, address: str, name: str = "Warga", *, scoped: str = "") -> Person:
        """Somebody with WhatsApp under ``address``."""
        return Person(self, address, name, scoped)

    def fails(self, **how: Any) -> None:
        """Let the next request to send that has not been told to fail do so; the arguments are those of Failure."""
        self._failures.append(Failure(**how))

    def next_number(self) -> int:
        """A number no message has had."""
        self._number += 1
        return self._number

    def keep_file(self, message_sid: str, data: bytes, mime: str) -> str:
        """Put a file of a message where it can be fetched with the account's password, and say where."""
        sid = payloads.sid("ME", self.next_number())
        self.files[sid] = File(data, mime)
        return f"{self.base_url}/2010-04-01/Accounts/{self.account_sid}/Messages/{message_sid}/Media/{sid}"

    # What Twilio calls.

    async def deliver(self, form: payloads.Form) -> int:
        """POST a message to ``webhook``, and again if that fails: once, or as its fragment says (``#rc=3&rp=all``)."""
        url, _, fragment = self.webhook.partition("#")
        overrides = dict(parse_qsl(fragment))
        status = 0
        for _attempt in range(1 + int(overrides.get("rc", "1"))):
            status = await self._post(url, form)
            if status and (status < 400 or overrides.get("rp") != "all"):
                break
        return status

    async def report(self, message: Sent, *states: str, error: int = 0) -> list[int]:
        """Call back about ``message``, state after state in the order told; the statuses of the answers."""
        answers = []
        for state in states:
            message.states.append(state)
            code = str(error) if error and state in ("failed", "undelivered") else ""
            form = payloads.status(
                state, message_sid=message.sid, error=code, To=message.to, AccountSid=self.account_sid
            )
            answers.append(await self._post(str(message.form["StatusCallback"]), form))
        return answers

    async def _post(self, url: str, form: payloads.Form) -> int:
        signature = RequestValidator(self.auth_token).compute_signature(url, dict(form))
        headers = {"X-Twilio-Signature": signature, "I-Twilio-Idempotency-Token": dict(form)["MessageSid"]}
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        target = self.reach.get(origin, origin) + url[len(origin) :]
        session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))
        try:
            async with session, session.post(target, data=form, headers=headers) as answer:
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0

    # What calls Twilio.

    async def _create(self, request: web.Request) -> web.StreamResponse:
        pairs = parse_qsl(await request.text(), keep_blank_values=True)
        form = _form(pairs)
        self.requests.append(form)
        await asyncio.sleep(self.latency)
        if refused := self._unauthorised(request):
            return refused
        if violations := twilio_rules.check_form(pairs):
            self.violations += [violation.text for violation in violations]
            return _error(400, violations[0].code)
        failure = self._failures.popleft() if self._failures else None
        if failure is not None and not failure.accepted:
            return await self._fail(request, failure)
        if code := self._refusal(form):
            return _error(400, code)
        message = self._accept(form)
        async with self.arrived:
            self.arrived.notify_all()
        if failure is not None:
            return await self._fail(request, failure)
        return web.json_response(self._resource(message), status=201)

    def _refusal(self, form: dict[str, Any]) -> int:
        """The code with which a well-formed message is refused for what the account has; 0 if it is taken."""
        if "ContentSid" not in form:
            return 0
        if form["ContentSid"] not in self.contents:
            return 21655
        values = json.loads(form.get("ContentVariables", "{}")).values()
        return 21656 if self.one_line and any(re.search(r"[\n\t]| {5}", value) for value in values) else 0

    async def _fail(self, request: web.Request, failure: Failure) -> web.StreamResponse:
        if failure.silent:
            await asyncio.sleep(failure.silent)
        if failure.dropped and request.transport is not None:
            request.transport.abort()
        headers = {"Retry-After": str(failure.retry_after)} if failure.retry_after else {}
        return _error(failure.status, failure.code, headers)

    def _accept(self, form: dict[str, Any]) -> Sent:
        sid = payloads.sid("MM" if "MediaUrl" in form else "SM", self.next_number())
        content = self.contents.get(form.get("ContentSid", ""))
        if content is None:
            message = Sent(sid, form, str(form.get("Body", "")))
        else:
            values = json.loads(form.get("ContentVariables", "{}"))
            text = re.sub(r"\{\{(\d+)\}\}", lambda found: values.get(found[1], found[0]), content.body)
            pairs = [(values[str(place)], values[str(place + 1)]) for place in range(2, 2 + 2 * content.choices, 2)]
            message = Sent(sid, form, text, tuple(Choice(*pair) for pair in pairs), content.as_list)
        self.messages.append(message)
        self._created[sid] = self._now()
        return message

    async def _list(self, request: web.Request) -> web.StreamResponse:
        self.lists += 1
        await asyncio.sleep(self.latency)
        if refused := self._unauthorised(request):
            return refused
        query = list(request.query.items())
        self.violations += [violation.text for violation in twilio_rules.check_query(query)]
        wanted = {name: value for name, value in query if name in ("To", "From")}
        found = [message for message in reversed(self.messages) if wanted.items() <= message.form.items()]
        page = [self._resource(message) for message in found[: int(dict(query).get("PageSize", "50"))]]
        return web.json_response({"messages": page, "page": 0, "page_size": 50, "next_page_uri": None})

    def _resource(self, message: Sent) -> dict[str, Any]:
        service = message.form.get("MessagingServiceSid")
        return {
            "sid": message.sid,
            "account_sid": self.account_sid,
            "messaging_service_sid": service,
            "to": message.to,
            "from": message.form.get("From"),
            "body": message.text,
            "status": message.states[-1] if message.states else ("accepted" if service else "queued"),
            "direction": "outbound-api",
            "num_media": str(len(message.media)),
            "num_segments": "1",
            "date_created": format_datetime(self._created[message.sid], usegmt=False),
            "date_sent": None,
            "error_code": None,
            "error_message": None,
            "api_version": API_VERSION,
            "uri": f"/2010-04-01/Accounts/{self.account_sid}/Messages/{message.sid}.json",
        }

    async def _media(self, request: web.Request) -> web.StreamResponse:
        if refused := self._unauthorised(request):
            return refused
        file = self.files.get(request.match_info["file"])
        if file is None or file.missing:
            if file is not None:
                file.missing -= 1
            return _error(404, 20404)
        if file.redirect:
            return web.Response(status=307, headers={"Location": file.redirect})
        return web.Response(body=file.data, status=file.status, headers={"Content-Type": file.mime})

    async def _cdn(self, request: web.Request) -> web.StreamResponse:
        if "Authorization" in request.headers:
            self.violations.append("the password was sent along with a redirect")
        file = self.files[request.match_info["file"]]
        return web.Response(body=file.data, headers={"Content-Type": file.mime})

    async def _unknown(self, request: web.Request) -> web.StreamResponse:
        self.violations.append(f"{request.method} {request.path} is no resource of Twilio's")
        return _error(404, 20404)

    def _unauthorised(self, request: web.Request) -> web.Response | None:
        if not re.fullmatch(twilio_rules.ACCOUNT_SID, request.match_info["account"]):
            self.violations.append("the account sid is none")
        password = base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        if (
            request.headers.get("Authorization") == f"Basic {password}"
            and request.match_info["account"] == self.account_sid
        ):
            return None
        return _error(401, 20003)


def _form(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """The form by name; the fields that may be repeated are lists."""
    form: dict[str, Any] = {}
    for name, value in pairs:
        if twilio_rules.POST["properties"].get(name, {}).get("type") == "array":
            form.setdefault(name, []).append(value)
        else:
            form[name] = value
    return form


def _error(status: int, code: int, headers: dict[str, str] | None = None) -> web.Response:
    body = {
        "code": code,
        "message": f"Error {code} about whatsapp:+6281200000001",
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return web.json_response(body, status=status, headers=headers)
