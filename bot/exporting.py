"""``udajang export …``: complaints taken out of the system, for statistics and other systems."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress
from sqlmodel import Session

from bot import app, clock, first_start
from bot.config import Settings
from bot.export_files import MOST_ROWS, Csv, JsonLines, Sheet, Workbook
from bot.printing import FaultError
from handlers.city import City, load_city
from handlers.staff import export as exports
from handlers.staff import export_sp4n, rights
from handlers.staff.export import DICTIONARY, Column, Export
from handlers.staff.rights import Right
from handlers.texts import Texts
from handlers.turn import StaffMember
from storage import audit, exporting
from storage.database import Database
from storage.exporting import Wanted
from storage.models import Staff

export = typer.Typer(no_args_is_help=True, help="Take data out, for statistics and other systems.")
Table = Callable[[str, Sequence[str]], Sheet]
STEP = 10_000  # complaints between two lines where there is no terminal


class Format(StrEnum):
    """What the file is."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


@export.callback()
def _group() -> None:
    """Keep ``complaints`` a command of its own name, though it is the only one."""


Day = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]
AgencyOf = Annotated[str, typer.Option("--agency", help="Only those of this agency (code).")]
FormatOf = Annotated[Format, typer.Option("--format", help="What the file is.")]
OutTo = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Default: standard output.", dir_okay=False)]
Identities = Annotated[bool, typer.Option("--identities", help="With names and addresses of citizens who are public.")]
Secret = Annotated[bool, typer.Option("--secret", help="With secret complaints.")]
As = Annotated[int, typer.Option("--as", metavar="STAFF_ID", help="Who takes it out; see: udajang staff list.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is written down.")]
Sp4n = Annotated[bool, typer.Option("--sp4n", help="In the fields of SP4N-LAPOR!'s form.")]
OnlyDictionary = Annotated[bool, typer.Option("--dictionary", help="Only the data dictionary: what each column means.")]


@export.command()
def complaints(
    context: typer.Context,
    since: Day = None,
    until: Day = None,
    agency: AgencyOf = "",
    kind: FormatOf = Format.CSV,
    out: OutTo = None,
    identities: Identities = False,
    secret: Secret = False,
    staff: As = 0,
    reason: Reason = "",
    sp4n: Sp4n = False,
    dictionary: OnlyDictionary = False,
) -> None:
    """Write complaints, without anything that leads to a person unless it is asked for by one who may."""
    if kind == Format.XLSX and out is None:
        raise typer.BadParameter("a workbook needs a file: --out FILE", param_hint="--format")
    if (identities or secret) and not (staff and reason.strip()):
        raise typer.BadParameter("this needs --as STAFF_ID and --reason TEXT", param_hint="--identities, --secret")
    shape = export_sp4n.COLUMNS if sp4n else exports.columns(identities=identities)
    if dictionary:
        _write_dictionary(out, kind, shape)
        return
    asked = {"since": _day(since), "until": _day(until), "agency": agency, "identities": identities, "secret": secret}
    with _opened(context) as (database, city):
        agency_id = _agency_id(city, agency)
        if staff:
            agency_id = _permit(database, staff, agency_id, {**asked, "reason": reason.strip()})
        wanted = Wanted(_midnight(city, since), _midnight(city, until, days=1), agency_id, secret)
        with database.read() as session, _target(out, kind) as target:
            _write(session, Export(city, identities=identities), shape, wanted, target, kind)


@contextlib.contextmanager
def _opened(context: typer.Context) -> Iterator[tuple[Database, City]]:
    settings: Settings = context.obj()
    with first_start.opened(settings) as database:
        with database.read() as session:
            city = load_city(session, app.rules_of(settings))
        yield database, city


def _day(moment: dt.datetime | None) -> str | None:
    return moment.date().isoformat() if moment is not None else None


