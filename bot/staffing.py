"""``udajang staff …``: who may work for the city, from the command line of the machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from sqlmodel import Session, select

from bot import clock, first_start
from bot.config import Settings
from bot.printing import FaultError, listing, say
from handlers.staff import access, roster
from storage import citizens
from storage import duty as shifts
from storage import roster as rows
from storage.models import Agency, Role

staff = typer.Typer(no_args_is_help=True, help="Who may work for the city.")
INVITATION_DAYS = 7
CONCERNS = {
    "admin": "There is no second administrator: while one is away nobody can set anything.",
    "group": "The group of {agency} gets complaints, but nobody works there.",
    "head": "{agency} has no head.",
}
BOUND_CHANNELS = ("telegram", "whatsapp")  # whose addresses a person can name beforehand

Json = Annotated[bool, typer.Option("--json", help="For programs.")]
NameOf = Annotated[str, typer.Argument(help="As colleagues see it, e.g. 'Rina (PUPR)'.")]
RoleOf = Annotated[Role, typer.Option("--role", help="What they may do.")]
AgencyOf = Annotated[str, typer.Option("--agency", help="Code of the agency (OPD); an admin needs none.")]


@contextmanager
def _writing(context: typer.Context) -> Iterator[Session]:
    settings: Settings = context.obj()
    with first_start.opened(settings) as database, database.write() as session:
        yield session


@staff.command()
def invite(
    context: typer.Context,
    name: NameOf,
    role: RoleOf = Role.OPERATOR,
    agency: AgencyOf = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="How long the invitation holds.")] = INVITATION_DAYS,
) -> None:
    """Make a one-time code with which a person binds the chat they write from."""
    with _writing(context) as session:
        code = _invite(session, name, role, agency, days)
    say(f"{name} writes this to the bot, on any channel, within {days} days:")
    say(f"  /masuk {code}")


@staff.command()
def add(
    context: typer.Context,
    name: NameOf,
    address: Annotated[str, typer.Option("--address", help="Telegram user id, or WhatsApp number with +.")],
    channel: Annotated[str, typer.Option("--channel", help="telegram or whatsapp.")] = "telegram",
    role: RoleOf = Role.OPERATOR,
    agency: AgencyOf = "",
) -> None:
    """Add a person whose address is known, at once and without an invitation."""
    if channel not in BOUND_CHANNELS:
        raise typer.BadParameter(f"choose from {', '.join(BOUND_CHANNELS)}", param_hint="--channel")
    now = clock.now()
    with _writing(context) as session:
        code = _invite(session, name, role, agency, days=1)
        writer = citizens.Writer(channel, (_spelt(channel, address),), name)
        known = citizens.load(session, [writer], now=now)[writer]
        member = roster.join(session, code, citizen_id=known.citizen_id, now=now)
        assert member is not None  # the code was made three lines above
        number = member.id
    say(f"{name} is number {number} and may work from {channel} {address}.")


def _spelt(channel: str, address: str) -> str:
    """The address as the channel writes it."""
    pattern = r"\d{1,20}" if channel == "telegram" else r"\+\d{6,15}"
    if not re.fullmatch(pattern, address):
        wanted = "a Telegram user id is all digits" if channel == "telegram" else "a number is written +62812…"
        raise typer.BadParameter(wanted, param_hint="--address")
    return address if channel == "telegram" else f"whatsapp:{address}"


def _invite(session: Session, name: str, role: Role, agency: str, days: int) -> str:
    try:
        return roster.invite(session, name=name, role=role, agency_code=agency or None, now=clock.now(), days=days)
    except ValueError as error:
        raise FaultError(str(error)) from None


@staff.command("list")
def list_(context: typer.Context, as_json: Json = False) -> None:
    """Show everybody, those who left as well."""
    with _writing(context) as session:
        everybody = roster.listing(session)
    columns = ("id", "name", "role", "agency", "state")
    listing(everybody, columns, as_json=as_json, empty="Nobody yet: udajang staff invite NAME --role admin")


@staff.command()
def remove(context: typer.Context, number: Annotated[int, typer.Argument(help="The id that `list` shows.")]) -> None:
    """End a person's rights (or an open invitation) at once."""
    with _writing(context) as session:
        if not roster.end(session, number, now=clock.now()):
            raise FaultError(f"there is nobody with number {number} whose rights could end; see: udajang staff list")
    say(f"Number {number} has no rights any more.")


@staff.command()
def review(context: typer.Context, as_json: Json = False) -> None:
    """Show everybody who has access, since when, when they last acted, and what should be looked into."""
    with _writing(context) as session:
        codes = {agency.id: agency.code for agency in session.exec(select(Agency))}
        found = access.review(session, None, now=clock.now())
    people = [
        {
            "id": entry.staff.id,
            "name": entry.staff.name,
            "role": entry.staff.role,
            "agency": codes.get(entry.staff.agency_id),
            "since": entry.staff.created_at.date().isoformat(),
            "last_act": entry.last.date().isoformat() if entry.last else None,
            "channels": ", ".join(entry.channels) or ("invited" if entry.invited else None),
            "warning": entry.warning or None,
        }
        for entry in found.entries
    ]
    concerns = [{"concern": concern.kind, "agency": codes.get(concern.agency_id)} for concern in found.concerns]
    groups_ = [
        {"group": group.value, "channel": group.channel, "agency": codes.get(group.agency_id)} for group in found.groups
    ]
    if as_json:
        listing([{"people": people, "groups": groups_, "concerns": concerns}], (), as_json=True, empty="")
        return
    columns = ("id", "name", "role", "agency", "since", "last_act", "channels", "warning")
    listing(people, columns, as_json=False, empty="Nobody yet: udajang staff invite NAME --role admin")
    listing(groups_, ("group", "channel", "agency"), as_json=False, empty="No groups.")
    for concern in found.concerns:
        say(CONCERNS[concern.kind].format(agency=codes.get(concern.agency_id)))


@staff.command()
def groups(context: typer.Context, as_json: Json = False) -> None:
    """Show the group chats in which agencies work."""
    with _writing(context) as session:
        found = [
            {
                "id": group.id,
                "agency": agency.code,
                "channel": group.channel,
                "address": group.value,
                "state": "ended" if group.ended_at else "active",
            }
            for group, agency in rows.every_group(session)
        ]
    columns = ("id", "agency", "channel", "address", "state")
    empty = "None yet: a member of staff adds the bot to the agency's group and writes /grup there."
    listing(found, columns, as_json=as_json, empty=empty)


@staff.command()
def duty(context: typer.Context, as_json: Json = False) -> None:
    """Show the duty roster of every agency: weekday (0 is Monday), holidays or one day, from when to when."""
    with _writing(context) as session:
        found = [
            {
                "id": shift.id,
                "agency": agency.code,
                "when": shift.day or ("holidays" if shift.holidays else shift.weekday),
                "start": f"{shift.start // 60:02d}:{shift.start % 60:02d}",
                "end": f"{shift.end // 60:02d}:{shift.end % 60:02d}",
                "name": member.name,
            }
            for shift, member, agency in shifts.everything(session)
        ]
    empty = "None yet: a head writes /piket atur senin 16.00-08.00 NAME to the bot."
    listing(found, ("id", "agency", "when", "start", "end", "name"), as_json=as_json, empty=empty)
