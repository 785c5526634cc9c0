"""/pertanyaan: what citizens asked and got no answer to, or one that did not help, put together and dealt with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Talk, Text
from handlers.info import changing, editing, from_replies, owned
from handlers.info.clusters import Cluster, Said, clusters
from handlers.info.discreet import Discreet
from handlers.info.prompts import Kept
from handlers.info.wording import shortened
from handlers.messages import Option, Outgoing
from handlers.refusal import Refusal
from handlers.routing import known, naming
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.texts import Html
from handlers.turn import Turn
from storage import answers, complaints, question_lists
from storage.models import Answer
from storage.question_lists import Asked, Ward

NAME, WORDS = "waiting", "answernew"
SHOWN_TEXTS = 8  # ways of asking on a card
SHOWN_TEXT = 80  # characters of each in a list
SUGGESTED = 3  # answers that may be meant
LOOKED_AT = 10  # requests of a cluster, for a reply
ADDED = 10  # phrasings taken over from one cluster
TO = frozenset({"ke", "ka", "to"})


@dataclass(frozen=True, slots=True)
class AnswerThem:
    """Answer the questions around ``question`` with a new draft."""

    question: int
    title: str
    body: str
    language: str


def script(city: City, question: int, title: str, language: str) -> Talk[AnswerThem]:
    """Ask what it is about and what to answer."""
    title = yield from Kept("title", title, max_length=editing.LONGEST[editing.TITLE])
    body = yield from Text("body", max_length=editing.LONGEST[editing.BODY], title=title)
    return AnswerThem(question, title, body, language)


# --- the list


def command(turn: Turn, said: str) -> None:
    """/pertanyaan [agency]: what waits, the most asked first; #N: one; #N ke KEY, jawab, selesai: deal with it."""
    first, _, rest = said.partition(" ")
    if (number := owned.numbered(first)) is not None:
        _act(turn, number, rest.strip())
    else:
        _list(turn, said)


def _list(turn: Turn, said: str, note: Html | None = None) -> None:
    start, words = owned.place_in(said)
    ward, whose = _ward(turn, words)
    questions = question_lists.unanswered(turn.facts, ward)
    found, discreet = _clustered(questions), Discreet(turn.facts, questions)
    if not found:
        turn.reply(Outgoing("\n\n".join([*([note] if note else []), turn.text("waiting-none")])))
        return
    start = start if start < len(found) else 0
    page = found[start : start + owned.PAGE]
    total = sum(len(each.ids) for each in found)
    lines = [*([note, ""] if note else []), turn.text("waiting-list", count=len(found), total=total)]
    lines += _by_agency(turn, ward)
    shown = [discreet.words(each.label) for each in page]
    lines += [_line(turn, number, each, shown[number - 1], ward) for number, each in enumerate(page, start=1)]
    options = [
        Option(f"/pertanyaan #{each.ids[0]}", shortened(text, 20)) for each, text in zip(page, shown, strict=True)
    ]
    options += owned.around(turn, "/pertanyaan", whose, start, len(found))
    turn.reply(Outgoing("\n".join(lines), tuple(options)))


def _ward(turn: Turn, words: str) -> tuple[Ward, str]:
    """Whose questions the person wants, of those they look after, and the code of the agency if one was named."""
    member = turn.member
    own = rights.whose_answers(member)
    if own is not None:
        return Ward(own, nobodys=rights.verifies(member, turn.city)), ""
    agency = naming.begins(words.split(), known.agencies(turn.city)) if words else None
    if words and agency is None:
        raise Refusal("waiting-no-agency", said=words)
    return (Ward(turn.city.agency(agency.code).id, nobodys=False), agency.code) if agency else (Ward(None, True), "")


def _clustered(questions: Sequence[Asked]) -> list[Cluster]:
    return clusters(Said(each.id, each.text, each.agency_id) for each in questions)


def _owner(turn: Turn, agency_id: int | None) -> str:
    if agency_id is None:
        return turn.text("answers-nobody")
    return naming.short(turn.city.agencies[agency_id].name(turn.language))


def _by_agency(turn: Turn, ward: Ward) -> list[str]:
    """For who looks after several agencies: how many wait at each."""
    if ward.agency_id is not None:
        return []
    found = sorted(question_lists.counts(turn.facts).items(), key=lambda each: -each[1])
    return [turn.text("waiting-agency", agency=_owner(turn, agency_id), count=count) for agency_id, count in found] + [
        ""
    ]


def _line(turn: Turn, number: int, cluster: Cluster, text: str, ward: Ward) -> Html:
    agency = cluster.apart if isinstance(cluster.apart, int) else None
    owner = "none" if ward.agency_id is not None else _owner(turn, agency)
    return turn.text(
        "waiting-line", number=number, text=shortened(text, SHOWN_TEXT), count=len(cluster.ids), agency=owner
    )


# --- one


def _cluster_of(turn: Turn, question_id: int) -> tuple[Cluster, list[Asked]]:
    """The cluster a question is in, and the questions in it; Refused if that has been dealt with, or is others'."""
    question = question_lists.by_id(turn.facts, question_id)
    if question is None:
        raise Refusal("waiting-gone")
    own = rights.whose_answers(turn.member)
    nobodys = question.agency_id is None and rights.verifies(turn.member, turn.city)
    if own is not None and question.agency_id != own and not nobodys:
        raise Refusal("waiting-gone")
    open_ones = question_lists.unanswered_of(turn.facts, question.agency_id)
    cluster = next((each for each in _clustered(open_ones) if question_id in each.ids), None)
    if cluster is None:
        raise Refusal("waiting-gone")
    ids = frozenset(cluster.ids)
    return cluster, [each for each in open_ones if each.id in ids]


