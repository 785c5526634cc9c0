"""What a browser asks for besides the chat's interface: its page and the files people sent."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from bot.media import MIMES
from bot.web import chat
from bot.web.site import Site

# What the page's script says; the page itself reads the rest from its template.
WORDS = (
    "web-sent",
    "web-waiting",
    "web-refused",
    "web-you",
    "web-bot",
    "web-location",
    "web-location-denied",
    "web-location-missing",
    "web-replying",
    "web-reply",
    "web-uploading",
    "web-upload-waiting",
    "web-upload-type",
    "web-upload-failed",
    "web-upload-many",
    "web-remove",
    "web-photo",
    "web-video",
    "web-audio",
    "web-file",
    "web-options",
    "web-chosen",
    "web-new-session",
    "web-lost",
    "web-back",
    "web-busy",
    "web-choose",
)
DISPLAYED = ("image/", "video/", "audio/")
# A file that people sent must be able to do nothing but be looked at.
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def preferred(accept: str, languages: tuple[str, ...]) -> str:
    """The language of ours that an Accept-Language header likes best; our first one if it names none of them."""
    wished: list[tuple[float, int, str]] = []
    for position, part in enumerate(accept.split(",")[:20]):
        tag, _, quality = part.partition(";q=")
        wished.append((-_quality(quality), position, tag.strip().lower().partition("-")[0]))
    return next((language for _, _, language in sorted(wished) if language in languages), languages[0])


def _quality(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0


async def chat_page(request: Request) -> Response:
    """``GET /chat``, in the language of ``?lang=`` or the browser's."""
    site: Site = request.app.state.site
    parts = site.parts
    asked = request.query_params.get("lang", "")
    accepted = preferred(request.headers.get("accept-language", ""), parts.languages)
    language = asked if asked in parts.languages else accepted

    def say(key: str, **arguments: object) -> str:
        return parts.say(language, key, **arguments)

    megabytes = parts.media.max_bytes // 2**20
    settings = {
        "language": language,
        "timezone": parts.timezone,
        "most": chat.MAX_TEXT,
        "files": chat.MAX_UPLOADS,
        "bytes": parts.media.max_bytes,
        "words": {key.removeprefix("web-"): say(key) for key in WORDS}
        | {"upload-size": say("web-upload-size", size=megabytes), "too-long": say("web-too-long", most=chat.MAX_TEXT)},
    }
    context = {"say": say, "parts": parts, "language": language, "settings": settings, "static": site.static.revision}
    page = site.templates.TemplateResponse(request, "chat.html", context)
    page.headers["Cache-Control"] = "no-cache"
    page.headers["Content-Language"] = language
    page.headers["Vary"] = "Accept-Language"
    return page


async def to_chat(_request: Request) -> Response:
    """``GET /`` leads to the chat."""
    return RedirectResponse("chat", 307)


async def file(request: Request) -> Response:
    """``GET /media/{signature}/{name}``: a stored file, if the link was made by us."""
    site: Site = request.app.state.site
    name = request.path_params["name"]
    path = await asyncio.to_thread(site.parts.media.find, request.path_params["signature"], name)
    if path is None:
        raise HTTPException(404)
    mime = MIMES.get(path.suffix[1:], "application/octet-stream")
    return FileResponse(
        path,
        media_type=mime,
        filename=path.name,
        content_disposition_type="inline" if mime.startswith(DISPLAYED) else "attachment",
        headers={
            "Content-Security-Policy": FILE_POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "private, max-age=86400, immutable",
        },
    )
