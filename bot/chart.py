"""Draws a report's chart: a description as JSON on standard input, a PNG on standard output.

A program of its own, ``python -m bot.chart``: matplotlib takes a second and 100 MB to load, which must not stop the
process that answers people, and where it is not installed only this program fails.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

SIZE, DPI = (5.4, 6.75), 200  # inches: 1080 by 1350 pixels, what a phone shows upright
INK, FAINT, PAPER, GRID = "#1b1f24", "#5b646e", "#ffffff", "#eceff2"
# Okabe and Ito's colours, told apart by colour-blind people, darkest first so that grey paper tells them apart too.
BLUE, ORANGE, SKY, GREY = "#0072b2", "#d55e00", "#56b4e9", "#c4c9cf"
LINES = ((BLUE, "o", "-"), (ORANGE, "s", "--"))
SHARES = ((BLUE, "white"), (GREY, INK), (ORANGE, "white"))
AGES = (SKY, SKY, BLUE, ORANGE)
NARROWEST = 0.08  # of a bar that still has room for its figure

# Shares of the whole picture.
LEFT = 0.055
ROOM: dict[str, float] = {"top": 0.805, "bottom": 0.075, "hspace": 0.8}
LEGEND: dict[str, Any] = {"frameon": False, "fontsize": 8.5, "borderaxespad": 0.3}

Json = dict[str, Any]


def draw(described: Json) -> Figure:
    """The chart: a trend of medians, what is open by age, what citizens said. Each part is left out if it is empty."""
    matplotlib.use("Agg")
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "text.color": INK, "axes.edgecolor": GREY})
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor=PAPER)
    figure.text(LEFT, 0.967, described["title"], fontsize=13, fontweight="bold", va="top")
    figure.text(LEFT, 0.925, described["subtitle"], fontsize=9.5, color=FAINT, va="top")
    parts = [(described[name], paint, height) for name, paint, height in _PARTS if described.get(name)]
    heights = [height for _, _, height in parts]
    grid = figure.add_gridspec(len(parts), 1, height_ratios=heights, left=0.1, right=0.945, **ROOM)
    for place, (part, paint, _) in enumerate(parts):
        axes = figure.add_subplot(grid[place])
        axes.set_title(part["title"], loc="left", fontsize=10, fontweight="bold", pad=26, x=-0.053)
        axes.tick_params(length=0, colors=FAINT, labelsize=8.5)
        axes.spines[["top", "right", "left"]].set_visible(False)
        paint(axes, part)
    figure.text(LEFT, 0.022, described["note"], fontsize=7.5, color=FAINT)
    return figure


def _trend(axes: Axes, part: Json) -> None:
    """Lines that break where there was nothing to measure, with the newest figure at their end."""
    labels: Sequence[str] = part["labels"]
    for series, (colour, marker, style) in zip(part["series"], LINES, strict=True):
        values = [math.nan if value is None else value for value in series["values"]]
        look: Json = {"color": colour, "marker": marker, "linestyle": style, "linewidth": 2, "markersize": 4.5}
        axes.plot(range(len(values)), values, label=series["name"], **look)
        if series["last"]:
            end = (len(values) - 1, values[-1])
            more: Json = {"xytext": (0, 6), "textcoords": "offset points", "ha": "center"}
            axes.annotate(series["last"], end, color=colour, fontsize=9.5, fontweight="bold", **more)
    axes.set_xticks(range(len(labels)), labels)
    axes.set_xlim(-0.4, len(labels) - 0.6)
    axes.margins(y=0.2)
    axes.set_ylim(bottom=0)
    axes.yaxis.grid(visible=True, color=GRID)
    axes.set_axisbelow(True)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.075, 0.97), ncols=2, handlelength=2.8, **LEGEND)


def _ages(axes: Axes, part: Json) -> None:
    """A bar for each age, darker and then in another colour as they grow older."""
    shares: Sequence[float] = part["shares"]
    bars = axes.bar(range(len(shares)), shares, color=AGES, width=0.62)
    axes.bar_label(bars, labels=part["figures"], padding=2, fontsize=9.5, color=INK, fontweight="bold")
    axes.set_xticks(range(len(shares)), part["labels"])
    axes.set_yticks([])
    axes.set_ylim(0, max(shares))


def _verdicts(axes: Axes, part: Json) -> None:
    """A bar of three parts for the period and one for the period before."""
    for place, row in enumerate(part["rows"]):
        axes.text(0, place - 0.34, row["label"], va="bottom", fontsize=8.5, color=FAINT)
        left = 0.0
        for share, figure, (colour, ink) in zip(row["shares"], row["figures"], SHARES, strict=True):
            axes.barh(place, share, left=left, color=colour, height=0.6, edgecolor=PAPER)
            if share >= NARROWEST:
                middle = (left + share / 2, place)
                axes.text(*middle, figure, ha="center", va="center", color=ink, fontsize=9, fontweight="bold")
            left += share
    axes.set_ylim(len(part["rows"]) - 0.6, -0.75)
    axes.set_yticks([])
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    handles = [Patch(color=colour) for colour, _ in SHARES]
    axes.legend(handles, part["names"], loc="lower left", bbox_to_anchor=(-0.075, 0.97), ncols=3, **LEGEND)


_PARTS = (("trend", _trend, 4), ("ages", _ages, 3), ("verdicts", _verdicts, 3))


def main() -> None:
    """Read, draw, write."""
    draw(json.load(sys.stdin)).savefig(sys.stdout.buffer, format="png")


if __name__ == "__main__":
    main()
