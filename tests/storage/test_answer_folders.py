"""Answers as a folder of Markdown: whatever is written reads the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.answer_folders import AnswerFolder, files

WORDS = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1).map(str.strip).filter(bool)
)
LINES = WORDS.map(lambda text: " ".join(text.replace("|", " ").split())).filter(bool)
KEYS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|/"), min_size=1, max_size=80)


@given(KEYS.filter(lambda key: key != "-"), WORDS, WORDS, st.lists(LINES, max_size=3, unique=True), WORDS)
@settings(max_examples=60, deadline=None)
def test_any_answer_comes_back_as_it_went_out(
    key: str, title: str, body: str, phrasings: list[str], source: str
) -> None:
    row = {"key": key, "title": title[:200].strip(), "body": body, "language": "id", "source": source}
    with tempfile.TemporaryDirectory() as name:
        for file, text in files([row | {"phrasings": "|".join(phrasings)}]).items():
            (Path(name) / file).write_bytes(text.encode())
        read = AnswerFolder(Path(name), language="en")

    assert read.mistakes == []
    assert [(each.key, each.title, each.body, each.source) for each in read.rows] == [
        (key, title[:200].strip(), body, source)
    ]
    assert read.rows[0].phrasings == tuple(phrasings)


def test_keys_that_differ_in_capitals_alone_have_files_that_do_not() -> None:
    rows = [{"key": key, "language": "id", "title": "T", "body": "B"} for key in ("ktp", "KTP", "%4b", "a/b", ".x")]

    assert len({name.casefold() for name in files(rows)}) == 5
    assert all("/" not in name and not name.startswith(".") for name in files(rows))
