"""Pages speak the visitor's language, load nothing from elsewhere, and give away nothing they should not."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import httpx
import pytest

from bot.web import pages
from bot.web.app import create_app
from bot.web.site import FOLDER
from handlers.texts import Texts
from tests.bot.web.conftest import Town, client_of
from tests.bot.web.speaking import JPEG

LANGUAGES = ("id", "en", "min")


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "id"),
        ("en-GB,en;q=0.9", "en"),
        ("fr,de;q=0.8", "id"),
        ("fr, en;q=0.5, id;q=0.7", "id"),
        ("min", "min"),
        ("en;q=nonsense, min", "min"),
        ("*", "id"),
    ],
)
def test_the_language_a_browser_likes_best_is_spoken(accept: str, language: str) -> None:
    assert language == pages.preferred(accept, LANGUAGES)


@pytest.mark.parametrize(
    ("query", "accept", "language", "words"),
    [
        ("", "en", "en", "Padang Panjang Citizen Services"),
        ("?lang=min", "en", "min", "Salamaik datang"),
        ("?lang=xx", "en", "en", "Welcome"),
        ("", "", "id", "Layanan Warga Padang Panjang"),
    ],
)
async def test_the_page_is_in_the_language_asked_for(
    client: httpx.AsyncClient, query: str, accept: str, language: str, words: str
) -> None:
    page = await client.get(f"/chat{query}", headers={"Accept-Language": accept})

    assert 200 == page.status_code
    assert language == page.headers["content-language"]
    assert f'<html lang="{language}">' in page.text
    assert words in page.text


async def test_a_language_the_city_does_not_offer_is_not_offered(town: Town) -> None:
    async with client_of(create_app(replace(town.parts, languages=("id",)))) as client:
        page = await client.get("/chat?lang=en")

    assert "lang=min" not in page.text
    assert '<html lang="id">' in page.text


async def test_the_staff_pane_is_shown_in_development_only(client: httpx.AsyncClient, town: Town) -> None:
    developing = replace(town.parts, staff_pane=True, bind_staff=print)
    async with client_of(create_app(developing)) as other:
        assert 'id="pane-staff"' in (await other.get("/chat")).text

    assert "staff" not in (await client.get("/chat")).text


@pytest.mark.parametrize("path", ["/chat", "/healthz", "/chat/session", "/nowhere", "/static/x/chat.js"])
async def test_every_answer_carries_the_security_headers(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert ("nosniff", "no-referrer") == (headers["x-content-type-options"], headers["referrer-policy"])
    assert "strict-transport-security" not in headers


async def test_tls_is_insisted_on_where_the_site_has_it(town: Town) -> None:
    async with client_of(create_app(replace(town.parts, public_url="https://kota.test"))) as client:
        assert "max-age" in (await client.get("/chat")).headers["strict-transport-security"]


async def test_nothing_on_the_page_is_inline_or_from_elsewhere(client: httpx.AsyncClient) -> None:
    page = (await client.get("/chat")).text

    assert not re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    scripts = re.findall(r"<script([^>]*)>", page)
    assert all("src=" in attributes or "application/json" in attributes for attributes in scripts)


async def test_every_file_the_page_names_is_there_and_may_be_kept(client: httpx.AsyncClient) -> None:
    page = (await client.get("/chat")).text
    named = re.findall(r'(?:src|href)="(static/[^"]+)"', page)
    answers = {name: await client.get(name) for name in named}

    scripts = {path.name for path in (FOLDER / "static").glob("*.js")}
    assert scripts == {name.rsplit("/", 1)[1] for name in named if name.endswith(".js")}
    assert {200} == {answer.status_code for answer in answers.values()}
    assert all("immutable" in answer.headers["cache-control"] for answer in answers.values())


async def test_the_page_with_all_it_loads_is_below_60_kb(client: httpx.AsyncClient) -> None:
    page = await client.get("/chat")
    named = set(re.findall(r'(?:src|href)="(static/[^"]+)"', page.text))

    assert 60_000 > len(page.content) + sum([len((await client.get(name)).content) for name in named])


async def test_a_page_of_another_release_still_gets_its_scripts(client: httpx.AsyncClient) -> None:
    answer = await client.get("/static/0123456789ab/chat.js")

    assert (200, "no-cache") == (answer.status_code, answer.headers["cache-control"])
    assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fapp.py", "%2e%2e/templates/chat.html"])
async def test_only_what_is_in_the_folder_is_served(client: httpx.AsyncClient, name: str) -> None:
    assert 404 == (await client.get(f"/static/x/{name}")).status_code


async def test_the_front_door_leads_to_the_chat(client: httpx.AsyncClient) -> None:
    answer = await client.get("/")

    assert (307, "chat") == (answer.status_code, answer.headers["location"])


async def test_a_stored_photo_is_shown_and_can_do_nothing(client: httpx.AsyncClient, town: Town) -> None:
    item = town.parts.media.keep(io.BytesIO(JPEG), name="x.jpg", now=town.clock.now())

    answer = await client.get(town.parts.media.link(item.ref))

    assert (200, JPEG, "image/jpeg") == (answer.status_code, answer.content, answer.headers["content-type"])
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-disposition"].startswith("inline")


async def test_a_stored_document_is_downloaded(client: httpx.AsyncClient, town: Town) -> None:
    item = town.parts.media.keep(io.BytesIO(b"%PDF-1.7 ..."), name="x.pdf", now=town.clock.now())

    answer = await client.get(town.parts.media.link(item.ref))

    assert answer.headers["content-disposition"].startswith("attachment")


async def test_a_link_that_was_not_signed_by_us_finds_nothing(client: httpx.AsyncClient, town: Town) -> None:
    item = town.parts.media.keep(io.BytesIO(JPEG), name="x.jpg", now=town.clock.now())
    name = item.ref.removeprefix("stored:")

    for path in (f"media/{'A' * 22}/{name}", f"media/x/../../{name}", "media/x/y"):
        assert 404 == (await client.get(path)).status_code


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
async def test_the_frameworks_own_pages_are_off(client: httpx.AsyncClient, path: str) -> None:
    assert 404 == (await client.get(path)).status_code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scripts_words_are_plain_text_in_every_language(language: str) -> None:
    texts = Texts()

    for key in pages.WORDS:
        assert not set("<>&") & set(texts.say(language, key)), key


def test_every_word_the_scripts_use_is_handed_to_them() -> None:
    scripts = "".join(path.read_text() for path in (FOLDER / "static").glob("*.js"))
    told = {key.removeprefix("web-") for key in pages.WORDS} | {"upload-size", "too-long"}
    used = set(re.findall(r"words\.(\w+)", scripts)) | set(re.findall(r'words\["([\w-]+)"\]', scripts))
    used |= set(re.findall(r'(?:tell|told|say)\(\w*\.?"([\w-]+)"\)', scripts)) | {"upload-size", "upload-type", "photo"}

    assert set() == used - told
