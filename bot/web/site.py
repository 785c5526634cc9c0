"""What the routes share while the application runs, made once from the parts."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fastapi.templating import Jinja2Templates

from bot.receive import Busy
from bot.web.limits import Buckets
from bot.web.parts import WebParts
from bot.web.static import Static
from bot.web.tokens import Tokens
from handlers.messages import Inbound

FOLDER = Path(__file__).parent


class Site:
    """The parts, and what is derived from them."""

    def __init__(self, parts: WebParts) -> None:
        self.parts = parts
        self.tokens = Tokens(parts.secret_key)
        self.static = Static(FOLDER / "static")
        self.templates = Jinja2Templates(FOLDER / "templates")
        # Whole kampungs share one address behind their provider's NAT, so sessions are not rationed tightly.
        self.new_sessions = Buckets(parts.clock, rate=0.5, burst=60)
        self.said = Buckets(parts.clock, rate=1.0, burst=20)
        self.uploads = Buckets(parts.clock, rate=0.2, burst=20)

    async def take(self, inbound: Inbound) -> str:
        """Hand a message to the intake; returns its verdict after the commit. Raises Busy."""
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            verdict = str(await self.parts.intake.submit(inbound))
        except Busy:
            self.parts.metrics.turned_away(inbound.channel)
            raise
        self.parts.metrics.taken(inbound.channel, verdict, clock() - started)
        return verdict
