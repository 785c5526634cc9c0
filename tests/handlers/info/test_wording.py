"""Answers as messages, and the keys and lines made of words."""

from __future__ import annotations

import pytest

from handlers.info.changing import new_key
from handlers.info.wording import html, shortened


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("A & B < C", "A &amp; B &lt; C"),
        ("<b>tebal</b> <i>miring</i>", "<b>tebal</b> <i>miring</i>"),
        ("<b>tidak ditutup", "<b>tidak ditutup</b>"),
        ("tidak dibuka</i>", "tidak dibuka"),
        ("<b><i>kusut</b></i>", "<b><i>kusut</i></b>"),
        ("<b>dua<b>kali</b>", "<b>duakali</b>"),
        ("<u>lain</u> <b style=x>", "&lt;u&gt;lain&lt;/u&gt; &lt;b style=x&gt;"),
    ],
)
def test_only_marks_that_are_closed_are_markup(body: str, said: str) -> None:
    assert html(body) == said


def test_a_line_is_cut_where_it_must_be() -> None:
    assert (shortened("satu\n dua", 8), shortened("satu dua tiga", 9)) == ("satu dua", "satu dua…")


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("KTP hilang: apa yang harus dibawa ke kantor?", "ktp_hilang_apa_yang_harus_dibawa"),
        ("Café “Bundo”", "cafe_bundo"),
        ("???", "jawaban"),
        ("a" * 60, "a" * 48),
        ("Pajak kos", "pajak_kos_3"),
    ],
)
def test_a_key_says_what_it_is_about_and_is_new(title: str, key: str) -> None:
    assert new_key(title, {"pajak_kos", "pajak_kos_2"}) == key
