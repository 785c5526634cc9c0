"""``udajang routing …``: where complaints go, and the classifier that learns it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.config import Settings
from bot.printing import listing
from bot.staffing import Json
from storage import routing_models
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


@routing.command()
def models(context: typer.Context, as_json: Json = False) -> None:
    """Show the classifiers trained so far, their scores and which is in use."""
    with opened(context) as database, database.read() as session:
        found = routing_models.listing(session)
    rows = [
        {
            "id": model.id,
            "trained": model.trained_at.isoformat(timespec="minutes"),
            "examples": model.examples,
            "in use": "yes" if model.in_use else "no",
            "scores": model.scores,
        }
        for model in found
    ]
    columns = ("id", "trained", "examples", "in use", "scores")
    listing(rows, columns, as_json=as_json, empty="None yet: udajang routing train --now")
