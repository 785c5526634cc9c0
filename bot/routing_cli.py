"""``udajang routing …``: where complaints go. The commands are in bot/ruling_cli.py and bot/learning_cli.py."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot import first_start
from storage.database import Database

routing = typer.Typer(no_args_is_help=True, help="Where complaints go, and the classifier that learns it.")


@contextmanager
def opened(context: typer.Context) -> Iterator[Database]:
    """The city's database, closed again afterwards."""
    with first_start.opened(context.obj()) as database:
        yield database
