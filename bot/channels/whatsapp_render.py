"""An ``Outgoing`` as the form of Twilio's Messages resource. Pure.

Options are shown as buttons or as a list through content templates, which Twilio keeps and a message only fills in
(docs/whatsapp-templates.md). Where none of the right shape is configured they are numbered lines of text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from bot import media
from bot.channels import rendering
from bot.channels.base import Capabilities, Request
from bot.channels.whatsapp_parse import CHANNEL, PREFIX
from handlers.messages import Option, Outgoing

MAX_BODY = 1600  # characters; more is error 21617
MAX_INTERACTIVE = 1024  # characters above buttons or a list, and beside a photo
MAX_BUTTONS = 3  # quick replies in a message that WhatsApp has not approved beforehand
MAX_BUTTON_LABEL = 20
MAX_ITEMS = 10
MAX_ITEM_LABEL = 24
MAX_VARIABLE = 600  # characters: a template with its variables filled in may have 1024
WINDOW = timedelta(hours=24)
MAX_MEDIA = 16 * 2**20  # bytes
# One person may get about one message in 6 s over a longer time, and a few at once (Meta's pair rate, 131056).
CHAT_PACE = 1 / 6
CHAT_BURST = 10

Form = dict[str, Any]  # a field's text, or a list of texts where the field may be repeated
MediaUrl = Callable[[str], str]


@dataclass(frozen=True)
class Account:
    """The sender at Twilio and the templates it has.

    ``sender`` is the number, ``+14155238886``; ``messaging_service_sid`` stands in for it when given. ``content`` maps
    a shape (``buttons_3``, ``list_7``) to a content sid. ``templates`` maps ``name.language`` or ``name_language`` to
    one; ``language`` is taken where a template does not exist in the language asked for. Paces are in messages per
    second. ``media_hosts`` are the hosts, each with an optional path, to which Twilio may redirect a download.
    """

    account_sid: str
    auth_token: str = field(repr=False)
    sender: str = ""
    messaging_service_sid: str = ""
    base_url: str = "https://api.twilio.com"
    public_url: str = ""
    content: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    language: str = "id"
    pace: float = 80.0
    chat_pace: float = CHAT_PACE
    media_hosts: tuple[str, ...] = ("*.twiliocdn.com", "s3-external-1.amazonaws.com/media.twiliocdn.com")
    media_types: frozenset[str] = frozenset(media.EXTENSIONS)

    @cached_property
    def lane(self) -> str:
        """The sender's name for logs and pacing; a phone number appears as a hash only."""
        return f"{CHANNEL}:{self.messaging_service_sid or hashlib.sha256(self.sender.encode()).hexdigest()[:12]}"

    @cached_property
    def origin(self) -> Form:
        """The field that says who sends."""
        if self.messaging_service_sid:
            return {"MessagingServiceSid": self.messaging_service_sid}
        return {"From": PREFIX + self.sender.removeprefix(PREFIX)}

    @cached_property
    def capabilities(self) -> Capabilities:
        """The limits, which are narrower for texts once any of them may carry buttons."""
        most = max((count for count in range(1, MAX_ITEMS + 1) if self.shapes(count)), default=0)
        lists = any(f"list_{count}" in self.content for count in range(1, MAX_ITEMS + 1))
        return Capabilities(
            max_text=MAX_INTERACTIVE if most else MAX_BODY,
            buttons=most,
            max_label=MAX_ITEM_LABEL if lists else MAX_BUTTON_LABEL,
            pace=self.pace,
            chat_pace=self.chat_pace,
            group_pace=self.chat_pace,
            chat_burst=CHAT_BURST,
            in_flight=100,
            window=WINDOW,
            max_media=MAX_MEDIA,
            caption=MAX_INTERACTIVE,
        )

    def shapes(self, count: int) -> list[tuple[str, int]]:
        """The content sids that can show ``count`` options, the best first, each with the longest label it takes."""
        shapes = []
        if count <= MAX_BUTTONS and (sid := self.content.get(f"buttons_{count}")):
            shapes.append((sid, MAX_BUTTON_LABEL))
        if count <= MAX_ITEMS and (sid := self.content.get(f"list_{count}")):
            shapes.append((sid, MAX_ITEM_LABEL))
        return shapes

    def template(self, name: str) -> str:
        """The content sid of the approved template ``name`` or ``name.language``; empty if there is none."""
        names = {key.replace(".", "_"): sid for key, sid in self.templates.items()}
        base = name.partition(".")[0]
        wanted = (name.replace(".", "_"), f"{base}_{self.language}", base)
        return next((names[key] for key in wanted if key in names), "")


def render(account: Account, outgoing: Outgoing, address: str, *, outbox_id: int, media_url: MediaUrl) -> Request:
    """The request for a message that fits (see ``rendering.fit``), within the 24 hours."""
    envelope = _envelope(account, address, outbox_id)
    plain = envelope | _plain(outgoing, media_url)
    content = {} if outgoing.media else _content(account, outgoing)
    if not content:
        return Request("Messages", {"form": plain})
    return Request("Messages", {"form": envelope | content, "fallback": plain})


def template(account: Account, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request | None:
    """The request for the approved template that stands in for a message after the 24 hours; None if there is none."""
    sid = account.template(outgoing.template)
    if not sid:
        return None
    variables = {str(number): _variable(value) for number, value in enumerate(outgoing.variables, start=1)}
    return Request("Messages", {"form": _envelope(account, address, outbox_id) | _filled(sid, variables)})


def _envelope(account: Account, address: str, outbox_id: int) -> Form:
    form: Form = {"To": address, **account.origin}
    if account.public_url:
        form["StatusCallback"] = f"{account.public_url}/whatsapp/status?o={outbox_id}"
    return form


def _plain(outgoing: Outgoing, media_url: MediaUrl) -> Form:
    form: Form = {}
    if body := rendering.whatsapp(rendering.numbered(outgoing).text):
        form["Body"] = body
    # What a citizen sent lies at Twilio behind our password until it is stored with us: it cannot be passed on yet.
    if stored := [item for item in outgoing.media if item.ref.startswith(media.PREFIX)]:
        form["MediaUrl"] = [media_url(item.ref) for item in stored]
    return form


def _content(account: Account, outgoing: Outgoing) -> Form:
    """The message through the content template of its shape; empty if there is none or it does not fit."""
    body = rendering.whatsapp(outgoing.text)
    if not body or len(body) > MAX_INTERACTIVE:
        return {}
    labels = {option.label for option in outgoing.options}
    if len(labels) < len(outgoing.options):
        return {}  # WhatsApp refuses two buttons that say the same
    for sid, longest in account.shapes(len(outgoing.options)):
        if max(map(len, labels)) <= longest:
            return _filled(sid, _choices(body, outgoing.options))
    return {}


def _choices(body: str, options: tuple[Option, ...]) -> dict[str, str]:
    values = [body]
    for option in options:
        values += [option.label, option.value]
    return {str(number): value for number, value in enumerate(values, start=1)}


def _filled(sid: str, variables: Mapping[str, str]) -> Form:
    form: Form = {"ContentSid": sid}
    if variables:
        form["ContentVariables"] = json.dumps(variables, ensure_ascii=False, separators=(",", ":"))
    return form


def _variable(value: str) -> str:
    """A variable WhatsApp accepts in an approved template: one line, single spaces, not empty (error 21656)."""
    line = " ".join(value.split())
    return (line if len(line) <= MAX_VARIABLE else line[: MAX_VARIABLE - 1].rstrip() + "…") or "-"
