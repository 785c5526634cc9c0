"""/jawab N: one step makes a draft answer of what staff replied to a citizen's question, so that the next one need not
wait for a person."""

from __future__ import annotations

from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import changing, editing, owned
from handlers.info.wording import shortened
from handlers.office import office_of
from handlers.refusal import Refusal
from handlers.staff import discretion, rights, which, work
from handlers.staff.rights import Right
from handlers.turn import Turn
from storage import answers, complaints, question_lists
from storage.models import Complaint, ComplaintEvent, EventKind, Kind, Visibility

_ANSWERING = (EventKind.REPLIED, EventKind.RESOLVED)


def command(turn: Turn, argument: str) -> None:
    """/jawab N [language]: the question becomes the title and a phrasing, the last reply the text."""
    number, rest = which.named(turn, argument, turn.text("command-answer"))
    office = office_of(turn)
    complaint = work.find(office, turn.member, number, lock=True)
    _check(turn, complaint)
    reply = _reply(turn, complaint)
    language = rest.casefold() if rest.casefold() in turn.city.rules.languages else turn.city.rules.languages[0]
    question = discretion.words(office, complaint, complaint.text, private=False)
    row = changing.create(
        turn,
        title=question,
        body=discretion.words(office, complaint, reply.text, private=False),
        language=language,
        agency_id=complaint.agency_id,
        phrasings=(shortened(question, changing.LONGEST_PHRASING),),
        source=_source(turn, number),
    )
    asked = [each.id for each in question_lists.of_complaint(turn.facts, complaint.id or 0)]
    question_lists.settle(turn.facts, asked, staff_id=turn.member.id, now=turn.now)
    owned.card(turn, row, editing.how_to_publish(turn, row))


def _check(turn: Turn, complaint: Complaint) -> None:
    """Refused for what is no question, what is secret, and what has been made a draft already."""
    number = complaint.number or ""
    if complaint.kind != Kind.INFORMATION:
        raise Refusal("answers-no-question", number=number)
    if complaint.visibility == Visibility.SECRET:
        raise Refusal("answers-secret", number=number)
    for row in answers.owned(turn.facts, complaint.agency_id):
        if answers.bare(row.source) == _source(turn, number):
            raise Refusal("answers-made-already", number=number, answer=row.key)


def may_become_answer(turn: Turn, complaint: Complaint) -> bool:
    """Whether ``/jawab`` would make a draft of it for this person."""
    if not rights.may_handle(turn.member, complaint):
        return False
    try:
        _check(turn, complaint)
        _reply(turn, complaint)
    except Refusal:
        return False
    return True


def _source(turn: Turn, number: str) -> str:
    """Where the draft comes from, in the city's first language; who publishes it says what it rests on."""
    return turn.texts.say(turn.city.rules.languages[0], "answers-from-reply", number=number)


def _reply(turn: Turn, complaint: Complaint) -> ComplaintEvent:
    """The last thing that staff answered the citizen; Refused if there is none."""
    for event in reversed(complaints.events(turn.facts, complaint.id or 0)):
        if event.kind in _ANSWERING and event.public and event.text:
            return event
    raise Refusal("answers-no-reply", number=complaint.number or "")


CAPABILITY = Capability(
    commands=(
        Command(("jawab", "answer"), command, "help-jawab", rights.has(Right.WRITE_ANSWERS), bare=False, number=True),
    )
)
