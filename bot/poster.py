"""Draws a poster of A5 with a code to scan: a description as JSON on standard input, a picture on standard output.

A program of its own, ``python -m bot.poster``, as the chart is: matplotlib takes a second to load, and where it is not
installed only this program fails.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

import matplotlib
import segno
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

A5 = (148.0, 210.0)  # mm
INCH = 25.4  # mm
DPI = 300
INK, FAINT, PAPER, BLUE = "#1b1f24", "#5b646e", "#ffffff", "#004b87"
BAND = 27.0  # mm, with the name of the city
CODE = 86.0  # mm, read from two metres away
QUIET = 4  # modules of white around a code, by ISO/IEC 18004
# A quarter of the code may be torn off or covered by dirt, and it is read all the same.
CORRECTION = "q"
WIDEST = {20: 28, 17: 33, 14: 40, 12: 48}  # characters of a line in that size (points) between the margins

Json = dict[str, Any]


def draw(described: Json) -> Figure:
    """The poster: whose service it is, what the code opens, the code, and what to do, in each language."""
    matplotlib.use("Agg")
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "text.color": INK, "svg.hashsalt": "poster"})
    figure = Figure(figsize=(A5[0] / INCH, A5[1] / INCH), dpi=DPI, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, A5[0]), ylim=(0, A5[1]))
    axes.set_axis_off()
    axes.add_patch(Rectangle((0, A5[1] - BAND), A5[0], BAND, color=BLUE, linewidth=0))
    middle: Json = {"ha": "center", "va": "center"}
    axes.text(A5[0] / 2, A5[1] - 10.5, described["city"], fontsize=17, fontweight="bold", color=PAPER, **middle)
    axes.text(A5[0] / 2, A5[1] - 19.5, described["what"], fontsize=9.5, color=PAPER, **middle)
    size, lines = _fitted(described["name"])
    axes.text(A5[0] / 2, A5[1] - 40, "\n".join(lines), fontsize=size, fontweight="bold", linespacing=1.15, **middle)
    left, bottom = A5[0] / 2 - CODE / 2, 68.0
    _frame(axes, left, bottom)
    _code(axes, described["link"], left, bottom)
    for place, (language, text) in enumerate(described["lines"]):
        _line(axes, 54 - place * 14, language, text)
    axes.text(A5[0] / 2, 8.5, described["shown"], fontsize=8.5, color=FAINT, **middle)
    return figure


def _fitted(name: str) -> tuple[int, Sequence[str]]:
    """The largest size in which the name fits on two lines, and those lines; the smallest may take three."""
    for size, widest in WIDEST.items():
        lines = textwrap.wrap(name, widest)
        if len(lines) <= 2:
            return size, lines
    return size, textwrap.wrap(name, widest, max_lines=3, placeholder="…")


def _frame(axes: Any, left: float, bottom: float) -> None:
    around: Json = {"boxstyle": "round,pad=1.5,rounding_size=4", "linewidth": 2.2}
    axes.add_patch(FancyBboxPatch((left, bottom), CODE, CODE, edgecolor=BLUE, facecolor=PAPER, **around))


def _code(axes: Any, link: str, left: float, bottom: float) -> None:
    """The code with its quiet zone, filling CODE by CODE. A row of dark modules is one rectangle, without seams."""
    rows = [bytes(row) for row in segno.make_qr(link, error=CORRECTION).matrix_iter(border=QUIET)]
    module = CODE / len(rows)
    for down, row in enumerate(rows):
        start = row.find(1)
        while start >= 0:
            end = row.find(0, start)
            corner = (left + start * module, bottom + CODE - (down + 1) * module)
            axes.add_patch(Rectangle(corner, (end - start) * module, module * 1.01, color="black", linewidth=0))
            start = row.find(1, end)


def _line(axes: Any, height: float, language: str, text: str) -> None:
    """One language's instruction, marked with its name."""
    axes.text(13, height, language, fontsize=8.5, fontweight="bold", color=BLUE, va="center")
    axes.text(34, height, textwrap.fill(text, 62), fontsize=9, linespacing=1.25, va="center")


def main() -> None:
    """Read the description, write the picture in the format it names: png, svg or pdf."""
    described = json.load(sys.stdin)
    # Without a date, the same poster is the same file.
    dateless: Json = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}}
    kind = described["format"]
    draw(described).savefig(sys.stdout.buffer, format=kind, metadata=dateless[kind])


if __name__ == "__main__":
    main()
