"""New rows as plain as they can be, for the path on which people wait: the object mapper's way of making one costs more
than writing it down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from sqlalchemy.orm.instrumentation import manager_of_class

from storage.models import Row

AnyRow = TypeVar("AnyRow", bound=Row)


def made(table: type[AnyRow], /, **values: Any) -> AnyRow:
    """The row that ``table(**values)`` would be, but for its checks. It is not to be given to a session."""
    row: AnyRow = manager_of_class(table).new_instance()
    fixed, factories = _defaults(table)
    vars(row).update(fixed)
    vars(row).update({name: factory() for name, factory in factories.items() if name not in values})
    vars(row).update(values)
    return row


@cache
def _defaults(table: type[Row]) -> tuple[Mapping[str, Any], Mapping[str, Callable[[], Any]]]:
    fixed: dict[str, Any] = {}
    factories: dict[str, Any] = {}
    for name, field in table.model_fields.items():
        if field.default_factory is not None:
            factories[name] = field.default_factory
        elif not field.is_required():
            fixed[name] = field.default
    return fixed, factories