def _act(turn: Turn, question_id: int, said: str) -> None:
    word, _, rest = said.partition(" ")
    act = _ACTS.get(word.casefold(), _show)
    act(turn, question_id, rest.strip())


def _show(turn: Turn, question_id: int, _: str) -> None:
    cluster, questions = _cluster_of(turn, question_id)
    discreet = Discreet(turn.facts, questions)
    lines: list[str] = [turn.text("waiting-card", count=len(cluster.ids))]
    for text, count in cluster.texts[:SHOWN_TEXTS]:
        lines.append(turn.text("waiting-text", text=discreet.words(text), count=count))
    if len(cluster.texts) > SHOWN_TEXTS:
        lines.append(turn.text("waiting-more", count=len(cluster.texts) - SHOWN_TEXTS))
    failed = sorted({each.answer_key for each in questions if each.answer_key})
    if failed:
        lines.append(turn.text("waiting-failed", keys=", ".join(failed)))
    name = f"/pertanyaan #{cluster.ids[0]}"
    options = [Option(f"{name} jawab", turn.text("waiting-button-answer"), typed=f"{name} jawab")]
    options += [
        Option(f"/jawab {number}", turn.text("waiting-button-reply", number=number))
        for number in _replied(turn, questions)
    ]
    for answer in _likely(turn, cluster):
        label = turn.text("waiting-button-to", title=shortened(answer.title, 40))
        typed = f"{name} ke {owned.named_so(answer, turn)}"
        options.append(Option(f"{name} ke {owned.on_button(answer)}", label, typed=typed))
    options.append(Option(f"{name} selesai", turn.text("waiting-button-nothing"), typed=f"{name} selesai"))
    lines += ["", turn.text("waiting-how", name=name)]
    turn.reply(Outgoing("\n".join(lines), tuple(options)))


def _replied(turn: Turn, questions: Sequence[Asked]) -> list[str]:
    """The numbers under which a person was asked the same and has answered, the newest first."""
    found = []
    for asked in reversed([each for each in questions if each.complaint_id][-LOOKED_AT:]):
        complaint = complaints.by_id(turn.facts, asked.complaint_id or 0)
        if complaint is not None and complaint.number and from_replies.may_become_answer(turn, complaint):
            found.append(complaint.number)
    return found[:SUGGESTED]


def _likely(turn: Turn, cluster: Cluster) -> list[Answer]:
    """The answers, of those the person may write to, that the questions may have meant."""
    found = []
    for hit in turn.city.library.engine.ask(cluster.label, limit=SUGGESTED * 2).hits:
        rows = answers.by_key(turn.facts, hit.key)
        if rows and rights.may_write(turn.member, rows[0].agency_id):
            found.append(rows[0])
    return found[:SUGGESTED]


def _answer(turn: Turn, question_id: int, words: str) -> None:
    cluster, questions = _cluster_of(turn, question_id)
    language = words if words in turn.city.rules.languages else turn.city.rules.languages[0]
    title = shortened(Discreet(turn.facts, questions).words(cluster.label), editing.LONGEST[editing.TITLE])
    turn.begin(NAME, {"question": cluster.ids[0], "title": title, "language": language})


def answered(turn: Turn, command: AnswerThem, finished: Step) -> None:
    """The new draft has come."""
    member = rights.demand(turn.person.staff, Right.WRITE_ANSWERS)
    cluster, questions = _cluster_of(turn, command.question)
    agency = cluster.apart if isinstance(cluster.apart, int) else member.agency_id
    row = changing.create(
        turn,
        title=command.title,
        body=command.body,
        language=command.language,
        agency_id=agency,
        phrasings=_phrasings(turn, cluster, questions),
    )
    _settle(turn, cluster, row.key)
    owned.card(turn, row, editing.how_to_publish(turn, row))


def _add(turn: Turn, question_id: int, said: str) -> None:
    cluster, questions = _cluster_of(turn, question_id)
    meant = owned.named(turn, said) if said else None
    if meant is None:
        raise Refusal("answers-which", command=f"/pertanyaan #{question_id} ke")
    row = next((row for row in meant.rows if row.language == questions[0].language), meant.row or meant.rows[0])
    changing.add_phrasings(turn, row, _phrasings(turn, cluster, questions))
    _settle(turn, cluster, row.key)
    _list(turn, "", turn.text("waiting-added", count=len(cluster.ids), title=row.title))


def _nothing(turn: Turn, question_id: int, _: str) -> None:
    cluster, _questions = _cluster_of(turn, question_id)
    _settle(turn, cluster, "")
    _list(turn, "", turn.text("waiting-settled", count=len(cluster.ids)))


def _phrasings(turn: Turn, cluster: Cluster, questions: Sequence[Asked]) -> list[str]:
    discreet = Discreet(turn.facts, questions)
    return [discreet.words(text) for text, _ in cluster.texts[:ADDED]]


def _settle(turn: Turn, cluster: Cluster, key: str) -> None:
    member = turn.member
    question_lists.settle(turn.facts, cluster.ids, staff_id=member.id, now=turn.now)
    what = {"questions": len(cluster.ids), "answer": key}
    thing = f"question {cluster.ids[0]}"
    turn.audit("question.settle", thing, **what)


_ACTS: Mapping[str, Callable[[Turn, int, str], None]] = {
    **dict.fromkeys(("jawab", "jawek", "answer"), _answer),
    **dict.fromkeys(TO, _add),
    **dict.fromkeys(("selesai", "done", "salasai"), _nothing),
}

CAPABILITY = Capability(
    commands=(Command(("pertanyaan", "questions"), command, "help-pertanyaan", rights.has(Right.WRITE_ANSWERS)),),
    flows=(Flow(NAME, script, words=WORDS),),
    endings={AnswerThem: answered},
)
