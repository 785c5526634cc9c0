"""A complaint in an agency's group with topics, with the running program: topic, note, answer, and its end."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import col, select

from storage.models import Complaint, ComplaintEvent, Staff, StaffGroup
from tests.emulators.bot_api_forums import Topic
from tests.emulators.bot_api_people import PATIENCE
from tests.end_to_end.talks import JPEG, files_on_telegram
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")

GROUP = -1001234567890


async def becomes(town: Town, number: str, wanted: str) -> Topic:
    """The complaint's topic, once its name begins with ``wanted``."""
    async with asyncio.timeout(PATIENCE), town.api.arrived:
        while True:
            for topic in town.api.forums.topics(GROUP).values():
                if number in topic.name and topic.name.startswith(wanted):
                    return topic
            await town.api.arrived.wait()


async def test_a_complaint_lives_in_its_topic_from_card_to_end(town: Town) -> None:
    ani = await town.officer("Ani", agency="dpupr")
    group = town.api.forum(GROUP, "Dinas PUPR")
    ani.says("/grup@udajang_bot", chat=group)
    await ani.hears("topiknya sendiri", chat=group)
    siti = town.on_telegram()
    number = await files_on_telegram(siti, "Jalan aspal berlubang besar di simpang", photo=JPEG)
    card = await ani.hears(f"🆕 {number}", chat=group)
    photo = await ani.hears("Berkas laporan", chat=group)
    thread = town.api.forums.thread(GROUP, number)
    assert card["message_thread_id"] == photo["message_thread_id"] == thread

    ani.says("lubangnya di depan SD, bawa aspal dua karung", chat=group, thread=thread)
    ani.says("/balas Besok pagi kami tambal", chat=group, thread=thread)
    await siti.hears("Besok pagi kami tambal")
    said = await ani.hears("sudah dikirim ke pelapor", chat=group)
    assert said["message_thread_id"] == thread
    siti.says(f"/tambah {number} hati-hati, dekat sekolah")
    added = await ani.hears("dekat sekolah", chat=group)
    assert added["message_thread_id"] == thread
    ani.says("/tolak Jalan ini milik provinsi", chat=group, thread=thread)
    await siti.hears("milik provinsi")
    topic = await becomes(town, number, "⛔")
    async with asyncio.timeout(PATIENCE), town.api.arrived:
        while not topic.closed:
            await town.api.arrived.wait()

    query = select(ComplaintEvent).join(Complaint).where(Complaint.number == number).order_by(col(ComplaintEvent.id))
    events = await town.facts(query)
    assert [event.kind for event in events] == ["filed", "noted", "replied", "added", "rejected"]
    assert "SD" not in " ".join(message.get("text", "") for message in town.api.chats[siti.id])


async def test_without_the_right_complaints_arrive_in_the_group_itself(town: Town) -> None:
    budi = await town.officer("Budi", agency="perkimlh")
    other = town.api.forum(-1009876543210, "Perkim", rights=False)
    budi.says("/grup@udajang_bot", chat=other)
    await budi.hears("topiknya sendiri", chat=other)
    number = await files_on_telegram(town.on_telegram())
    card = await budi.hears(f"🆕 {number}", chat=other)
    await budi.hears("tidak bisa lagi mengelola topik", chat=other)
    (switched,) = await town.facts(select(StaffGroup.topics).where(StaffGroup.value == str(other["id"])))

    assert "message_thread_id" not in card
    assert switched is False


async def test_whoever_leaves_the_group_has_no_rights_any_more(town: Town) -> None:
    edi = await town.officer("Edi", agency="dishub")
    group = town.api.group(-4055, "Dishub")
    edi.says("/grup@udajang_bot", chat=group)
    await edi.hears("menerima laporan untuk", chat=group)
    edi.leaves(group)
    await town.becomes(select(Staff).where(Staff.name == "Edi"), lambda staff: staff.ended_at is not None)
    edi.says("/tiket")

    await edi.hears("untuk petugas")
