"""A fake channel whose groups have topics, and fail as told."""

from __future__ import annotations

from typing import Any

from bot.channels.base import Request
from handlers.messages import Outgoing
from storage.topics import Step
from tests.fakes import FakeChannel


class TopicalChannel(FakeChannel):
    """What is sent shows its thread: ``12: Halo``. Steps of topics read ``open Lampu``, ``close 12``.

    Each topic opened has the number of the message that opened it.
    """

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The text behind the thread it is said in."""
        request = super().render(outgoing, address, outbox_id=outbox_id)
        shown = f"{outgoing.thread}: {request.payload['text']}" if outgoing.thread else request.payload["text"]
        return Request("send", {**request.payload, "text": shown})

    def topic_request(self, step: Step, address: str, thread: str, title: str) -> Request:
        """The step in words."""
        about = {Step.OPEN: title, Step.RENAME: f"{thread} {title}"}.get(step, thread)
        payload: dict[str, Any] = {"address": address, "text": f"{step} {about}", "id": 0}
        return Request("topic", payload)
