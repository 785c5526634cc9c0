"""What alembic runs: the migrations on the connection it was given (see ``storage.migrate``)."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage import models  # noqa: F401  (registers the tables)


def render_item(kind: str, item: Any, _autogen: AutogenContext) -> str | Literal[False]:
    """Write our types as what they are in the database: a migration must outlive them."""
    if kind != "type":
        return False
    if isinstance(item, sa.JSON):
        return "JSON"
    if type(item) is UTCDateTime:
        return "sa.DateTime(timezone=True)"
    if type(item) is AutoString:
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    """Run them in the transaction the caller has begun."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=SQLModel.metadata,
        render_as_batch=True,  # SQLite cannot alter a table in place
        render_item=render_item,
    )
    context.run_migrations()


run()
