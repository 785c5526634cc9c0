"""``python -m benchmarks``: measure everything, or one part of it, and say what was aimed at and reached."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks import alike, answers, inbound, latency, lists, outbound, overdue
from benchmarks.measuring import Neighbours
from benchmarks.report import Part

# How often each part is measured; quick is for trying it out.
PARTS: dict[str, tuple[Callable[[Path, int], Part], int, int]] = {
    "a": (inbound.on_sqlite, 5, 2),
    "b": (inbound.on_postgres, 3, 1),
    "c": (latency.webhook_to_send, 3, 1),
    "d": (inbound.when_full, 7, 2),
    "e": (outbound.beside_others, 3, 1),
    "f": (lists.with_every_filter, 3, 1),
    "g": (alike.when_filing, 3, 1),
    "h": (overdue.sweep, 5, 2),
    "i": (answers.found, 1, 1),
}


def main() -> int:
    """Exit code 0: measured, whatever came out; 1: a target was missed and --strict given."""
    asked = _arguments()
    parts: list[Part] = []
    machine, begun = _machine(), time.monotonic()
    if not asked.json:
        print(machine, flush=True)
    with tempfile.TemporaryDirectory(prefix="udajang-bench-") as folder:
        for letter in PARTS if "all" in asked.part else asked.part:
            measure, rounds, quick = PARTS[letter]
            neighbours = Neighbours()
            part = measure(Path(folder), quick if asked.quick else rounds)
            note = f"other programs used {100 * neighbours.share():.0f} % of the processors meanwhile"
            parts.append(replace(part, notes=[*part.notes, note]))
            if not asked.json:
                print(f"\n{parts[-1].text()}", flush=True)
    if asked.json:
        print(json.dumps({"machine": machine, "parts": [part.json() for part in parts]}, indent=2))
    else:
        print(f"\nmeasured in {time.monotonic() - begun:.0f} s")
    missed = [target for part in parts for target in part.targets if not (target.passed or target.wish)]
    return int(bool(missed) and asked.strict)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, "all"], default="all", help="only these parts")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: for trying it out, not for figures")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--strict", action="store_true", help="exit code 1 when a target is missed")
    return parser.parse_args()


def _machine() -> str:
    load = "/".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load} before we began.\n"
        "Figures are medians of several rounds, ratios medians of the rounds' ratios."
    )


if __name__ == "__main__":
    sys.exit(main())
