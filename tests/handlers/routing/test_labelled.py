"""Files of labelled texts: whatever a spreadsheet makes of them."""

from __future__ import annotations

import datetime as dt

import pytest

from handlers.routing import labelled
from handlers.routing.labelled import UnreadableError

DAY = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"text,agency,date\njalan rusak,pupr,2025-02-01\n", "plain"),
        (b"\xef\xbb\xbftext,agency,date\njalan rusak,pupr,2025-02-01\n", "a byte order mark"),
        (b"date;AGENCY; Text\r\n01/02/2025;pupr;jalan rusak\r\n", "semicolons, another order, capitals"),
        (b"id\tdate\ttext\tagency\n1\t2025-02-01 00:00:00\tjalan rusak\tpupr\n", "tabs and other columns"),
        (b'"text","agency","date"\n"jalan rusak","pupr","2025-02-01T07:00:00+07:00"\n', "quotes and a time zone"),
        (b"text,agency,date\njalan rusak,pupr,01-02-2025 00:00\n\n,,\n", "empty lines"),
    ],
)
def test_a_file_is_read_as_spreadsheets_write_it(content: bytes, what: str) -> None:
    reading = labelled.read(content)

    assert [(each.text, each.agency, each.at) for each in reading.texts] == [("jalan rusak", "pupr", DAY)], what
    assert not reading.bad


def test_a_text_may_have_several_lines_and_quotation_marks() -> None:
    reading = labelled.read(b'text,agency,date\n"jalan\nrusak ""parah"", tolong",pupr,2025-02-01\n')

    assert [each.text for each in reading.texts] == ['jalan\nrusak "parah", tolong']


def test_texts_come_oldest_first_and_in_their_order_within_a_moment() -> None:
    reading = labelled.read(b"text,agency,date\nc,x,2025-02-02\na,x,2025-02-01\nb,x,01/02/2025\n")

    assert [each.text for each in reading.texts] == ["a", "b", "c"]


def test_what_is_wrong_with_a_row_is_said_with_its_number() -> None:
    rows = [b"text,agency,date", b",pupr,2025-02-01", b"jalan,,2025-02-01", b"jalan,pupr,kemarin", b"jalan"]

    assert labelled.read(b"\n".join(rows)).bad == [
        "row 2: no text",
        "row 3: no agency",
        "row 4: no date that can be read: 'kemarin'",
        "row 5: 1 columns where 3 are needed",
    ]


def test_letters_of_an_older_encoding_are_read() -> None:
    assert labelled.read("text,agency,date\ncafé,x,2025-02-01\n".encode("cp1252")).texts[0].text == "café"


@pytest.mark.parametrize("content", [b"", b"isi,opd\nx,y\n", b"\0\0"])
def test_a_file_without_the_columns_is_refused_by_naming_them(content: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"no column text, agency, date"):
        labelled.read(content)
