"""A conversation at the terminal: lines in, text out, citizen and staff over the same database."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from sqlmodel import select

from bot import seating, staff_pane, terminal
from bot.channels.console import Console
from bot.desk import Mail
from bot.printing import FaultError
from bot.receive import Busy, Receiver
from bot.seating import Seat
from handlers.messages import Outgoing
from handlers.staff import roster
from storage import outbox
from storage import roster as rows
from storage.database import Database
from storage.models import Address, Audit, Staff
from tests.city import City
from tests.fakes import HandClock


@pytest.fixture
def city(sqlite_database: Database, clock: HandClock) -> City:
    """A city nobody has written to."""
    city = City(sqlite_database, clock)
    mail = Mail({"telegram": Telegram(), "console": Console()})
    city.receiver = Receiver(replace(city.desk, mail=mail))
    return city


class Telegram(Console):
    """A channel that is served by another process: here it has a lane only."""

    def lane(self) -> str:
        return "telegram:1"


async def say(city: City, *lines: str, seat: Seat | None = None) -> str:
    """Everything the terminal shows when these lines come out of a pipe."""
    desk = terminal.Desk(city.receiver, city.database, city.clock.now, seat or seating.citizen())
    target = io.StringIO()
    await terminal.talk(desk, source=io.StringIO("".join(f"{line}\n" for line in lines)), target=target)
    return target.getvalue()


def sit(city: City, name: str, *, training: bool = True) -> Seat:
    """Take the seat of that member of staff."""
    with city.database.write() as session:
        return seating.staff(session, name, training=training, now=city.clock.now())


async def test_each_line_is_answered_and_the_end_of_input_ends_it(city: City) -> None:
    shown = await say(city, "/bantuan", "")

    assert "/lapor" in shown
    assert shown.endswith("\n\n")


async def test_a_conversation_goes_on_in_the_next_session(city: City) -> None:
    await say(city, "/lapor")

    assert await say(city) == ""
    assert "Lampu jalan mati" not in await say(city, "/lapor Lampu jalan mati di depan pasar")


async def test_what_others_said_meanwhile_is_shown_once(city: City) -> None:
    seat = sit(city, "Rina")
    with city.database.write() as session:
        outbox.enqueue(session, [letter(city, seat.address)], now=city.clock.now())

    assert await say(city, seat=seat) == "Laporan baru\n\n"
    assert await say(city, seat=seat) == ""


def letter(city: City, address: str) -> outbox.Letter:
    """A notice as another process writes it, which has no terminal."""
    body = Outgoing("<b>Laporan baru</b>").to_json()
    return outbox.Letter("notice:1", "console:off", "console", address, None, None, 20, body, city.clock.now())


async def test_an_empty_roster_gives_a_trainee(city: City) -> None:
    seat = sit(city, "Rina")

    shown = await say(city, "/bantuan", seat=seat)

    assert "/tiket" in shown
    with city.database.read() as session:
        member = session.exec(select(Staff)).one()
    assert (member.name, member.role) == ("Rina", "admin")


def test_the_web_chats_trainee_does_not_count(city: City) -> None:
    staff_pane.binder(city.database, city.clock.now)("0123456789abcdef")

    assert sit(city, "Rina").name == "Rina"


def test_without_training_an_empty_roster_gives_nobody(city: City) -> None:
    with pytest.raises(FaultError, match="nobody on the staff is called Rina; see: udajang staff list"):
        sit(city, "Rina", training=False)


async def test_a_member_of_staff_is_found_by_name_and_it_is_written_down(city: City) -> None:
    city.officer("diskominfo", name="Budi Santoso")

    seat = sit(city, "budi santoso", training=False)

    assert "/tiket" in await say(city, "/bantuan", seat=seat)
    with city.database.read() as session:
        assert "staff.terminal" in session.exec(select(Audit.action)).all()


def test_a_name_nearly_right_is_told(city: City) -> None:
    city.officer("diskominfo", name="Budi Santoso")

    with pytest.raises(FaultError, match=r"called Budi Santosa; did you mean Budi Santoso\?"):
        sit(city, "Budi Santosa")


def test_two_of_the_same_name_are_told(city: City) -> None:
    city.officer("diskominfo", name="Budi")
    city.officer("diskominfo", name="Budi")

    with pytest.raises(FaultError, match="2 people are called Budi"):
        sit(city, "Budi")


def test_an_open_invitation_cannot_be_sat_on(city: City) -> None:
    with city.database.write() as session:
        roster.invite(session, name="Ani", role="admin", agency_code=None, now=city.clock.now())

    with pytest.raises(FaultError, match="Ani has not taken up the invitation yet"):
        sit(city, "Ani")


def test_notices_go_to_the_terminal_while_somebody_sits_there(city: City) -> None:
    city.officer("diskominfo", name="Budi")
    city.clock.forward(minutes=1)
    seat = sit(city, "Budi")

    assert reached(city) == "console"

    with city.database.write() as session:
        seating.leave(session, seat, now=city.clock.now())
    assert reached(city) == "telegram"
    assert sit(city, "Budi") == seat
    assert reached(city) == "console"


def reached(city: City) -> str:
    """The channel on which the only member of staff is reached."""
    with city.database.read() as session:
        (citizen_id,) = session.exec(select(Staff.citizen_id)).all()
        assert citizen_id is not None
        found = rows.reach(session, citizen_id)
    assert found is not None
    return found[0].channel


def test_a_trainee_who_leaves_can_still_be_told(city: City) -> None:
    seat = sit(city, "Rina")

    with city.database.write() as session:
        seating.leave(session, seat, now=city.clock.now())
        assert session.exec(select(Address.unreachable_at)).all() == [None]


async def test_a_database_that_is_away_is_told_in_a_line(city: City) -> None:
    class Away(Receiver):
        def receive(self, inbounds: object) -> list[object]:  # type: ignore[override]
            raise Busy

    desk = terminal.Desk(Away.__new__(Away), city.database, city.clock.now, seating.citizen())
    with pytest.raises(FaultError, match="the database is away"):
        await terminal.talk(desk, source=io.StringIO("halo\n"), target=io.StringIO())


class Typing(io.StringIO):
    """A screen somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_what_is_said_appears_above_the_line_being_typed() -> None:
    target = io.StringIO()

    terminal.Screen(target, typing=True).show(Outgoing("Halo <b>Siti</b>"), "warga")

    assert target.getvalue() == f"{terminal.CLEAR_LINE}Halo Siti\n\n> "
