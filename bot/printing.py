"""What the command line writes: tables and marks for people, JSON for programs, one line for what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table


class FaultError(Exception):
    """Something is wrong that the person at the terminal can mend; the message is the one line they read."""


def out() -> Console:
    """Standard output, in colour when it is a terminal. Never wrapped there: a path or a code must be copyable."""
    return Console(soft_wrap=True, highlight=False)


def say(text: str) -> None:
    """One line for a person."""
    out().print(escape(text))


def complain(text: str) -> None:
    """One line on standard error."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print(f"[bold red]udajang:[/] {escape(' '.join(text.split()))}")


def listing(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, as_json: bool, empty: str) -> None:
    """The rows as a table, or all they hold as one JSON array; ``empty`` is said when there are none."""
    rows = list(rows)
    if as_json:
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=2, default=str)
        sys.stdout.write("\n")
        return
    if not rows:
        say(empty)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape("" if row[column] is None else str(row[column])) for column in columns))
    out().print(table)
