"""One message, one transaction; many in one commit; nothing acknowledged that is not kept, on both databases."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import cast

import pytest
from sqlalchemy import text
from sqlmodel import col, func, select

from bot.receive import Busy, Intake, Receiver, Verdict
from handlers.city import City as Snapshot
from storage.database import Database
from storage.models import Citizen, Complaint, Inbox, Outbox
from tests.city import City, files
from tests.fakes import HandClock


@pytest.fixture
def city(database: Database, clock: HandClock) -> City:
    return City(database, clock)


def count(city: City, model: type) -> int:
    with city.database.read() as session:
        return session.exec(select(func.count()).select_from(model)).one()


def test_the_whole_dialogue_runs_on_both_databases(city: City) -> None:
    siti, budi = city.citizen(), city.officer("perkimlh", "Budi")
    number = files(siti)
    budi.says(f"/selesai {number} Sudah menyala")

    siti.read = 0
    siti.hears("dinyatakan selesai")


def test_a_batch_is_handled_in_order_and_each_once(city: City) -> None:
    siti, rina = city.citizen(), city.citizen()
    first = siti.inbound(text="Lampu jalan mati di Pasar Usang")
    batch = [first, rina.inbound(text="halo"), siti.inbound(text="Lampu jalan"), first]

    assert city.receive(*batch) == [Verdict.HANDLED, Verdict.HANDLED, Verdict.HANDLED, Verdict.REPEAT]
    siti.hears("Di mana tempatnya?")
    assert count(city, Inbox) == 3
    assert count(city, Citizen) == 2


def test_messages_by_one_person_in_one_batch_see_each_other(city: City) -> None:
    siti = city.citizen()
    said = ["Lampu jalan mati di Pasar Usang", "Lampu jalan", "Pasar Usang", "tidak ada", "umum", "ya"]
    city.receive(*(siti.inbound(text=words) for words in said))

    assert count(city, Complaint) == 1


def test_a_batch_that_cannot_be_written_leaves_nothing_behind(city: City) -> None:
    """The outbox is gone: nothing is acknowledged, nothing is half done, and later the same messages are taken."""
    siti = city.citizen()
    inbound = siti.inbound(text="halo")
    with city.database.write() as session:
        session.connection().execute(text("ALTER TABLE outbox RENAME TO hidden"))
    with pytest.raises(Exception, match=r"outbox|Busy|$"):
        city.receiver.receive([inbound])
    assert count(city, Inbox) == 0
    with city.database.write() as session:
        session.connection().execute(text("ALTER TABLE hidden RENAME TO outbox"))

    assert city.receive(inbound) == [Verdict.HANDLED]


def test_a_message_that_fails_alone_is_kept_with_its_payload(city: City) -> None:
    siti = city.citizen()
    siti.says("halo")
    city.receiver = Receiver(replace(city.desk, city=lambda: cast(Snapshot, None)))
    inbound = siti.inbound(text="halo lagi")
    assert city.receiver.receive([inbound]) == [Verdict.FAILED]
    with city.database.read() as session:
        kept = session.exec(select(Inbox).where(Inbox.external_id == inbound.external_id)).one()
        sorry = session.exec(select(Outbox).where(col(Outbox.key).endswith(":sorry"))).one()

    assert kept.payload is not None
    assert kept.payload["text"] == "halo lagi"
    assert "gangguan di pihak kami" in sorry.body["text"]
    assert city.receiver.receive([inbound]) == [Verdict.REPEAT]


async def test_the_intake_answers_after_the_commit(city: City) -> None:
    intake = Intake(city.receiver, threads=2)
    intake.start()
    people = [city.citizen() for _ in range(20)]
    verdicts = await asyncio.gather(*(intake.submit(person.inbound(text="halo")) for person in people))
    await intake.stop()

    assert set(verdicts) == {Verdict.HANDLED}
    assert count(city, Inbox) == 20


async def test_one_persons_messages_stay_in_order(city: City) -> None:
    # They all file the same, and nobody shall be asked whether to support what another has just filed.
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, similar_days=0))
    intake = Intake(city.receiver, threads=4)
    intake.start()
    people = [city.citizen() for _ in range(8)]
    said = ["Lampu jalan mati di Pasar Usang", "Lampu jalan", "Pasar Usang", "tidak ada", "umum", "ya"]
    tasks = []
    for words in said:
        tasks += [asyncio.create_task(intake.submit(person.inbound(text=words))) for person in people]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    await intake.stop()

    assert count(city, Complaint) == 8


async def test_a_stopping_intake_asks_to_come_again_and_loses_nothing_it_took(city: City) -> None:
    intake = Intake(city.receiver)
    people = [city.citizen() for _ in range(10)]
    waiting = [asyncio.create_task(intake.submit(person.inbound(text="halo"))) for person in people]
    await asyncio.sleep(0)
    intake.start()
    await intake.stop()

    assert await asyncio.gather(*waiting) == [Verdict.HANDLED] * 10
    with pytest.raises(Busy):
        await intake.submit(people[0].inbound(text="halo"))


def test_the_same_new_person_met_twice_at_once_is_one_citizen(city: City) -> None:
    siti = city.citizen()
    messages = [siti.inbound(text="halo") for _ in range(6)]
    threads = [threading.Thread(target=city.receiver.receive, args=([message],)) for message in messages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert count(city, Citizen) == 1
    assert count(city, Inbox) == 6
