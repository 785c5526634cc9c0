"""What a part of the benchmark found: a table, what was aimed at, and whether it was reached."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Cell = str | float | int | None


@dataclass(frozen=True)
class Target:
    """Something aimed at. ``figure`` is what was measured, ``limit`` the least it should be (``most``: at most)."""

    what: str
    figure: float
    limit: float
    unit: str = ""
    most: bool = False
    wish: bool = False  # to be reached if it can be

    @property
    def passed(self) -> bool:
        """Whether it was reached."""
        return self.figure <= self.limit if self.most else self.figure >= self.limit

    def line(self) -> str:
        """``PASS  messages/s: 2,134 (at least 2,000)``."""
        verdict = "PASS" if self.passed else "MISS"
        bound = "at most" if self.most else "at least"
        wish = ", if it can be reached" if self.wish else ""
        return f"{verdict}  {self.what}: {shown(self.figure)}{self.unit} ({bound} {shown(self.limit)}{self.unit}{wish})"


@dataclass(frozen=True)
class Part:
    """One table with its title, what it means and its targets."""

    letter: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    notes: Sequence[str] = ()
    targets: Sequence[Target] = field(default_factory=list)

    def text(self) -> str:
        """The part as plain text."""
        cells = [self.columns, *(tuple(shown(cell) for cell in row) for row in self.rows)]
        widths = [max(len(row[place]) for row in cells) for place in range(len(self.columns))]
        lines = [f"({self.letter}) {self.title}", ""]
        lines += ["  " + _row(row, widths) for row in cells]
        lines.insert(3, "  " + "  ".join("-" * width for width in widths))
        lines += ["", *(f"  {note}" for note in self.notes)]
        lines += [f"  {target.line()}" for target in self.targets]
        return "\n".join(lines)

    def json(self) -> dict[str, Any]:
        """The part for programs."""
        return {
            "part": self.letter,
            "title": self.title,
            "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
            "notes": list(self.notes),
            "targets": [{**dataclasses.asdict(target), "passed": target.passed} for target in self.targets],
        }


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip()


def shown(cell: Cell) -> str:
    """A number with as many digits as mean something."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.1f}" if abs(cell) >= 10 else f"{cell:.2f}"


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios round by round: what disturbed a round disturbed both."""
    return median([one / other for one, other in zip(ours, theirs, strict=True)])