def _midnight(city: City, day: dt.datetime | None, *, days: int = 0) -> dt.datetime | None:
    """The beginning of that day, or of one some days later, where the city is."""
    if day is None:
        return None
    return (day + dt.timedelta(days=days)).replace(tzinfo=city.rules.timezone).astimezone(dt.UTC)


def _agency_id(city: City, code: str) -> int | None:
    try:
        return city.agency(code).id if code else None
    except KeyError:
        raise FaultError(f"there is no agency {code!r}") from None


def _permit(database: Database, staff_id: int, agency_id: int | None, asked: dict[str, Any]) -> int | None:
    """Refuse whoever may not; what is taken out, by whom and why is written down before the first row.

    Returns the agency whose complaints it may be: their own, unless they see all.
    """
    needed = Right.EXPORT_IDENTITIES if asked["identities"] or asked["secret"] else Right.EXPORT
    with database.write() as session:
        row = session.get(Staff, staff_id)
        member = None
        if row is not None and row.ended_at is None and row.citizen_id is not None:
            member = StaffMember(staff_id, row.name, row.role, row.agency_id)
        if member is None or not rights.may(member, needed):
            raise FaultError(f"number {staff_id} may not take this out: it needs the right {needed}")
        scope = rights.scope(member)
        if not scope.everywhere and agency_id not in (None, scope.agency_id):
            raise FaultError(f"number {staff_id} may take out the complaints of their own agency only")
        audit.record(session, staff_id=staff_id, action="export", thing="complaints", now=clock.now(), **asked)
    return agency_id if scope.everywhere else scope.agency_id


@contextlib.contextmanager
def _target(out: Path | None, kind: Format) -> Iterator[IO[Any]]:
    """The file, which appears under its name when it is complete and can be read by its owner only; or the output."""
    if out is None:
        yield sys.stdout
        return
    part = out.with_name(f"{out.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with (
            os.fdopen(handle, "wb") if kind == Format.XLSX else os.fdopen(handle, "w", encoding="utf-8", newline="")
        ) as file:
            yield file
        part.rename(out)
    except OSError as error:
        raise FaultError(f"{out}: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)


def _write(
    session: Session, export: Export, shape: Sequence[Column], wanted: Wanted, target: IO[Any], kind: Format
) -> None:
    total = exporting.count(session, wanted)
    if kind == Format.XLSX and total > MOST_ROWS:
        raise FaultError(f"{total:,} complaints are more than a sheet holds ({MOST_ROWS:,}): choose --since, or csv")
    with _tables(target, kind) as table:
        sheet = table("complaints", [column.name for column in shape])
        with _told(total) as advance:
            for found in exporting.every(session, wanted):
                sheet.row(export.values(found, shape))
                advance()
        if kind == Format.XLSX:
            _fill(table("dictionary", DICTIONARY), shape)


def _write_dictionary(out: Path | None, kind: Format, shape: Sequence[Column]) -> None:
    with _target(out, kind) as target, _tables(target, kind) as table:
        _fill(table("dictionary", DICTIONARY), shape)


def _fill(sheet: Sheet, shape: Sequence[Column]) -> None:
    for row in exports.dictionary(Texts(("id", "en")), shape):
        sheet.row(row)


@contextlib.contextmanager
def _tables(target: IO[Any], kind: Format) -> Iterator[Table]:
    """What begins a table with a name and a heading in the file."""
    if kind == Format.XLSX:
        book = Workbook(target)
        yield book.sheet
        book.close()
    else:
        made = Csv if kind == Format.CSV else JsonLines
        yield lambda _, names: made(target, names)


@contextlib.contextmanager
def _told(total: int) -> Iterator[Any]:
    """How far it has come: a bar on a terminal, else a line now and then, on standard error either way."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    if console.is_terminal:
        with Progress(console=console) as progress:
            task = progress.add_task("complaints", total=total)
            yield lambda: progress.advance(task)
        return
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if done % STEP == 0 and done < total:
            console.print(f"{done:,} of {total:,} complaints")

    yield advance
    console.print(f"{done:,} complaints written")
