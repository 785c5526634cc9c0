"""``udajang answers …``: the city's answers in and out as files, listed, and held to questions."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import json
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlmodel import Session, select

from bot import app, clock, first_start, logs
from bot.config import Settings
from bot.export_files import Workbook
from bot.printing import FaultError, complain, listing, say
from bot.staffing import Json
from handlers.city import load_city
from handlers.info import evaluation, intent, knowledge
from handlers.info.engine import Engine
from handlers.info.evaluation import BadFile, Outcome
from handlers.menu import TABLE
from storage import answer_files, answer_folders
from storage import answers as rows
from storage.answer_books import AnswerBook
from storage.answer_files import AnswerFile
from storage.answer_folders import AnswerFolder
from storage.answer_rows import ACTION, COLUMNS, Knowledge, Rows
from storage.answers import Changes
from storage.database import Database
from storage.models import Agency, Answer, Service

LISTED = ("key", "language", "title", "agency", "state", "checked", "valid_until", "version", "phrasings")

answers = typer.Typer(no_args_is_help=True, help="What the city answers to questions.")


class Format(StrEnum):
    """What the file is."""

    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"


BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
COLUMNS_SAID = f"{','.join(COLUMNS)}[,{ACTION}]"
SourceOf = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", exists=True, help=f"CSV or a workbook with {COLUMNS_SAID}; or a folder of Markdown files."
    ),
]
Tsv = Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="question TAB expected.")]
Replace = Annotated[bool, typer.Option("--replace", help="Take every answer that is not in the file out of use.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")]
FormatOf = Annotated[Format, typer.Option("--format", help="What the file is.")]
OutTo = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="File, or folder. Default: standard output.")]
ShowMisses = Annotated[bool, typer.Option("--show-misses", help="With every miss and what was found instead.")]


@contextlib.contextmanager
def _opened(context: typer.Context) -> Iterator[tuple[Database, Settings]]:
    """The city's database, made ready as by ``udajang run``, so that answers can be tried before anything is set up."""
    settings: Settings = context.obj()
    logs.configure(settings, level="error")
    first_start.prepare(settings)
    with first_start.opened(settings) as database:
        yield database, settings


def _codes(session: Session) -> dict[int, str]:
    return {agency.id or 0: agency.code for agency in session.exec(select(Agency))}


def _called(session: Session) -> dict[str, str]:
    """The codes of agencies by code and by name, in small letters."""
    agencies = session.exec(select(Agency)).all()
    names = {name.casefold(): agency.code for agency in agencies for name in agency.names.values()}
    return names | {agency.code.casefold(): agency.code for agency in agencies}


def _known(session: Session) -> Knowledge:
    """What a file may name."""
    words = frozenset(word for command in TABLE.commands for word in command.words)
    return Knowledge(_called(session), frozenset(session.exec(select(Service.code))), words)


def _read(file: Path, language: str, known: Knowledge) -> Rows:
    if file.is_dir():
        return AnswerFolder(file, language=language, known=known)
    book = file.suffix.lower() in BOOKS
    return (AnswerBook if book else AnswerFile)(file.read_bytes(), language=language, known=known)


@answers.command("import")
def import_(
    context: typer.Context, file: SourceOf, replace: Replace = False, dry_run: DryRun = False, as_json: Json = False
) -> None:
    """Add the answers of a file or folder, or change those of the same key and language; with a mistake, none."""
    with _opened(context) as (database, settings), _undone(database, dry_run) as session:
        given = _read(file, settings.city.languages[0], _known(session))
        if given.mistakes:
            for mistake in given.mistakes:
                complain(f"{file.name}: {mistake}")
            raise FaultError(f"{file.name}: {len(given.mistakes)} mistakes, nothing imported")
        for remark in given.remarks:
            complain(f"{file.name}: {remark}")
        agencies = {code: number for number, code in _codes(session).items()}
        changes = _put(session, [row.content(agencies) for row in given.rows], replace=replace)
    if as_json:
        json.dump(dataclasses.asdict(changes) | {"dry_run": dry_run}, sys.stdout)
        sys.stdout.write("\n")
        return
    said = ", ".join(f"{name} {count}" for name, count in dataclasses.asdict(changes).items())
    say(f"{said}; only tried, nothing imported" if dry_run else said)


@contextlib.contextmanager
def _undone(database: Database, dry_run: bool) -> Iterator[Session]:
    """A transaction that is taken back at its end if it is only a try."""
    with database.write() as session, session.begin_nested() as trial:
        yield session
        if dry_run:
            trial.rollback()


def _put(session: Session, contents: Sequence[rows.Content], *, replace: bool) -> Changes:
    changes = rows.put(session, contents, now=clock.now())
    if replace:
        kept = {(content.key, content.language) for content in contents}
        gone = [row for row in rows.every(session) if (row.key, row.language) not in kept]
        changes.removed = rows.remove(session, gone, now=clock.now())
    return changes


