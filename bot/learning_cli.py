"""``udajang routing evaluate|train|models``: the classifier that learns where complaints go."""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import app, clock
from bot.config import Settings
from bot.printing import FaultError, complain, listing, out, say
from bot.routing_cli import opened
from bot.staffing import Json
from handlers.city import load_city
from handlers.guessing import CategoryInfo, Guesser
from handlers.routing import evaluation, labelled, nightly
from handlers.routing.evaluation import Train
from handlers.routing.labelled import Labelled, UnreadableError
from handlers.routing.scores import Scores
from storage import routing_models
from storage.database import Database
from storage.seed_files import Reader

FIGURES = ("accuracy", "macro_f1", "top3", "ms_per_text")
TOLD = 20  # rows that could not be used, each in a line; more are only counted

File = Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="CSV: text, agency, date.")]
Now = Annotated[bool, typer.Option("--now", help="At once, not at night.")]


def add_to(group: typer.Typer) -> None:
    """Give the group its commands."""
    for command in (evaluate, train, models):
        group.command()(command)


def evaluate(context: typer.Context, file: File, as_json: Json = False) -> None:
    """Train on the older 80 % of labelled texts and measure on the newer 20 %, beside keywords and majority."""
    settings: Settings = context.obj()
    try:
        reading = labelled.read(file.read_bytes())
    except UnreadableError as error:
        raise FaultError(f"{file}: {error}") from None
    _complain_of(file, reading.bad)
    if len(reading.texts) < evaluation.FEWEST:
        raise FaultError(f"{file}: {len(reading.texts)} usable rows, at least {evaluation.FEWEST} are needed")
    scores = evaluation.evaluate(reading.texts, _trainer(), _guesser(settings.city.seed).guess)
    older, newest = evaluation.split(reading.texts)
    counts = {"train": len(older), "test": len(newest), "bad_rows": len(reading.bad)}
    _tell({**counts, "agencies": len({each.agency for each in reading.texts})}, scores, as_json=as_json)


def _complain_of(file: Path, bad: Sequence[str]) -> None:
    for line in bad[:TOLD]:
        complain(f"{file}: {line}; left out")
    if len(bad) > TOLD:
        complain(f"{file}: and {len(bad) - TOLD} more rows; left out")


def _trainer() -> Train:
    """What trains. Loaded by name: scikit-learn is optional, and loading it takes every other command a second."""
    try:
        train: Train = importlib.import_module("handlers.routing.training").train
    except ModuleNotFoundError as error:
        raise FaultError(f"{error.name} is not installed; training needs: pip install 'udajang[worker]'") from None
    return train


def _guesser(seed: Path) -> Guesser:
    """What finds the categories of the city's seed in a text; nothing where there is no seed to read."""
    reader = Reader(seed)
    found = reader.read().categories
    if reader.mistakes:
        complain(f"{seed} cannot be read, so there are no keywords; see: udajang seed {seed}")
    categories = [
        CategoryInfo(
            id=place,
            code=code,
            names=entry.names,
            keywords=tuple(entry.keywords),
            agency_id=0,
            visibility=entry.visibility,
            hints=tuple(entry.hints),
        )
        for place, (code, entry) in enumerate(found.items(), 1)
    ]
    return Guesser(categories)


def _tell(counts: Mapping[str, int], scores: Mapping[str, Scores], *, as_json: bool) -> None:
    told: dict[str, dict[str, float]] = {name: dataclasses.asdict(each) for name, each in scores.items()}
    if as_json:
        json.dump({**counts, **told}, sys.stdout, indent=2)
        sys.stdout.write("\n")
    elif out().is_terminal:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("router", *FIGURES):
            table.add_column(column, justify="left" if column == "router" else "right")
        for name, figures in told.items():
            table.add_row(name, *(f"{figures[figure]:.4f}" for figure in FIGURES))
        out().print(table)
        say(", ".join(f"{name} {count}" for name, count in counts.items()))
    else:
        _tell_plainly(counts, told)


def _tell_plainly(counts: Mapping[str, int], told: Mapping[str, Mapping[str, float]]) -> None:
    for name, figures in told.items():
        say(name)
        for figure in FIGURES:
            say(f"{figure} {figures[figure]:.4f}")
        say("")
    for name, count in counts.items():
        say(f"{name} {count}")


def train(context: typer.Context, now: Now = False) -> None:
    """Train the classifier on the city's verified complaints; it is used if it beats the one in use and keywords."""
    settings: Settings = context.obj()
    with opened(context) as database:
        if now:
            _train(database, settings)
            return
        zone = settings.city.zone
        with database.write() as session:
            nightly.arm(session, clock.now(), zone)
    coming = nightly.next_night(clock.now(), zone).astimezone(zone)
    say(f"To be trained at {coming:%Y-%m-%d %H:%M}, by udajang run or udajang worker.")


def _train(database: Database, settings: Settings) -> None:
    with database.read() as session:
        examples = routing_models.examples(session)
        guess = load_city(session, app.rules_of(settings)).guess_categories
        rival = routing_models.rival(session)
    if len(examples) < settings.routing.min_examples:
        say(f"{len(examples)} verified complaints; training begins with {settings.routing.min_examples}.")
        return
    texts = [Labelled(each.text, each.agency, each.at, str(each.citizen_id)) for each in examples]
    made = evaluation.retrain(texts, _trainer(), guess, rival=rival)
    with database.write() as session:
        if made.better:
            number = routing_models.put_in_use(
                session,
                trained_at=clock.now(),
                examples=made.examples,
                scores=made.scores,
                body=made.body,
                rival=made.rival,
            )
        else:
            number = routing_models.add(session, trained_at=clock.now(), examples=made.examples, scores=made.scores)
    figures = made.scores[evaluation.LEARNED]
    outcome = "in use" if made.better else "not in use: no better than what is"
    said = f"accuracy {figures['accuracy']:.4f}, macro_f1 {figures['macro_f1']:.4f}"
    say(f"Model {number} of {made.examples} complaints, {said}: {outcome}.")


def models(context: typer.Context, as_json: Json = False) -> None:
    """Show the classifiers trained so far, their scores and which is in use."""
    with opened(context) as database, database.read() as session:
        found = routing_models.listing(session)
    rows = [
        {
            "id": model.id,
            "trained": model.trained_at.isoformat(timespec="minutes"),
            "examples": model.examples,
            "in_use": model.in_use,
            "scores": model.scores if as_json else _briefly(model.scores),
        }
        for model in found
    ]
    columns = ("id", "trained", "examples", "in_use", "scores")
    listing(rows, columns, as_json=as_json, empty="None yet: udajang routing train --now")


def _briefly(scores: Mapping[str, Mapping[str, float]]) -> str:
    return "; ".join(f"{name} {each['accuracy']:.3f}/{each['macro_f1']:.3f}" for name, each in scores.items())
