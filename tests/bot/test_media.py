"""Uploads are known by their first bytes, named by chance, and shown only through links we signed."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest

from bot.media import EXTENSIONS, FileRefusedError, Media, sniff
from handlers.messages import MediaKind

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100)


@pytest.fixture
def media(tmp_path: Path) -> Media:
    return Media(tmp_path, secret_key="s" * 32, public_url="https://kota.test/", types=EXTENSIONS, max_bytes=1000)


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (JPEG, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", ""),
        (b"\x00\x00\x00\x20ftypisom", "video/mp4"),
        (b"\x00\x00\x00\x20ftypmp42", "video/mp4"),
        (b"\x00\x00\x00\x1cftyp3gp4", "video/3gpp"),
        (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x1cftypheic", ""),
        (b"OggS\x00\x02", "audio/ogg"),
        (b"ID3\x04", "audio/mpeg"),
        (b"#!AMR\n", "audio/amr"),
        (b"%PDF-1.7", "application/pdf"),
        (b"<svg xmlns=", ""),
        (b"<html>", ""),
        (b"MZ\x90\x00", ""),
        (b"", ""),
    ],
)
def test_first_bytes_say_what_a_file_is(head: bytes, mime: str) -> None:
    assert mime == sniff(head)


def test_a_kept_file_is_complete_and_described(media: Media, now: datetime) -> None:
    item = media.keep(io.BytesIO(JPEG), name="C:\\foto\\jalan\x00.jpg", now=now)

    assert (MediaKind.PHOTO, "image/jpeg", len(JPEG)) == (item.kind, item.mime, item.size)
    assert "jalan.jpg" == item.name
    assert item.ref.startswith("stored:2026/11/")
    assert JPEG == media.path(item.ref).read_bytes()


def test_equal_files_have_equal_fingerprints_and_different_names(media: Media, now: datetime) -> None:
    one, other = (media.keep(io.BytesIO(JPEG), name="", now=now) for _ in range(2))

    assert one.unique == other.unique
    assert one.ref != other.ref


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"<script>", "type"), (JPEG + bytes(1000), "size")], ids=str
)
def test_nothing_is_left_of_a_refused_file(media: Media, now: datetime, content: bytes, reason: str) -> None:
    with pytest.raises(FileRefusedError, match=reason):
        media.keep(io.BytesIO(content), name="x", now=now)

    assert not [path for path in media.folder.rglob("*") if path.is_file()]


def test_a_type_the_operator_does_not_take_is_refused(tmp_path: Path, now: datetime) -> None:
    photos_only = Media(tmp_path, secret_key="s" * 32, types=["image/jpeg", "text/html"], max_bytes=1000)

    with pytest.raises(FileRefusedError, match="type"):
        photos_only.keep(io.BytesIO(b"%PDF-1.7"), name="x", now=now)


def test_only_a_link_we_signed_finds_the_file(media: Media, now: datetime) -> None:
    item = media.keep(io.BytesIO(JPEG), name="x", now=now)
    link = media.link(item.ref)
    _, signature, name = link.split("/", 2)

    assert f"https://kota.test/{link}" == media.url(item.ref)
    assert media.path(item.ref) == media.find(signature, name)
    assert media.find(signature[:-1], name) is None
    assert media.find("ä", name) is None
    assert media.find(signature, name.replace("11/", "12/", 1)) is None


def test_a_signed_link_cannot_leave_the_folder(media: Media) -> None:
    for name in ("../secret", "2026/11/../../x.jpg", "/etc/passwd", "2026/11/" + "a" * 32):
        signature = media.link(f"stored:{name}").split("/")[1]

        assert media.find(signature, name) is None
        with pytest.raises(FileNotFoundError):
            media.path(f"stored:{name}")


def test_a_link_to_a_file_that_is_gone_finds_nothing(media: Media, now: datetime) -> None:
    item = media.keep(io.BytesIO(JPEG), name="x", now=now)
    media.path(item.ref).unlink()
    _, signature, name = media.link(item.ref).split("/", 2)

    assert media.find(signature, name) is None


def test_another_secret_signs_otherwise(media: Media, tmp_path: Path) -> None:
    other = Media(tmp_path, secret_key="t" * 32, types=EXTENSIONS, max_bytes=1000)

    assert media.link("stored:x") != other.link("stored:x")


def test_a_providers_handle_is_no_path(media: Media) -> None:
    with pytest.raises(FileNotFoundError):
        media.path("AgACAgIAAxkBAAI")
