"""``create_app``: the web application, put together from its parts."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.routing import Route

from bot.web import chat, health, metrics, pages
from bot.web.limits import BodyLimit
from bot.web.parts import WebParts
from bot.web.security import SecurityHeaders
from bot.web.site import Site
from bot.web.webhooks import TelegramWebhook, WhatsAppWebhook


def create_app(parts: WebParts) -> FastAPI:
    """The application for these parts. It starts and stops nothing: that is for whoever made the parts.

    Before the server is told to stop, ``parts.webchat.stop()`` must have ended the event streams, which it would
    otherwise wait for.
    """
    # The interface is the pages' own, and FastAPI's documentation pages would load scripts from elsewhere.
    app = FastAPI(title="UDAJANG", docs_url=None, redoc_url=None, openapi_url=None)
    site = Site(parts)
    app.state.site = site
    app.include_router(chat.router)
    app.add_exception_handler(RequestValidationError, chat.explain)
    app.router.routes.extend(_routes(site))
    app.add_middleware(BodyLimit, larger={"/chat/uploads": parts.media.max_bytes + chat.FORM_ROOM})
    app.add_middleware(SecurityHeaders, https=parts.public_url.startswith("https://"))
    return app


def _routes(site: Site) -> list[Route]:
    """Routes without FastAPI's machinery, which would cost a webhook more than its parsing."""
    routes = [
        Route("/healthz", health.healthz),
        Route("/readyz", health.readyz),
        Route("/metrics", metrics.metrics),
        Route("/", pages.to_chat),
        Route("/chat", pages.chat_page),
        Route("/static/{revision}/{name}", site.static.serve),
        Route("/media/{signature}/{name:path}", pages.file),
    ]
    if site.parts.telegram is not None:
        routes.append(Route("/telegram", TelegramWebhook(site, site.parts.telegram).receive, methods=["POST"]))
    if site.parts.whatsapp is not None:
        hook = WhatsAppWebhook(site, site.parts.whatsapp)
        routes.append(Route("/whatsapp", hook.receive, methods=["POST"]))
        routes.append(Route("/whatsapp/status", hook.status, methods=["POST"]))
    return routes
