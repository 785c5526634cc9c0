"""Reloads, lost lines, expired tokens and a second pane lose nothing and say nothing twice."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import expect

from bot.web.app import create_app
from handlers.messages import Outgoing
from tests.bot.web.conftest import Town
from tests.bot.web.serving import Serving
from tests.browser.chatting import Chat, contrasts, overflow
from tests.browser.conftest import OpenPage
from tests.browser.pictures import png


def test_a_reload_resumes_the_conversation(served: Serving, town: Town, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("pilih")
    chat.press("Sampah")
    before = chat.texts()
    chat.input.fill("belum selesai")

    page.reload()

    expect(chat.heard).to_have_count(2)
    assert before == chat.texts()
    expect(chat.input).to_have_value("belum selesai")
    expect(chat.pane.locator(".option[aria-pressed=true]")).to_have_text(re.compile("Sampah"))
    chat.ask("lagi", answer="Anda menulis: lagi")
    assert 1 == len({inbound.address for inbound in town.echo.heard})


def test_what_was_sent_while_the_page_was_closed_is_there_on_return(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("Halo")
    page.goto("about:blank")
    served.run(town.echo.tell(town.echo.heard[0].address, Outgoing("Laporan Anda selesai.")))

    page.goto(f"{served.url}/chat")

    chat.answered(1, "Laporan Anda selesai.")
    expect(chat.heard).to_have_count(2)


def test_nothing_is_lost_or_doubled_when_the_server_goes_and_comes_back(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("sebelum")
    address = town.echo.heard[0].address

    served.stop()
    chat.write("saat terputus")
    expect(chat.banner).to_contain_text("Koneksi terputus")
    expect(chat.said.last.locator(".state")).to_contain_text("Menunggu koneksi")
    chat.shot("lost")
    town.echo.write(address, Outgoing("dari proses lain"), sent_at=town.clock.now())
    served.start()

    expect(chat.heard).to_have_count(3)
    expect(chat.said.last.locator(".state")).to_have_text("Terkirim")
    expect(chat.banner).to_be_hidden()
    assert ["sebelum", "saat terputus"] == [inbound.text for inbound in town.echo.heard]
    assert {"Anda menulis: sebelum", "Anda menulis: saat terputus", "dari proses lain"} == set(
        chat.heard.locator(".text").all_inner_texts()
    )


def test_an_answer_that_was_lost_does_not_file_the_message_twice(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    lost = []

    def lose_the_first(route: object) -> None:
        lost.append(route.fetch())  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/chat/messages", lose_the_first, times=1)

    chat.ask("sekali saja")

    expect(chat.said.locator(".state")).to_have_text("Terkirim")
    assert (1, 200) == (len(lost), lost[0].status)
    assert ["sekali saja"] == [inbound.text for inbound in town.echo.heard]
    expect(chat.heard).to_have_count(1)


def test_messages_said_while_away_arrive_in_order_even_after_a_reload(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("nol")
    page.route("**/chat/messages", lambda route: route.abort())
    for text in ("satu", "dua", "tiga"):
        chat.write(text)
    expect(chat.said).to_have_count(4)
    page.unroute("**/chat/messages")

    page.reload()
    chat.answered(3)

    assert ["nol", "satu", "dua", "tiga"] == [inbound.text for inbound in town.echo.heard]


def test_a_busy_service_is_said_and_the_message_goes_through(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    town.echo.busy = 2

    chat.write("sabar")

    expect(chat.banner).to_contain_text("sedang sibuk")
    chat.answered(0, "sabar")
    expect(chat.banner).to_be_hidden()


def test_an_upload_outlives_a_lost_line(served: Serving, town: Town, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    page.route("**/chat/uploads", lambda route: route.abort(), times=1)

    chat.attach({"name": "x.png", "mimeType": "image/png", "buffer": png(10, 10)})
    chat.write("foto")

    chat.answered(0, "Diterima: 1 berkas.")


def test_a_token_that_is_no_longer_known_begins_a_new_conversation(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("lama")
    page.evaluate("localStorage.setItem('udajang.citizen.token', 'no.token')")
    page.reload()
    expect(chat.pane.locator(".log")).to_contain_text("Percakapan baru dimulai")

    chat.ask("baru", answer="Anda menulis: baru")

    assert ["lama", "Anda menulis: lama", "baru", "Anda menulis: baru"] == chat.texts()
    assert 2 == len({inbound.address for inbound in town.echo.heard})


def test_deleting_the_conversation_asks_first_and_leaves_nothing(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("rahasia")
    clear = page.get_by_role("button", name="Hapus percakapan")

    clear.click()
    chat.shot("sure")
    page.get_by_role("button", name="Batal").click()
    expect(chat.heard).to_have_count(1)
    clear.click()
    page.get_by_role("button", name="Ya, hapus").click()

    expect(chat.heard).to_have_count(0)
    expect(chat.pane.locator(".welcome")).to_be_visible()
    assert "{}" == page.evaluate("JSON.stringify(localStorage)")
    chat.ask("baru")
    assert 2 == len({inbound.address for inbound in town.echo.heard})


def test_the_language_changes_and_the_conversation_stays(served: Serving, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("Halo")

    page.get_by_role("link", name="EN (English)").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Padang Panjang Citizen Services")
    assert ["Halo", "Anda menulis: Halo"] == chat.texts()


def test_a_second_tab_shows_the_same_conversation(served: Serving, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    chat.ask("dari tab pertama")
    other = page.context.new_page()
    other.goto(f"{served.url}/chat")
    second = Chat(other)
    expect(second.heard).to_have_count(1)

    second.ask("dari tab kedua")

    expect(chat.heard).to_have_count(2)
    assert second.texts() == chat.texts()


def test_without_storage_the_page_still_talks(served: Serving, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})")
    page.goto(f"{served.url}/chat")

    Chat(page).ask("Halo", answer="Anda menulis: Halo")


def test_a_newcomer_plays_both_parts_side_by_side(training: Serving, town: Town, open_page: OpenPage) -> None:
    page = open_page(f"{training.url}/chat", viewport={"width": 1280, "height": 760})
    citizen, staff = Chat(page), Chat(page, "staff")

    citizen.ask("Lampu mati", answer="Lampu mati")
    staff.ask("/tiket", answer="/tiket")
    citizen.shot("both")

    assert 2 == len({inbound.address for inbound in town.echo.heard})
    expect(citizen.heard).to_have_count(1)
    expect(page.get_by_role("tablist")).to_be_hidden()
    assert 0 == overflow(page)
    assert contrasts(page)[0] >= (4.5, "")


def test_the_staff_pane_hears_before_it_says_anything(training: Serving, town: Town, open_page: OpenPage) -> None:
    bound: list[str] = []
    training.stop()
    parts = replace(town.parts, staff_pane=True, bind_staff=bound.append)
    with_binding = Serving(lambda: create_app(parts), town.parts.webchat)
    with_binding.start()
    try:
        staff = Chat(open_page(f"{with_binding.url}/chat"), "staff")
        expect(staff.pane.locator(".welcome")).to_be_visible()
        for _ in range(200):  # the page's policy forbids wait_for_function, which evaluates text
            if bound:
                break
            staff.page.wait_for_timeout(50)
        with_binding.run(town.echo.tell(bound[0], Outgoing("Laporan baru")))

        staff.answered(0, "Laporan baru")
    finally:
        with_binding.stop()


def test_on_a_phone_the_two_parts_are_tabs(training: Serving, open_page: OpenPage) -> None:
    page = open_page(f"{training.url}/chat", viewport={"width": 360, "height": 640})
    citizen, staff = Chat(page), Chat(page, "staff")
    expect(citizen.pane).to_be_visible()
    expect(staff.pane).to_be_hidden()

    page.get_by_role("tab", name="Warga").press("ArrowRight")
    expect(staff.pane).to_be_visible()
    expect(page.get_by_role("tab", name="Petugas")).to_be_focused()
    staff.ask("/tiket")
    staff.shot("phone-staff")
    page.get_by_role("tab", name="Warga").click()

    expect(citizen.pane).to_be_visible()
    assert 0 == overflow(page)


def test_a_photo_in_the_transcript_is_there_after_a_reload(
    served: Serving, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    file = tmp_path / "jalan.png"
    file.write_bytes(png(64, 48))
    chat.attach(file)
    expect(chat.pane.locator(".files li.done")).to_have_count(1)
    chat.write("foto jalan")
    chat.answered(0)

    page.reload()

    expect(chat.said.locator("img")).to_have_js_property("naturalWidth", 64)


def test_a_message_that_was_overtaken_is_shown_in_its_place(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("Halo")
    address = town.echo.heard[0].address
    first, second = (town.echo.write(address, Outgoing(text)) for text in ("Pertama", "Kedua"))
    for outbox_id in (second, first):
        before = chat.heard.count()
        town.echo.mark(outbox_id)
        chat.answered(before)

    assert ["Pertama", "Kedua"] == chat.texts()[-2:]
