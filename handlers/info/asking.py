"""Questions in a citizen's own words: answered, offered a choice, or handed to a person; each is written down."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.info import aspects, handing_over, intent, offices, showing, topic
from handlers.info.aspects import Aspect
from handlers.info.entry import Decision, Found
from handlers.info.topic import Topic
from handlers.info.wording import shortened
from handlers.messages import Option, Outgoing
from handlers.staff.masking import masked
from handlers.turn import Turn
from storage import questions
from storage.making import made
from storage.models import Answer, Question

SHORT = 2  # words; fewer or as many that nobody understands are no question yet
LONGEST_LABEL = 60  # characters of a title on a button
_OF_A_SERVICE = frozenset({Aspect.FEE, Aspect.REQUIREMENTS, Aspect.TIME, Aspect.STEPS, Aspect.ALL})
YES, NO, PERSON, REPORT = "ya", "belum", "petugas", "lapor"  # what a button of a question may say


def show(turn: Turn, key: str, *, asked: str = "") -> None:
    """Show the answer ``key``; ``asked`` are the citizen's words if they asked for it, which are then written down."""
    row = turn.city.library.answer(key, turn.language)
    if row is None:
        turn.say("info-gone")
        return
    question = record(turn, asked, Decision.ANSWER, key=key, agency_id=row.agency_id) if asked else 0
    tell(turn, row, question, asked)


def ask(turn: Turn, words: str, *, insist: bool = False) -> bool:
    """Answer ``words`` as far as the city can; False if nothing is known and they are rather a complaint, or nothing.

    With ``insist`` the citizen has said that it is a question.
    """
    if places := offices.asked(turn.city, words):
        record(turn, words, Decision.ANSWER, agency_id=places[0].agency_id)
        offices.tell(turn, places)
        return True
    words, found = _found(turn, words)
    if found.decision is Decision.ANSWER:
        best = found.hits[0]
        row = turn.city.library.answer(best.key, turn.language)
        assert row is not None  # what the engine finds is in the library it was made of
        tell(turn, row, record(turn, words, found.decision, found, key=best.key, agency_id=row.agency_id), words)
    elif aspects.find(words) in _OF_A_SERVICE:
        turn.say("info-what-about")
    elif found.decision is Decision.OFFER:
        _offer(turn, words, found)
    elif not insist and _no_question(turn, words):
        return False
    else:
        _unknown(turn, words, found)
    return True


def tell(turn: Turn, row: Answer, question: int, words: str) -> None:
    """Say an answer, ask whether it helped, and know from now on what the talk is of. ``question`` 0: nobody asked."""
    service = showing.service_of(turn, row)
    code = service.code if service is not None else ""
    topic.remember(turn, Topic(row.key, code, question, words, awaits=topic.HELPED if question else ""))
    if not question:
        turn.reply(showing.answer(turn, row))
        return
    report = (_report(turn, question),) if intent.might_be_complaint(turn.city, words) else ()
    first = not intent.asks(words)
    close = turn.text("info-helpful", report="yes" if report and first else "no")
    rate = tuple(
        Option(f"/info #{question} {value}", turn.text(label)) for value, label in ((YES, "info-yes"), (NO, "info-no"))
    )
    before, after = (report, rate) if first else ((), (*rate, *report))
    turn.reply(showing.answer(turn, row, before=before, after=after, close=close))


def choices(turn: Turn, question: int, keys: Sequence[str]) -> tuple[Option, ...]:
    """Buttons for these answers, in the order in which they are kept with the question."""
    options = []
    for number, key in enumerate(keys, start=1):
        row = turn.city.library.answer(key, turn.language)
        if row is not None:
            options.append(Option(f"/info #{question} {number}", shortened(row.title, LONGEST_LABEL)))
    return tuple(options)


def ways_on(turn: Turn, question: int) -> tuple[Option, Option]:
    """To a person, and to a complaint."""
    return Option(f"/info #{question} {PERSON}", turn.text("info-to-person")), _report(turn, question)


def _report(turn: Turn, question: int) -> Option:
    return Option(f"/info #{question} {REPORT}", turn.text("button-file"))


def _found(turn: Turn, words: str) -> tuple[str, Found]:
    """What is found; what asks only for a fee, an hour or a place is asked of what was shown last."""
    engine = turn.city.library.engine
    found = engine.ask(words)
    about = topic.current(turn)
    if found.decision is Decision.ANSWER or about is None or not about.key or aspects.find(words) is None:
        return words, found
    shown = turn.city.library.answer(about.key, turn.language)
    whole = f"{shown.title}: {words}" if shown is not None else words
    found = engine.ask(whole)
    if found.hits and found.hits[0].key == about.key:  # it has just been read, and did not say
        return whole, Found(Decision.HAND_OVER, found.hits)
    return whole, found


def _no_question(turn: Turn, words: str) -> bool:
    """Whether the words are better filed, or too few to be anything."""
    if intent.reads_as_complaint(turn.city, words):
        return True
    return len(words.split()) <= SHORT and not turn.city.guess_categories(words) and aspects.find(words) is None


def _offer(turn: Turn, words: str, found: Found) -> None:
    keys = [hit.key for hit in found.hits]
    first = turn.city.library.answer(keys[0], turn.language)
    owner = first.agency_id if first is not None else None
    question = record(turn, words, found.decision, found, offered=keys, agency_id=owner)
    topic.remember(turn, Topic(question=question, words=words, awaits=topic.WHICH))
    turn.say("info-which", (*choices(turn, question, keys), *ways_on(turn, question)))


def _unknown(turn: Turn, words: str, found: Found) -> None:
    owner = handing_over.whose(turn, words)
    question = record(turn, words, found.decision, found, agency_id=owner)
    topic.remember(turn, Topic(question=question, words=words, awaits=topic.PERSON))
    text = "\n\n".join((turn.text("info-unknown"), handing_over.offer(turn, owner)))
    turn.reply(Outgoing(text, ways_on(turn, question)))


def record(
    turn: Turn,
    words: str,
    decision: str,
    found: Found | None = None,
    *,
    key: str = "",
    offered: Sequence[str] = (),
    agency_id: int | None = None,
) -> int:
    """Write down what was asked, without what tells who asked it; the question's id."""
    question = made(
        Question,
        citizen_id=turn.person.citizen_id,
        channel=turn.inbound.channel,
        language=turn.language,
        text=masked(words)[: questions.LONGEST],
        decision=str(decision),
        confidence=found.hits[0].confidence if found is not None and found.hits else 0.0,
        offered=list(offered),
        answer_key=key,
        agency_id=agency_id,
        at=turn.now,
    )
    return questions.add(turn.facts, question)
