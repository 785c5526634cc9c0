"""``udajang routing …``: where complaints go. The commands are in bot/ruling_cli.py and bot/learning_cli.py."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.config import Settings
from storage.database import Database

routing = typer.Typer(no_args_is_help=True, help="Where complaints go, and the classifier that learns it.")


@contextmanager
def opened(context: typer.Context) -> Iterator[Database]:
    """The city's database, closed again afterwards."""
    settings: Settings = context.obj()
    database = Database(settings.database.url.get_secret_value(), pool_size=1)
    try:
        yield database
    finally:
        database.close()
