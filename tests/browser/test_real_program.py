"""The program itself in a browser: a complaint filed by mouse and by keyboard alone, and the answer of staff read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chatting import Chat, contrasts, overflow
from tests.browser.conftest import OpenPage
from tests.end_to_end.program import Program

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
AA = 4.5  # WCAG 2.2, success criterion 1.4.3
FOCUS_SHOWN = """() => {
  const style = getComputedStyle(document.activeElement);
  return document.activeElement === document.body || (style.outlineStyle !== "none" && style.outlineWidth !== "0px");
}"""
NUMBER = re.compile(r"\d{4,}-\d")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """``udajang run`` as a newcomer starts it."""
    program = Program(tmp_path_factory.mktemp("newcomer"))
    program.start()
    yield program
    program.stop()


def newest(chat: Chat, words: str) -> str:
    """What the newest message says, once it says ``words``."""
    expect(chat.heard.last).to_contain_text(words)
    return chat.heard.last.inner_text()


def tap(chat: Chat, label: str) -> None:
    chat.pane.locator(".option", has_text=label).last.click()


def test_a_complaint_is_filed_by_mouse_on_a_phone_and_the_answer_read(program: Program, open_page: OpenPage) -> None:
    officer = Chat(open_page(f"{program.url}/chat"), "staff")
    officer.write("/tiket")
    newest(officer, "Tidak ada laporan terbuka")
    phone = open_page(f"{program.url}/chat", **PHONE)
    citizen = Chat(phone)
    citizen.write("Lampu jalan mati di depan masjid sejak kemarin")
    newest(citizen, "Ini tentang apa?")
    citizen.shot("real-1-subject")
    tap(citizen, "Lampu jalan")
    newest(citizen, "Di mana tempatnya?")
    citizen.write("Pasar Usang")
    newest(citizen, "Ada foto")
    tap(citizen, "Tanpa foto")
    newest(citizen, "Siapa yang boleh melihat")
    tap(citizen, "Umum")
    newest(citizen, "Periksa dulu sebelum dikirim")
    citizen.shot("real-2-review")
    tap(citizen, "Kirim")
    number = NUMBER.findall(newest(citizen, "Nomor laporan Anda"))[0]
    citizen.shot("real-3-filed")
    newest(officer, f"🆕 {number}")
    officer.shot("real-4-card")
    tap(officer, "Selesai")
    newest(officer, "Apa yang sudah dilakukan")
    officer.write("Lampu sudah diganti malam ini")
    newest(officer, f"{number} dinyatakan selesai")
    told = newest(citizen, "dinyatakan selesai")
    citizen.shot("real-5-answer")

    assert "Lampu sudah diganti malam ini" in told
    assert phone.evaluate("document.scrollingElement.scrollHeight - innerHeight") == 0
    assert overflow(phone) <= 0
    assert [pair for pair in contrasts(phone) if pair[0] < AA] == []


def type_and_enter(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_a_complaint_is_filed_by_keyboard_alone(program: Program, open_page: OpenPage) -> None:
    page = open_page(f"{program.url}/chat", viewport={"width": 360, "height": 640})
    citizen = Chat(page)
    for _ in range(20):
        if citizen.input.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    type_and_enter(page, "Sampah menumpuk di depan pasar belum diangkut")
    newest(citizen, "Ini tentang apa?")
    page.keyboard.press("1")
    newest(citizen, "Di mana tempatnya?")
    type_and_enter(page, "Kampuang Manggih")
    newest(citizen, "Ada foto")
    page.keyboard.press("1")
    newest(citizen, "Siapa yang boleh melihat")
    page.keyboard.press("2")
    newest(citizen, "Periksa dulu")
    page.keyboard.press("1")
    number = NUMBER.findall(newest(citizen, "Nomor laporan Anda"))[0]
    officer = Chat(page, "staff")
    page.keyboard.press("Shift+Tab")
    assert tabbed_to(page, officer.page.get_by_role("tab", name="Warga"))
    page.keyboard.press("ArrowRight")
    newest(officer, f"🆕 {number}")
    assert tabbed_to(page, officer.input)
    type_and_enter(page, f"/balas {number} Besok diangkut")
    newest(officer, "sudah dikirim ke pelapor")
    assert tabbed_to(page, officer.page.get_by_role("tab", name="Petugas"))
    page.keyboard.press("ArrowLeft")

    assert "Besok diangkut" in newest(citizen, "Jawaban")
    citizen.shot("real-7-keyboard")


def tabbed_to(page: Page, wanted: Locator) -> bool:
    """Whether the Tab key leads there, every stop on the way showing where the focus is."""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SHOWN), page.evaluate("document.activeElement.outerHTML")
        if wanted.evaluate("element => element === document.activeElement"):
            return True
    return False


def test_in_production_nobody_is_offered_the_part_of_staff(
    open_page: OpenPage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = Program(
        tmp_path_factory.mktemp("production"),
        UDAJANG_ENVIRONMENT="production",
        UDAJANG_SECRET_KEY="k" * 64,
        UDAJANG_WEB__PUBLIC_URL="https://lapor.example.go.id",
    )
    program.start()
    try:
        page = open_page(f"{program.url}/chat", **PHONE)
        citizen = Chat(page)
        citizen.write("halo")
        newest(citizen, "Ada yang bisa kami bantu?")
        asked = page.request.post(f"{program.url}/chat/session", data={"staff": True})
        citizen.shot("real-8-production")

        expect(page.locator("#pane-staff")).to_have_count(0)
        assert asked.status == 404
        citizen.write("/tiket")
        newest(citizen, "Perintah itu untuk petugas")
    finally:
        program.stop()


def test_a_newcomer_sees_citizen_and_staff_side_by_side(program: Program, open_page: OpenPage) -> None:
    page = open_page(f"{program.url}/chat", viewport={"width": 1280, "height": 800})
    citizen, officer = Chat(page), Chat(page, "staff")
    expect(citizen.pane).to_be_visible()
    expect(officer.pane).to_be_visible()
    citizen.write("Jalan berlubang dalam sekali")
    newest(citizen, "Ini tentang apa?")
    officer.write("/bantuan")
    newest(officer, "/tiket")
    citizen.shot("real-6-two-panes")

    assert overflow(page) <= 0
