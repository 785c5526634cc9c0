"""What a citizen says or taps after something was shown: whether it helped, which one it was, and what it costs."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers import words
from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import commands as complaint_commands
from handlers.info import asking, aspects, handing_over, topic
from handlers.info.asking import NO, PERSON, REPORT, YES
from handlers.info.topic import Topic
from handlers.messages import Option, Outgoing
from handlers.texts import pick
from handlers.turn import Turn
from storage import questions
from storage.models import Kind, Question

FOLLOW_UP = "follow_up"  # the decision about a question that was asked of what had been shown
LEAST = 0.05  # how likely another answer must be, given that the one shown is not it
MOST_WORDS = 4  # of a yes or no

_BUTTON = re.compile(r"#(\d{1,18}) (\w{1,12})")
_YES = frozenset(
    "ya yes iya iyo yo yup membantu mambantu sangat helpful betul batua sudah udah alah lai cukup boleh "
    "buliah silakan mau teruskan taruihan 👍".split()
)
_NO = frozenset("tidak no tdk ga gak nggak ndak indak belum blm alun bukan not kurang salah 👎".split())
_AROUND = frozenset(
    "membantu mambantu helpful helped it did min kak pak bu kok juga yang ini itu sih jawabannya".split()
)


def command(turn: Turn, argument: str) -> None:
    """/info WORDS: ask; alone it says how. Buttons of a question come this way too: /info #12 ya."""
    pressed = _BUTTON.fullmatch(argument)
    if pressed is not None:
        _press(turn, int(pressed[1]), pressed[2])
    elif argument:
        asking.ask(turn, argument, insist=True)
    else:
        turn.say("info-how", city=turn.city.rules.name)


def goes_on(turn: Turn, text: str) -> bool:
    """Deal with words that only make sense after what was shown; False if these are none."""
    about = topic.current(turn)
    if about is None:
        return False
    if about.awaits and _settled(turn, about, text):
        return True
    service = turn.city.library.services.get(about.service)
    aspect = aspects.find(text, " ".join(service.names.values())) if service is not None else None
    if service is None or aspect is None:
        return False
    question = asking.record(turn, text, FOLLOW_UP, key=about.key, agency_id=service.agency_id)
    # A person who is asked must hear what it is about.
    words_for_person = f"{pick(service.names, turn.language)}: {text}"
    topic.remember(turn, replace(about, question=question, words=words_for_person))
    turn.reply(aspects.reply(turn, service, aspect, Option(f"/info #{question} {PERSON}", turn.text("info-to-person"))))
    return True


def _settled(turn: Turn, about: Topic, text: str) -> bool:
    """Take a short yes or no for what was asked last; False if it is none, or no answer to that."""
    agreed = _agreed(text)
    if agreed is None or (agreed and about.awaits == topic.WHICH):
        return False
    if about.awaits == topic.PERSON and not agreed:
        topic.remember(turn, replace(about, awaits=""))
        turn.say("talk-fine")
    else:
        _press(turn, about.question, PERSON if about.awaits == topic.PERSON else YES if agreed else NO)
    return True


def _agreed(text: str) -> bool | None:
    """What a short yes or no says; None for anything else."""
    said = frozenset(words.split(text)) or frozenset(text.split())
    if not said or len(said) > MOST_WORDS or not said <= _YES | _NO | _AROUND:
        return None
    return False if said & _NO else True if said & _YES else None


def _press(turn: Turn, question_id: int, what: str) -> None:
    question = questions.of_citizen(turn.facts, question_id, turn.person.citizen_id)
    if question is None:
        turn.say("info-gone")
        return
    about = topic.current(turn)
    said = about.words if about is not None and about.question == question_id else question.text
    if what.isdecimal():
        _choose(turn, question, int(what), said)
    elif what in (YES, NO):
        _rate(turn, question, helpful=what == YES, said=said)
    elif what == PERSON:
        handing_over.hand_over(turn, question, said)
    elif what == REPORT:
        complaint_commands.begin(turn, Kind.COMPLAINT, said)
    else:
        turn.say("info-gone")


def _choose(turn: Turn, question: Question, number: int, said: str) -> None:
    key = question.offered[number - 1] if 1 <= number <= len(question.offered) else ""
    row = turn.city.library.answer(key, turn.language)
    if row is None:
        turn.say("info-gone")
        return
    questions.chosen(turn.facts, question.id or 0, key, row.agency_id)
    asking.tell(turn, row, question.id or 0, said)


def _rate(turn: Turn, question: Question, *, helpful: bool, said: str) -> None:
    questions.rated(turn.facts, question.id or 0, helpful=helpful)
    about = topic.current(turn)
    if about is not None and about.question == question.id:
        topic.remember(turn, replace(about, awaits=topic.PERSON if not helpful else ""))
    if helpful:
        turn.say("info-helped")
        return
    others = _others(turn, said, question.answer_key)
    questions.offered(turn.facts, question.id or 0, others)
    lines = [turn.text("info-not-helped", others=len(others))]
    lines.append(handing_over.offer(turn, handing_over.whose(turn, said, question.answer_key)))
    options = (*asking.choices(turn, question.id or 0, others), *asking.ways_on(turn, question.id or 0))
    turn.reply(Outgoing("\n\n".join(lines), options))


def _others(turn: Turn, said: str, shown: str) -> list[str]:
    """What else the words may have asked for."""
    hits = turn.city.library.engine.ask(said, limit=4).hits
    left = 1 - sum(hit.confidence for hit in hits if hit.key == shown)
    return [hit.key for hit in hits if hit.key != shown and hit.confidence >= LEAST * left][:3]


CAPABILITY = Capability(commands=(Command(("info", "informasi", "information"), command, "help-info"),))
