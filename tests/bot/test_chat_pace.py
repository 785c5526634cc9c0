"""A chat gets no more than it may, while every other chat goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat_pace import FORGET, ChatPace
from tests.fakes import TELEGRAM_LIKE, HandClock

LIMITS = replace(TELEGRAM_LIKE, chat_pace=1.0, group_pace=20 / 60, chat_burst=3)
SECOND = timedelta(seconds=1)


def _send_all_it_may(pace: ChatPace, clock: HandClock, address: str, seconds: int) -> list[datetime]:
    sent: list[datetime] = []
    end = clock.now() + seconds * SECOND
    while (at := pace.free_at(address, clock.now())) < end:
        clock.forward(at - clock.now())
        pace.sent(address, clock.now())
        sent.append(clock.now())
    return sent


def test_a_chat_may_get_a_short_burst_and_then_one_message_a_second(clock: HandClock) -> None:
    start = clock.now()
    sent = _send_all_it_may(ChatPace(LIMITS), clock, "700", 5)

    assert [(at - start).total_seconds() for at in sent] == [0, 0, 0, 1, 2, 3, 4]


def test_a_group_gets_no_more_than_twenty_in_any_minute(clock: HandClock) -> None:
    sent = _send_all_it_may(ChatPace(LIMITS), clock, "-100700", 180)

    assert max(sum(at <= other < at + 60 * SECOND for other in sent) for at in sent) == 20


def test_only_chats_that_have_to_wait_are_busy(clock: HandClock) -> None:
    pace, now = ChatPace(LIMITS), clock.now()
    for address in ("700", "700", "700", "701", "-100700"):
        pace.sent(address, now)

    assert pace.busy(now) == {"700": now + SECOND, "-100700": now + 3 * SECOND}
    assert pace.busy(now + 3 * SECOND) == {}


def test_chats_that_are_free_again_are_forgotten(clock: HandClock) -> None:
    pace = ChatPace(LIMITS)
    for number in range(FORGET * 2):
        pace.sent(str(number), clock.forward(seconds=0.1))

    assert len(pace._even_at) <= FORGET + 1
