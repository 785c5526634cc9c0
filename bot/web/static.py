"""Our own stylesheets and scripts, under addresses that change with their content, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


class Static:
    """The files of one folder, read once. ``revision`` stands for the content of all of them."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in TYPES}
        digest = hashlib.sha256()
        for name, content in self._files.items():
            digest.update(name.encode() + b"\0" + content)
        self.revision = digest.hexdigest()[:12]

    async def serve(self, request: Request) -> Response:
        """``GET /static/{revision}/{name}``; another revision's page gets today's file, but may not keep it."""
        name = request.path_params["name"]
        content = self._files.get(name)
        if content is None:
            raise HTTPException(404)
        current = request.path_params["revision"] == self.revision
        keep = "public, max-age=31536000, immutable" if current else "no-cache"
        return Response(content, media_type=TYPES[Path(name).suffix], headers={"Cache-Control": keep})
