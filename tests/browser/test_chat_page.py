"""A person writes, presses, attaches and reads, with a mouse, with the keyboard alone, and with a thumb."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Response, Route, expect

from handlers.messages import Ask, Option, Outgoing
from tests.bot.web.conftest import Town
from tests.bot.web.serving import Serving
from tests.browser.chatting import Chat, contrasts, overflow
from tests.browser.conftest import OpenPage
from tests.browser.pictures import png

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def photo(name: str = "lubang.png", width: int = 40, height: int = 30) -> dict[str, object]:
    """A picture as the file chooser hands it over."""
    return {"name": name, "mimeType": "image/png", "buffer": png(width, height)}


def test_what_is_written_is_sent_and_answered(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.shot("welcome")

    chat.ask("Lampu jalan mati", answer="Anda menulis: Lampu jalan mati")

    assert ["Lampu jalan mati", "Anda menulis: Lampu jalan mati"] == chat.texts()
    expect(chat.said.locator(".state")).to_have_text("Terkirim")
    expect(chat.input).to_have_value("")
    expect(chat.pane.locator(".welcome")).to_be_hidden()


def test_a_starter_is_said_with_its_command(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))

    chat.pane.get_by_role("button", name="Buat laporan").click()
    chat.answered(0, "Apa yang terjadi?")

    assert ["/lapor"] == [inbound.text for inbound in town.echo.heard]
    assert "Buat laporan" == chat.texts()[0]


def test_a_button_is_pressed_with_the_mouse(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("pilih")
    chat.shot("options")

    expect(chat.press("Sampah")).to_contain_text("Anda memilih c2.")

    assert "c2" == town.echo.heard[-1].button
    expect(chat.pane.locator(".option[aria-pressed=true]")).to_have_text(re.compile("Sampah"))


def test_everything_is_done_with_the_keyboard_alone(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    keyboard = chat.page.keyboard
    expect(chat.input).to_be_focused()

    keyboard.type("pilih")
    keyboard.press("Enter")
    chat.answered(0)
    keyboard.press("2")
    chat.answered(1, "c2")
    keyboard.type("pilih")
    keyboard.press("Enter")
    chat.answered(2)
    keyboard.press("ArrowUp")
    expect(chat.heard.nth(2).locator(".option").first).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    chat.answered(3, "c3")

    expect(chat.input).to_be_focused()
    assert ["c2", "c3"] == [inbound.button for inbound in town.echo.heard if inbound.button]


def test_the_tab_key_reaches_every_control_in_order(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("pilih")
    chat.page.evaluate("document.activeElement.blur()")
    reached: list[str] = []
    for _ in range(15):
        chat.page.keyboard.press("Tab")
        reached.append(
            chat.page.evaluate("""() => {
              const at = document.activeElement;
              return at.dataset.value ?? at.dataset.do ?? at.getAttribute("lang") ?? at.localName + at.className;
            }""")
        )

    wanted = ["askip", "id", "min", "en", "clear", "divlog", "c1", "c2", "c3", "reply", "attach", "locate", "textarea"]
    assert wanted == [name for name in reached if name in wanted][: len(wanted)]


def test_a_number_may_begin_an_answer_in_words(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("/lapor", answer="Apa yang terjadi?")

    chat.page.keyboard.type("1 pohon tumbang")
    chat.page.keyboard.press("Enter")
    chat.answered(1, "1 pohon tumbang")

    assert ["/lapor", "1 pohon tumbang"] == [inbound.text for inbound in town.echo.heard]


def test_a_number_and_enter_choose_even_where_words_are_awaited(
    served: Serving, town: Town, open_page: OpenPage
) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("/lapor", answer="Apa yang terjadi?")

    chat.page.keyboard.type("1")
    chat.page.keyboard.press("Enter")
    chat.answered(1, "x")

    assert "x" == town.echo.heard[-1].button


def test_a_photo_is_made_small_sent_and_shown(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.attach(photo(width=3200, height=1200), photo("lagi.png"))
    expect(chat.pane.locator(".files li.done")).to_have_count(2)
    chat.shot("upload")
    chat.write("ini fotonya")
    bubble = chat.answered(0, "Diterima: 2 berkas.")

    expect(bubble.locator("img")).to_have_count(2)
    expect(chat.said.locator("img")).to_have_count(2)
    assert ["image/jpeg", "image/jpeg"] == [item.mime for item in town.echo.heard[0].media]
    expect(bubble.locator("img").first).to_have_js_property("naturalWidth", 1600)
    expect(chat.pane.locator(".files")).to_be_hidden()


def test_sending_waits_for_an_upload_that_is_under_way(served: Serving, town: Town, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat")
    chat = Chat(page)
    held: list[Route] = []
    page.route("**/chat/uploads", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks its handlers
    chat.attach(photo())
    chat.write("ini fotonya")
    expect(chat.pane.locator(".files li")).to_have_count(1)
    while not held:
        page.wait_for_timeout(10)
    assert not town.echo.heard

    held[0].continue_()

    chat.answered(0, "Diterima: 1 berkas.")
    assert "ini fotonya" == town.echo.heard[0].text


def test_an_unfit_file_is_refused_kindly_and_nothing_is_lost(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.input.fill("tetap di sini")

    chat.attach({"name": "virus.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ\x90\x00" * 10})

    expect(chat.note).to_contain_text("Jenis berkas ini tidak dapat diterima")
    expect(chat.input).to_have_value("tetap di sini")
    expect(chat.pane.locator(".files")).to_be_hidden()


def test_my_location_is_sent(served: Serving, town: Town, open_page: OpenPage) -> None:
    place = {"latitude": -0.4636, "longitude": 100.3992}
    chat = Chat(open_page(f"{served.url}/chat", geolocation=place, permissions=["geolocation"]))
    chat.ask("di mana")

    chat.pane.get_by_role("button", name="Kirim lokasi saya").first.click()
    chat.answered(1, "-0.4636, 100.3992")
    chat.shot("location")

    pin = town.echo.heard[-1].pin
    assert pin is not None
    assert (-0.4636, 100.3992) == (pin.lat, pin.lon)


def test_a_location_that_may_not_be_read_is_explained(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))

    chat.pane.locator(".tool[data-do=locate]").click()

    expect(chat.note).to_contain_text("Lokasi tidak dapat dibaca")


def test_a_text_too_long_is_counted_and_kept(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.input.fill("a" * 4001)

    expect(chat.note).to_contain_text("4.001 / 4.000. Terlalu panjang")
    expect(chat.pane.locator(".send")).to_be_disabled()
    chat.input.press("Enter")
    expect(chat.input).to_have_value("a" * 4001)
    assert not town.echo.heard

    chat.input.press("Backspace")
    chat.input.press("Enter")
    chat.answered(0)
    assert 4000 == len(town.echo.heard[0].text)


def test_bot_text_is_shown_and_never_run(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("Halo")
    hostile = (
        '<img src=x onerror="document.title=1"> <b>tebal</b>\n&lt;script&gt; <i>a</b> https://kota.go.id/a?b=1&amp;c=2.'
    )
    served.run(town.echo.tell(town.echo.heard[0].address, Outgoing(hostile)))
    text = chat.answered(1).locator(".text")

    assert '<img src=x onerror="document.title=1"> tebal\n<script> a https://kota.go.id/a?b=1&c=2.' == text.inner_text()
    expect(text.locator("b")).to_have_text("tebal")
    expect(text.locator("img")).to_have_count(0)
    expect(text.locator("a")).to_have_attribute("href", "https://kota.go.id/a?b=1&c=2")


def test_a_message_can_be_replied_to(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    bubble = chat.ask("Halo")
    shown = bubble.get_attribute("data-id")

    bubble.get_by_role("button", name="Balas").click()
    chat.ask("ini tambahan")

    assert shown == town.echo.heard[-1].reply_to
    expect(chat.said.last.locator("blockquote")).to_have_text("Anda menulis: Halo")


def test_a_code_in_the_address_opens_the_conversation_once(served: Serving, town: Town, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat?lang=id&start=i_kode-123")
    chat = Chat(page)
    chat.answered(0)
    page.reload()
    expect(chat.heard).to_have_count(1)

    assert f"{served.url}/chat?lang=id" == page.url
    assert [("start", "i_kode-123")] == [(inbound.signal, inbound.text) for inbound in town.echo.heard]


def test_whoever_reads_back_is_left_there_and_led_to_the_news(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat", viewport={"width": 800, "height": 500}))
    for number in range(8):
        chat.ask(f"pesan {number}")
    log, latest = chat.pane.locator(".log"), chat.pane.locator(".latest")
    log.evaluate("log => { log.scrollTop = 0; }")  # which the page hears of with the next frame
    chat.page.evaluate(TWO_FRAMES)

    served.run(town.echo.tell(town.echo.heard[0].address, Outgoing("kabar baru")))
    expect(latest).to_be_visible()
    assert 0 == log.evaluate("log => log.scrollTop")
    latest.click()

    expect(chat.heard.last).to_be_in_viewport()
    expect(latest).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_readable(served: Serving, open_page: OpenPage, scheme: str) -> None:
    chat = Chat(open_page(f"{served.url}/chat", color_scheme=scheme, **PHONE))
    chat.shot(f"phone-{scheme}-welcome")
    assert 0 == overflow(chat.page)
    assert contrasts(chat.page)[0] >= (4.5, "")

    chat.ask("Lampu jalan di depan Pasar Pusat mati, " + "sangatpanjangtanpaspasi" * 10)
    chat.ask("pilih")
    chat.press("Lampu jalan")
    chat.ask("foto")
    chat.shot(f"phone-{scheme}")

    expect(chat.pane.locator(".send")).to_be_in_viewport(ratio=1)
    expect(chat.heard.last).to_be_in_viewport(ratio=0.9)
    assert 0 == overflow(chat.page)
    assert contrasts(chat.page)[0] >= (4.5, "")


def test_buttons_are_large_enough_for_a_thumb(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat", **PHONE))
    chat.ask("pilih")

    for button in chat.page.locator("button:visible, a:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, button.evaluate("button => button.outerHTML")  # WCAG 2.5.8
    for option in chat.pane.locator(".option, .send").all():
        box = option.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_enter_on_the_glass_makes_a_new_line(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat", **PHONE))
    chat.input.tap()

    chat.page.keyboard.type("satu")
    chat.page.keyboard.press("Enter")
    chat.page.keyboard.type("dua")

    expect(chat.input).to_have_value("satu\ndua")


def test_the_page_asks_no_one_else_and_is_below_60_kb(served: Serving, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - as above
    page.goto(f"{served.url}/chat", wait_until="networkidle")

    assert {True} == {response.url.startswith(f"{served.url}/") for response in responses}
    assert 60_000 > sum(len(response.body()) for response in responses)


def test_motion_stops_for_those_who_do_not_want_it(served: Serving, open_page: OpenPage) -> None:
    page = open_page(f"{served.url}/chat", reduced_motion="reduce")

    assert "none" == page.locator(".typing i").first.evaluate("dot => getComputedStyle(dot).animationName")


def test_the_log_is_read_out_and_every_control_has_a_name(served: Serving, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat"))
    chat.ask("pilih")

    log = chat.page.get_by_role("log", name="Percakapan")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(chat.page.get_by_role("textbox", name="Tulis pesan")).to_be_visible()
    expect(chat.page.get_by_role("group", name="Pilihan").get_by_role("button")).to_have_count(3)
    unnamed = [button for button in chat.page.get_by_role("button").all() if not _name(button.aria_snapshot())]
    assert [] == unnamed
    expect(chat.heard.first.locator(".hidden")).to_have_text("Layanan warga: ")


def _name(snapshot: str) -> str:
    found = re.search(r'"([^"]+)"', snapshot)
    return found[1] if found else ""


def test_many_long_options_fit_a_phone(served: Serving, town: Town, open_page: OpenPage) -> None:
    chat = Chat(open_page(f"{served.url}/chat", **PHONE))
    chat.ask("Halo")
    options = tuple(Option(f"o{number}", f"Pilihan nomor {number} yang cukup panjang sekali") for number in range(12))
    served.run(town.echo.tell(town.echo.heard[0].address, Outgoing("Yang mana?", options, Ask.NOTHING)))
    chat.answered(1)
    chat.shot("phone-many-options")

    assert 0 == overflow(chat.page)
    expect(chat.press("nomor 11")).to_contain_text("o11")
