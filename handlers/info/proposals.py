"""/usulan: words with which citizens asked and then picked an answer themselves, proposed as ways to ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import changing, owned
from handlers.info.clusters import Cluster, Said, clusters, gist
from handlers.info.discreet import Discreet
from handlers.messages import Option, Outgoing
from handlers.refusal import Refusal
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.texts import Html
from handlers.turn import Turn
from storage import answers, question_lists
from storage.models import Answer
from storage.question_lists import Asked

YES = frozenset({"ya", "iya", "iyo", "yes", "tambah"})
NO = frozenset({"tidak", "indak", "no", "jangan"})
SHOWN = 5  # ways of asking that are taken together


@dataclass(frozen=True, slots=True)
class Proposal:
    """Questions that come down to the same, whose askers all picked ``answer``."""

    cluster: Cluster
    answer: Answer
    questions: tuple[Asked, ...]

    def texts(self, turn: Turn) -> list[tuple[str, int]]:
        """The commonest ways of asking, fit to be read by others, with how often each came."""
        discreet = Discreet(turn.facts, self.questions)
        return [(discreet.words(text), count) for text, count in self.cluster.texts[:SHOWN]]


def command(turn: Turn, said: str) -> None:
    """/usulan: the proposal that most citizens stand behind; #N ya, #N tidak: take it over, or not."""
    first, _, word = said.partition(" ")
    number = owned.numbered(first)
    if number is None:
        _show(turn)
        return
    proposal = next((each for each in _open(turn) if number in each.cluster.ids), None)
    if proposal is None:
        raise Refusal("waiting-gone")
    _decide(turn, proposal, word.strip().casefold())


def _show(turn: Turn, note: Html | None = None) -> None:
    """The next proposal, after ``note``."""
    found = _open(turn)
    head = [note, ""] if note else []
    if not found:
        turn.reply(Outgoing("\n".join([*head, turn.text("usulan-none")])))
        return
    cluster, answer = found[0].cluster, found[0].answer
    lines = [*head, turn.text("usulan-one", title=answer.title, key=answer.key, count=len(cluster.ids))]
    lines += [turn.text("waiting-text", text=text, count=count) for text, count in found[0].texts(turn)]
    lines.append(turn.text("usulan-left", left=len(found) - 1))
    name = f"/usulan #{cluster.ids[0]}"
    options = (
        Option(f"{name} ya", turn.text("usulan-yes"), typed=f"{name} ya"),
        Option(f"{name} tidak", turn.text("usulan-no"), typed=f"{name} tidak"),
        Option(f"/jawaban {owned.on_button(answer)}", turn.text("usulan-see"), typed=f"/jawaban {answer.key}"),
    )
    turn.reply(Outgoing("\n".join(lines), options))


def _decide(turn: Turn, proposal: Proposal, word: str) -> None:
    cluster, answer, member = proposal.cluster, proposal.answer, turn.member
    if word not in YES | NO:
        raise Refusal("usulan-how", name=f"/usulan #{cluster.ids[0]}")
    if word in YES:
        changing.add_phrasings(turn, answer, (text for text, _ in proposal.texts(turn)), "answer.proposal")
    else:
        thing = f"{answer.key}.{answer.language}"
        what = {"question": cluster.ids[0]}
        turn.audit("answer.decline", thing, **what)
    question_lists.settle(turn.facts, cluster.ids, staff_id=member.id, now=turn.now)
    _show(turn, turn.text("usulan-added" if word in YES else "usulan-declined", title=answer.title))


def _open(turn: Turn) -> list[Proposal]:
    """What is proposed of one's own answers and is no way of asking for them yet, the most frequent first."""
    own: dict[str, list[Answer]] = {}
    for row in answers.owned(turn.facts, rights.whose_answers(turn.member)):
        own.setdefault(row.key, []).append(row)
    asked = question_lists.chosen(turn.facts, own)
    by_id = {each.id: each for each in asked}
    known = {key: frozenset(map(gist, _asked_so(own[key]))) for key in {each.answer_key for each in asked}}
    new = (Said(each.id, each.text, each.answer_key) for each in asked if gist(each.text) not in known[each.answer_key])
    found = []
    for cluster in clusters(new):
        questions = tuple(by_id[number] for number in cluster.ids)
        answer = _row(turn, own[str(cluster.apart)], questions[0].language)
        found.append(Proposal(cluster, answer, questions))
    return found


def _asked_so(rows: Sequence[Answer]) -> list[str]:
    return [text for row in rows for text in (row.title, *row.phrasings)]


def _row(turn: Turn, rows: Sequence[Answer], language: str) -> Answer:
    """The answer in the language of the question, else in the city's first."""
    by_language = {row.language: row for row in rows}
    return by_language.get(language) or by_language.get(turn.city.rules.languages[0]) or rows[0]


CAPABILITY = Capability(
    commands=(Command(("usulan", "proposals"), command, "help-usulan", rights.has(Right.WRITE_ANSWERS)),)
)
