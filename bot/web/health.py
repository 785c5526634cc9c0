"""``/healthz``: this process lives. ``/readyz``: it can do its work, condition by condition."""

from __future__ import annotations

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select
from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.web.parts import WebParts
from storage import backlog

OLDEST_DUE = 600.0  # seconds; longer, and people no longer take the answer for one


async def healthz(_request: Request) -> JSONResponse:
    """Always 200: whoever restarts processes asks here."""
    return JSONResponse({"alive": True})


async def readyz(request: Request) -> JSONResponse:
    """200 when every condition is met, else 503; each is ``ok`` or what is wrong with it."""
    conditions = await asyncio.to_thread(_conditions, request.app.state.site.parts)
    ready = not any(conditions.values())
    told = {name: wrong or "ok" for name, wrong in conditions.items()}
    return JSONResponse({"ready": ready, "conditions": told}, 200 if ready else 503)


def _conditions(parts: WebParts) -> dict[str, str]:
    return {**_from_database(parts), **parts.ready()}


def _from_database(parts: WebParts) -> dict[str, str]:
    try:
        with parts.database.read() as session:
            session.exec(select(1)).one()
            oldest = backlog.oldest_due(session, now=parts.clock())
    except SQLAlchemyError as error:
        return {"database": type(error).__name__, "backlog": "unknown"}
    late = f"oldest message due {oldest:.0f} s ago" if oldest > OLDEST_DUE else ""
    return {"database": "", "backlog": late}
