"""A row made plainly is what the object mapper would have made."""

from __future__ import annotations

import datetime as dt
from typing import Any

from storage.making import made
from storage.models import Complaint, ComplaintEvent

NOW = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)


def test_a_row_made_plainly_has_the_same_columns() -> None:
    values: dict[str, Any] = {
        "visibility": "public",
        "citizen_id": 1,
        "category_id": 2,
        "agency_id": 3,
        "text": "Lampu mati",
        "channel": "telegram",
        "due_on": NOW.date(),
        "created_at": NOW,
        "updated_at": NOW,
    }

    assert made(Complaint, **values).model_dump() == Complaint(**values).model_dump()


def test_what_can_be_changed_is_not_shared() -> None:
    first, second = (made(ComplaintEvent, complaint_id=1, at=NOW, kind="filed", actor="citizen") for _ in range(2))
    first.data["sure"] = False

    assert second.data == {}


def test_its_attributes_can_be_set() -> None:
    event = made(ComplaintEvent, complaint_id=1, at=NOW, kind="filed", actor="citizen")
    event.id = 7

    assert event.id == 7