@answers.command("export")
def export_(context: typer.Context, kind: FormatOf = Format.CSV, out: OutTo = None) -> None:
    """Write all answers, drafts too, as a file or folder that `import` takes for exactly the same."""
    if kind is not Format.CSV and out is None:
        raise typer.BadParameter("needs a place: --out FILE, or with md a folder", param_hint="--format")
    with _opened(context) as (database, _), database.read() as session:
        codes = _codes(session)
        table = [answer_files.cells(row, codes) for row in rows.every(session)]
    if out is None:
        sys.stdout.write(answer_files.write(table))
        return
    try:
        _WRITERS[kind](out, table)
    except OSError as error:
        raise FaultError(f"{out}: {error.strerror or error}") from None
    say(f"{len(table)} answers written to {out}")


def _csv(out: Path, table: Sequence[Mapping[str, str]]) -> None:
    out.write_bytes(answer_files.write(table).encode())


def _workbook(out: Path, table: Sequence[Mapping[str, str]]) -> None:
    names = answer_files.columns(table)
    with out.open("wb") as target:
        book = Workbook(target)
        sheet = book.sheet("answers", names)
        for row in table:
            sheet.row([row[name] for name in names])
        book.close()


def _folder(out: Path, table: Sequence[Mapping[str, str]]) -> None:
    """Write into a folder; refused if it holds files of answers that are no more, since importing brings them back."""
    files = answer_folders.files(table)
    out.mkdir(parents=True, exist_ok=True)
    strange = [path for path in answer_folders.markdown(out) if path.relative_to(out).as_posix() not in files]
    if strange:
        raise FaultError(f"{strange[0]} is not among the answers: remove it, or name another folder")
    for name, text in files.items():
        (out / name).write_bytes(text.encode())


_WRITERS: Mapping[Format, Callable[[Path, Sequence[Mapping[str, str]]], None]] = {
    Format.CSV: _csv,
    Format.XLSX: _workbook,
    Format.MD: _folder,
}


@answers.command("list")
def list_(context: typer.Context, as_json: Json = False) -> None:
    """Show all answers: draft, published or expired."""
    with _opened(context) as (database, settings), database.read() as session:
        codes, today = _codes(session), clock.now().astimezone(settings.city.zone).date()
        shown = [_shown(row, codes, today) for row in rows.every(session)]
    listing(shown, LISTED, as_json=as_json, empty="None yet. To add some: udajang answers import FILE.csv")


def _shown(row: Answer, codes: dict[int, str], today: dt.date) -> dict[str, Any]:
    return {
        "key": row.key,
        "language": row.language,
        "title": row.title,
        "agency": codes[row.agency_id] if row.agency_id else None,
        "state": str(rows.state(row, today)),
        "checked": row.checked,
        "valid_until": row.valid_until,
        "version": row.version,
        "phrasings": len(row.phrasings),
    }


@answers.command("test")
def try_(context: typer.Context, file: Tsv, as_json: Json = False, show_misses: ShowMisses = False) -> None:
    """Ask the published answers the questions of a file, and say how well they are found."""
    try:
        cases = evaluation.read_cases(file)
    except BadFile as error:
        raise FaultError(str(error)) from None
    except UnicodeDecodeError:
        raise FaultError(f"{file.name}: is not UTF-8: save it as such") from None
    with _opened(context) as (database, settings), database.read() as session:
        written = knowledge.gather(rows.published(session), settings.city.languages)
        city = load_city(session, app.rules_of(settings))
    if not written:
        raise FaultError("no answer is published; see: udajang answers import")

    def heard_first(question: str) -> bool:
        return bool(city.emergencies(question)) or intent.plainly_complaint(city, question)

    engine = Engine(knowledge.entries(written))
    outcomes = evaluation.run(engine, cases, knowledge.texts(written), lambda: time.perf_counter() * 1000, heard_first)
    figures = evaluation.measure(outcomes)
    missed = [_miss(outcome) for outcome in evaluation.misses(outcomes)] if show_misses else []
    if as_json:
        told: dict[str, Any] = {name: None if math.isnan(each) else each for name, each in figures.items()}
        json.dump(told | ({"misses": missed} if show_misses else {}), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return
    for name, figure in figures.items():
        say(f"{name} {figure:.3f}")
    for miss in missed:
        found = " ".join(f"{hit['key']} {hit['confidence']:.2f} ({hit['score']:.2f})" for hit in miss["found"])
        cells = ("miss", miss["question"], f"expected {miss['expected']}", miss["decision"], found or "nothing found")
        sys.stdout.write("\t".join(cells) + "\n")  # as it is: say() makes blanks of tabs


def _miss(outcome: Outcome) -> dict[str, Any]:
    found = [{"key": hit.key, "confidence": hit.confidence, "score": hit.score} for hit in outcome.found.hits]
    case = outcome.case
    return {
        "question": case.question,
        "expected": case.expected,
        "decision": str(outcome.found.decision),
        "found": found,
    }
