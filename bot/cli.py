"""``udajang …``: every command. Exit code 0 done, 1 a fault said in one line, 2 wrong use."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from sqlalchemy.exc import OperationalError, ProgrammingError

from bot import (
    app,
    check,
    check_providers,
    clock,
    config,
    config_reading,
    first_start,
    learning_cli,
    logs,
    ruling_cli,
    seating,
    terminal,
)
from bot.answers_cli import answers
from bot.auditing import audit
from bot.check import Finding, Level
from bot.config import ConfigError, Settings
from bot.exporting import export
from bot.printing import FaultError, complain, listing, out, say
from bot.qr_cli import qr
from bot.redaction import Redactor
from bot.routing_cli import routing
from bot.staffing import Json, staff
from storage import migrate as migrations
from storage import seed as seeding
from storage.database import Database

WEB, WORKER = frozenset({"web"}), frozenset({"worker"})
MARKS = {Level.OK: "[green]ok     [/]", Level.OFF: "[dim]off    [/]", Level.WARNING: "[yellow]warning[/]"}
MARKS[Level.FAULT] = "[bold red]fault  [/]"

cli = typer.Typer(
    name="udajang",
    help="One conversational service between a city and its people.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
configuration = typer.Typer(no_args_is_help=True, help="The settings in force.")
cli.add_typer(staff, name="staff")
cli.add_typer(audit, name="audit")
cli.add_typer(routing, name="routing")
ruling_cli.add_to(routing)
learning_cli.add_to(routing)
cli.add_typer(export, name="export")
cli.add_typer(answers, name="answers")
cli.add_typer(qr, name="qr")
cli.add_typer(configuration, name="config")


@cli.callback()
def _common(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("--config", envvar=config_reading.CONFIG_VARIABLE, help="Settings; default config.toml here."),
    ] = None,
) -> None:
    context.meta["file"] = file
    context.obj = lambda: config.load(file)
    context.meta["given"] = lambda: config.read(file)


def _settings(context: typer.Context) -> Settings:
    settings: Settings = context.obj()
    return settings


def _serve(context: typer.Context, settings: Settings, roles: frozenset[str]) -> None:
    if file := context.meta["file"]:  # the programs that this one starts are to read the same settings
        os.environ[config_reading.CONFIG_VARIABLE] = str(file)
    logs.configure(settings)
    asyncio.run(app.build(settings, roles=roles).run())


@cli.command()
def run(context: typer.Context) -> None:
    """Serve everything in one process: web, sender and scheduler."""
    settings = _settings(context)
    logs.configure(settings)
    first_start.prepare(settings)
    _serve(context, settings, WEB | WORKER)


@cli.command()
def web(context: typer.Context) -> None:
    """Serve webhooks, web chat and pages only (several machines; needs PostgreSQL and `udajang migrate`)."""
    _serve(context, _settings(context), WEB)


@cli.command()
def worker(context: typer.Context) -> None:
    """Send messages and do what is due only (several machines; needs PostgreSQL and `udajang migrate`)."""
    _serve(context, _settings(context), WORKER)


@cli.command()
def chat(
    context: typer.Context,
    name: Annotated[str, typer.Option("--as", help="Speak as this member of staff.", metavar="NAME")] = "",
) -> None:
    """Talk to the bot here in the terminal; lines from a pipe are answered and the program ends."""
    settings = _settings(context)
    logs.configure(settings, level="error")
    first_start.prepare(settings)
    built = app.build(settings, roles=frozenset())
    seat = _seat(built.database, settings, name) if name else seating.citizen()
    try:
        asyncio.run(terminal.talk(terminal.Desk(built.receiver, built.database, clock.now, seat)))
    finally:
        with built.database.write() as session:
            seating.leave(session, seat, now=clock.now())
        built.database.close()


def _seat(database: Database, settings: Settings, name: str) -> seating.Seat:
    with database.write() as session:
        return seating.staff(session, name, training=not settings.production, now=clock.now())


@cli.command()
def migrate(context: typer.Context) -> None:
    """Bring the database's tables to what this version needs."""
    url = _settings(context).database.url.get_secret_value()
    before = migrations.current(url)
    migrations.upgrade(url)
    after = migrations.head()
    say(f"already at {after}" if before == after else f"{before or 'empty'} → {after}")


@cli.command()
def seed(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", exists=True, file_okay=False)],
    as_json: Json = False,
) -> None:
    """Load agencies, categories, areas and numbers from a folder; what is there already is brought up to date."""
    database = Database(_settings(context).database.url.get_secret_value(), pool_size=1)
    try:
        report = seeding.load(database, folder, now=clock.now())
    finally:
        database.close()
    rows = [{"table": name, **dataclasses.asdict(count)} for name, count in report.counts.items()]
    listing(rows, ("table", "added", "changed", "retired", "total"), as_json=as_json, empty="")
    if report.unverified and not as_json:
        say(f"Not yet confirmed by the city: {', '.join(report.unverified)}")


@cli.command("check")
def check_(context: typer.Context, as_json: Json = False) -> None:
    """Look at each part in a line: settings, database, folders, providers. Exit code 1 on a fault."""
    given = context.meta["given"]()
    settings = config.settle(given)
    findings = [*check.local(settings, given), *asyncio.run(check_providers.remote(settings))]
    redact = Redactor(settings.secrets())
    rows = [dataclasses.asdict(finding) for finding in findings]
    if as_json:
        listing([{key: redact(str(value)) for key, value in row.items()} for row in rows], (), as_json=True, empty="")
    else:
        for finding in findings:
            out().print(_line(finding, redact))
    if any(finding.level is Level.FAULT for finding in findings):
        raise typer.Exit(1)


def _line(finding: Finding, redact: Redactor) -> str:
    mend = f" [dim]→ {escape(redact(finding.mend))}[/]" if finding.mend else ""
    return f"{MARKS[finding.level]} {finding.part:<11} {escape(redact(finding.message))}{mend}"


@configuration.command()
def show(context: typer.Context, as_json: Json = False) -> None:
    """Show each setting and where it comes from; secrets are shown as set or not set."""
    given = context.meta["given"]()
    shown = config.settle(given).shown()
    rows = [{"key": key, "value": value, "from": given.where(key)} for key, value in shown.items()]
    listing(rows, ("key", "value", "from"), as_json=as_json, empty="")


@cli.command()
def version() -> None:
    """Show the version."""
    say(installed_version("udajang"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line (of the process, by default), turning what a person can mend into one line."""
    try:
        cli(args=arguments)
    except (ConfigError, FaultError) as error:
        complain(str(error))
    except seeding.SeedError as error:
        for mistake in error.mistakes:
            complain(mistake)
    except (OperationalError, ProgrammingError) as error:
        complain(f"the database does not do what is asked: {Redactor()(str(error.orig))}; see: udajang check")
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell reports of a program ended by Ctrl-C
    else:
        return
    sys.exit(1)
