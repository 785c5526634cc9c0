"""Files people send: kept below one folder under names nobody can guess, shown through signed links.

``stored:2026/11/<32 hex digits>.jpg`` is such a file's ``MediaItem.ref``; what it is, is decided by its first bytes,
never by what the sender calls it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import IO

from handlers.messages import MediaItem, MediaKind

PREFIX = "stored:"
NAME = re.compile(r"\d{4}/\d{2}/[0-9a-f]{32}\.[a-z0-9]{2,4}")
CHUNK = 64 * 1024  # bytes read at a time
SIGNATURE_BYTES = 16  # 128 bits of the MAC are plenty against guessing and keep links short
MAX_NAME = 100

EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "video/3gpp": "3gp",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/amr": "amr",
    "application/pdf": "pdf",
}
MIMES = {extension: mime for mime, extension in EXTENSIONS.items()}

MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"%PDF-", "application/pdf"),
)
# ISO base media files name what they are in a brand; one we do not know (HEIC among them) is not taken.
BRANDS = {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"3gp": "video/3gpp"}
MP4_BRANDS = (b"isom", b"iso", b"mp4", b"avc1", b"M4V", b"MSNV", b"dash", b"qt  ")


class FileRefusedError(Exception):
    """A file is not kept. ``reason`` is ``empty``, ``size`` or ``type``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def sniff(head: bytes) -> str:
    """The MIME type that a file's first bytes (12 or more) give away; empty if it is none we know."""
    for magic, mime in MAGIC:
        if head.startswith(magic):
            return mime
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _by_brand(head[8:12])
    return ""


def _by_brand(brand: bytes) -> str:
    for prefix, mime in BRANDS.items():
        if brand.startswith(prefix):
            return mime
    return "video/mp4" if brand.startswith(MP4_BRANDS) else ""


def kind_of(mime: str) -> MediaKind:
    """How a file of this type is shown."""
    if mime == "audio/ogg":
        return MediaKind.VOICE
    families = {"image": MediaKind.PHOTO, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}
    return families.get(mime.partition("/")[0], MediaKind.DOCUMENT)


class Media:
    """The folder of stored files. Blocking: call ``keep`` from a worker thread."""

    def __init__(
        self, folder: Path, *, secret_key: str, public_url: str = "", types: Collection[str], max_bytes: int
    ) -> None:
        self.folder = folder
        self.types = frozenset(types) & frozenset(EXTENSIONS)
        self.max_bytes = max_bytes
        self._public_url = public_url.rstrip("/")
        self._key = hmac.digest(secret_key.encode(), b"udajang media link", hashlib.sha256)

    def keep(self, source: IO[bytes], *, name: str, now: datetime) -> MediaItem:
        """Copy ``source`` into the folder, safe on disk, and name it. Raises FileRefusedError; then nothing is kept."""
        head = source.read(CHUNK)
        if not head:
            raise FileRefusedError("empty")
        mime = sniff(head)
        if mime not in self.types:
            raise FileRefusedError("type")
        stored = f"{now:%Y/%m}/{secrets.token_hex(16)}.{EXTENSIONS[mime]}"
        size, digest = self._write(self.folder / stored, head, source)
        return MediaItem(kind=kind_of(mime), ref=PREFIX + stored, unique=digest, mime=mime, size=size, name=_tidy(name))

    def _write(self, path: Path, head: bytes, source: IO[bytes]) -> tuple[int, str]:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        try:
            size, digest = self._copy(partial, head, source)
            partial.rename(path)
        finally:
            partial.unlink(missing_ok=True)
        return size, digest

    def _copy(self, path: Path, chunk: bytes, source: IO[bytes]) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        with path.open("xb") as target:
            while chunk:
                size += len(chunk)
                if size > self.max_bytes:
                    raise FileRefusedError("size")
                digest.update(chunk)
                target.write(chunk)
                chunk = source.read(CHUNK)
            target.flush()
            os.fsync(target.fileno())  # the complaint that will name it is durable, so it must be too
        return size, digest.hexdigest()[:32]

    def path(self, ref: str) -> Path:
        """Where the file of a ``stored:`` reference is. Raises FileNotFoundError for any other reference."""
        name = ref.removeprefix(PREFIX)
        if not ref.startswith(PREFIX) or not NAME.fullmatch(name):
            raise FileNotFoundError(ref)
        return self.folder / name

    def link(self, ref: str) -> str:
        """The file's signed address relative to the site, ``media/{signature}/{name}``."""
        name = ref.removeprefix(PREFIX)
        return f"media/{self._sign(name)}/{name}"

    def url(self, ref: str) -> str:
        """The file's signed address for the world: a provider fetches it there."""
        return f"{self._public_url}/{self.link(ref)}"

    def find(self, signature: str, name: str) -> Path | None:
        """The file that a signed link names; None if we never made that link or the file is gone."""
        if not NAME.fullmatch(name) or not hmac.compare_digest(signature.encode(), self._sign(name).encode()):
            return None
        path = self.folder / name
        return path if path.is_file() else None

    def _sign(self, name: str) -> str:
        mac = hmac.digest(self._key, name.encode(), hashlib.sha256)[:SIGNATURE_BYTES]
        return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()


def _tidy(name: str) -> str:
    """The last part of a file name, without characters that could harm a header or a database."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(letter for letter in last if letter.isprintable()).encode("utf-8", "ignore").decode()[:MAX_NAME]
