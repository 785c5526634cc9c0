"""The repository has the shape it was given, and each check that says so can also say no."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import Source

ROOT = Path(__file__).parent.parent
FOLDERS = (*architecture.OURS, "tests", "benchmarks", "scripts")
Check = Callable[[Sequence[Source]], Iterator[str]]


@cache
def everything() -> tuple[Source, ...]:
    """Every file of ours, parsed once."""
    return tuple(architecture.sources(ROOT, FOLDERS))


@pytest.mark.parametrize("check", architecture.CHECKS, ids=lambda check: check.__name__)
def test_the_repository_keeps(check: Check) -> None:
    offences = sorted(check(everything()))

    assert not offences, "\n" + "\n".join(offences)


def test_every_folder_is_looked_at() -> None:
    assert {source.package for source in everything()} >= {"bot", "handlers", "broadcasts", "storage", "tests"}


def flow(body: str, imported: str = "") -> str:
    """A module with one flow."""
    return f'"""Flow."""\n{imported}\ndef talk(city: City) -> Talk[None]:\n    {body}\n'


BAD = [
    (architecture.check_arrows, "storage/x.py", "import handlers.messages", "x.py:1: storage may not import handlers"),
    (architecture.check_arrows, "handlers/x.py", "from bot import clock", "handlers may not import bot"),
    (architecture.check_arrows, "handlers/x.py", "def f():\n    from broadcasts import y", "x.py:2: handlers may not"),
    (
        architecture.check_arrows,
        "broadcasts/x.py",
        "from handlers.city import City",
        "broadcasts may not import handlers",
    ),
    (architecture.check_providers, "bot/web/x.py", "import telegram", "telegram may be imported below bot/channels/"),
    (architecture.check_providers, "handlers/x.py", "from twilio.rest import Client", "twilio.rest may be imported"),
    (
        architecture.check_inner_imports,
        "bot/x.py",
        "def f():\n    if 1:\n        from storage import y",
        "x.py:3: import at",
    ),
    (architecture.check_budgets, "bot/x.py", "x = 1\n" * 401, "x.py:401: 401 lines, at most 400"),
    (architecture.check_budgets, "bot/x.py", "def f():\n" + "    x = 1\n" * 40, "f() has 41 lines, at most 40"),
    (architecture.check_budgets, "bot/x.py", "def f():\n" + "    if a: b\n" * 8, "f() has complexity 9, at most 8"),
    (architecture.check_annotations, "bot/x.py", "def f(a, *b, c: int) -> None: ...", "f(): no type for a, b"),
    (architecture.check_annotations, "bot/x.py", "class C:\n    def f(self): ...", "x.py:2: f(): no type for what it"),
    (architecture.check_docstrings, "bot/x.py", "x = 1", "x.py:1: no docstring"),
    (architecture.check_docstrings, "bot/x.py", '"""Things"""', "the opening 'Things' is not a sentence"),
    (architecture.check_clock, "bot/x.py", "import datetime as dt\ndt.datetime.now()", "x.py:2: datetime.datetime.now"),
    (
        architecture.check_clock,
        "storage/x.py",
        "from datetime import datetime\ndatetime.utcnow()",
        "utcnow reads the clock",
    ),
    (architecture.check_clock, "bot/x.py", "from datetime import date as day\nf = day.today", "datetime.date.today"),
    (architecture.check_clock, "handlers/x.py", "from time import time\ntime()", "x.py:2: time.time reads the clock"),
    (architecture.check_clock, "storage/x.py", "from sqlalchemy import func\nfunc.now()", "sqlalchemy.func.now"),
    (architecture.check_sync_core, "handlers/x.py", "async def f(): ...", "f() is async: only bot/ is"),
    (architecture.check_flows, "handlers/x.py", flow("...", "from sqlmodel import Session"), "may not import sqlmodel"),
    (
        architecture.check_flows,
        "handlers/x.py",
        flow("...", "from storage import database"),
        "may not import storage.data",
    ),
    (
        architecture.check_flows,
        "handlers/x.py",
        flow("...", "import random"),
        "a module with flows may not import random",
    ),
    (
        architecture.check_flows,
        "handlers/x.py",
        flow('a = yield from Text("a")\n    b = yield from Text("a")'),
        "talk() asks two questions named 'a'",
    ),
    (architecture.check_names, "bot/utils.py", "", "'utils' says nothing"),
    (architecture.check_names, "storage/common/x.py", "", "'common' says nothing"),
    (architecture.check_no_mocks, "tests/x.py", "from unittest.mock import patch", "no mocks"),
]


@pytest.mark.parametrize(
    ("check", "path", "text", "said"), BAD, ids=[f"{b[0].__name__}-{i}" for i, b in enumerate(BAD)]
)
def test_a_check_says_no_to_what_breaks_it(check: Check, path: str, text: str, said: str) -> None:
    offences = list(check([Source.of(path, text)]))

    assert len(offences) == 1
    assert said in offences[0]
    assert offences[0].startswith(f"{path}:")


def test_each_check_has_an_example_that_breaks_it() -> None:
    tested = {check for check, *_ in BAD} | {architecture.check_cycles}

    assert tested == set(architecture.CHECKS)


def test_a_cycle_over_three_modules_is_found_and_drawn() -> None:
    every = [
        Source.of("bot/a.py", "from bot import b"),
        Source.of("bot/b.py", "import bot.c"),
        Source.of("bot/c.py", "from bot.a import thing"),
    ]

    assert list(architecture.check_cycles(every)) == ["bot/a.py:1: import cycle: bot.a → bot.b → bot.c → bot.a"]


def test_two_modules_importing_a_third_are_no_cycle() -> None:
    every = [
        Source.of(f"bot/{name}.py", text) for name, text in (("a", "import bot.c"), ("b", "import bot.c"), ("c", ""))
    ]

    assert list(architecture.check_cycles(every)) == []


GOOD = '''"""Sound."""

from __future__ import annotations

import datetime as dt
import time

from storage import models


def wait(self: object, now: dt.datetime, *rest: int, **more: int) -> float:
    """Durations are no clock."""
    return time.monotonic() + now.timestamp()
'''


@pytest.mark.parametrize("check", architecture.CHECKS, ids=lambda check: check.__name__)
def test_no_check_minds_sound_code(check: Check) -> None:
    assert list(check([Source.of("handlers/sound.py", GOOD)])) == []
