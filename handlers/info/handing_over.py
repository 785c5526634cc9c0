"""A question that no answer fits goes to a person with one tap: as a request for information, by the way of complaints.

It has its number, its clock and its card like any complaint, so staff answer it as they answer those, and what they
say comes back to whoever asked.
"""

from __future__ import annotations

from handlers.abuse import limits
from handlers.city import CategoryInfo, City
from handlers.complaints import commands as complaint_commands
from handlers.complaints.filing import MAX_TEXT, FileComplaint
from handlers.dialogue.place import Whereabouts
from handlers.info import opening_hours
from handlers.messages import Option
from handlers.texts import Html
from handlers.turn import Turn
from storage import complaints, questions
from storage.models import Kind, Question, Visibility

SURE = 0.5  # of the agency that the city's history suggests for words that no keyword knows


def offer(turn: Turn, agency_id: int) -> Html:
    """That the agency's people would answer, and whether their office is open now."""
    agency = turn.city.agencies[agency_id].name(turn.language)
    return turn.text("info-person", agency=agency, now=opening_hours.now(turn, agency_id))


def whose(turn: Turn, words: str, key: str = "") -> int:
    """The id of the agency to which these words would go. ``key``: of the nearest answer."""
    request = _request(turn, words, key)
    city = turn.city
    return city.route(
        kind=request.kind,
        category=request.category,
        area=None,
        visibility=request.visibility,
        text=words,
        at=turn.now,
    ).agency_id


def hand_over(turn: Turn, question: Question, words: str) -> None:
    """File the question, say its number and by when it is answered; one that was filed already is shown."""
    if turn.inbound.group:
        turn.say("only-private")
        return
    if question.complaint_id is not None:
        before = complaints.by_id(turn.facts, question.complaint_id)
        number = (before.number if before else None) or ""
        turn.say("info-handed-over", (Option(f"/status {number}", turn.text("button-follow")),), number=number)
        return
    if limits.stops(turn):
        return
    nearest = question.answer_key or next(iter(question.offered), "")
    filed = complaint_commands.file_now(turn, _request(turn, words, nearest))
    questions.handed_over(turn.facts, question.id or 0, complaint_id=filed.id or 0, agency_id=filed.agency_id)


def _request(turn: Turn, words: str, key: str) -> FileComplaint:
    """Nobody needs to know who asks: staff are shown no name. What is about a secret matter is secret."""
    category = _category(turn.city, words, key)
    secret = category.visibility == Visibility.SECRET
    visibility = Visibility.SECRET if secret else Visibility.ANONYMOUS
    return FileComplaint(words[:MAX_TEXT], Kind.INFORMATION, category.code, Whereabouts(), (), visibility)


def _category(city: City, words: str, key: str) -> CategoryInfo:
    """What it is about: by keywords, else by what the city's history suggests, else by whose the nearest answer is."""
    guessed = city.guess_categories(words, 1)
    if guessed:
        return guessed[0]
    suggested = [city.agency(each.agency_code).id for each in city.suggest(words, 1) if each.confidence >= SURE]
    row = city.library.answer(key, "") if key else None
    owners = [*suggested, *([row.agency_id] if row and row.agency_id else [])]
    every = list(city.categories.values())
    known = (each for owner in owners for each in every if each.agency_id == owner)
    return next(known, every[-1])
