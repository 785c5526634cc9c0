"""Which answer a member of staff means, and what they see of it: the list of one's own, and the card of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from rapidfuzz import fuzz, process, utils

from handlers.info import wording
from handlers.messages import LONGEST_VALUE, Option, Outgoing
from handlers.refusal import Refusal
from handlers.routing import naming
from handlers.staff import rights
from handlers.texts import Html
from handlers.turn import StaffMember, Turn
from storage import answers
from storage.answers import State
from storage.models import Answer

PAGE = 8  # answers, or questions, of a list
BY_ID = "#"  # before the number of an answer, as it stands on buttons
FROM = "="  # before the place in a list at which a page begins
NEAR = 70  # of 100: how like the words asked for an answer must be, when none holds them
SHOWN_PHRASINGS = 12
MARKS: Mapping[State, str] = {State.DRAFT: "📝", State.PUBLISHED: "✅", State.EXPIRED: "⌛"}
_STATES: Mapping[str, State] = {
    **dict.fromkeys(("draf", "draft", "drafts", "konsep"), State.DRAFT),
    **dict.fromkeys(("terbit", "tabik", "published"), State.PUBLISHED),
    **dict.fromkeys(("kedaluwarsa", "kadaluarsa", "kadaluwarsa", "expired"), State.EXPIRED),
}
DRAFTS, EXPIRED = "draf", "kedaluwarsa"


@dataclass(frozen=True, slots=True)
class Meant:
    """The answer that was named, in one language (None: not written in ``language``), and the words behind its name."""

    key: str
    language: str
    rows: Sequence[Answer]
    rest: str

    @property
    def row(self) -> Answer | None:
        """The answer in the language meant."""
        return next((row for row in self.rows if row.language == self.language), None)


def named(turn: Turn, said: str) -> Meant | None:
    """The answer that ``said`` begins with: its key or number, then if need be a language. None if there is none."""
    first, _, rest = said.partition(" ")
    number = numbered(first)
    chosen = answers.by_id(turn.facts, number) if number is not None else None
    rows = [row for row in answers.by_key(turn.facts, chosen.key if chosen else first) if visible(turn.member, row)]
    if not rows:
        return None
    language, _, more = rest.strip().partition(" ")
    if language.casefold() in turn.city.rules.languages:
        return Meant(rows[0].key, language.casefold(), rows, more.strip())
    written = {row.language for row in rows}
    usual = next((each for each in turn.city.rules.languages if each in written), rows[0].language)
    return Meant(rows[0].key, chosen.language if chosen else usual, rows, rest.strip())


def numbered(name: str) -> int | None:
    """The number in a name as it stands on buttons, of an answer or a question; None for any other word."""
    return int(name[1:]) if name[:1] == BY_ID and name[1:].isdecimal() else None


def one(turn: Turn, said: str, command: str) -> Answer:
    """The answer that ``said`` names; Refused, with ``command`` as an example, if it names none."""
    meant = named(turn, said)
    if meant is None or meant.row is None:
        raise Refusal("answers-which", command=command)
    return meant.row


def visible(member: StaffMember, answer: Answer) -> bool:
    """Whether somebody may see it here: what is published anyway, and drafts of one's own agency."""
    return answer.published or rights.may_write(member, answer.agency_id)


def on_button(answer: Answer) -> str:
    """The answer's name where room is scarce."""
    return f"{BY_ID}{answer.id}"


def named_so(answer: Answer, turn: Turn) -> str:
    """The answer's name as one types it."""
    first = turn.city.rules.languages[0]
    return answer.key if answer.language == first else f"{answer.key} {answer.language}"


# --- the card


def card(turn: Turn, answer: Answer, note: Html | None = None) -> None:
    """Show an answer with all that is kept of it, and what may be done to it, after ``note``."""
    lines = [*([note] if note else []), *_particulars(turn, answer)]
    turn.reply(Outgoing("\n".join(lines), tuple(_buttons(turn, answer))))


def _particulars(turn: Turn, answer: Answer) -> list[str]:
    city, standing = turn.city, answers.state(answer, turn.today)
    owner = city.agencies[answer.agency_id].name(turn.language) if answer.agency_id else turn.text("answers-nobody")
    text, date, language = turn.text, turn.texts.date, turn.language
    asked = [escape(each, quote=False) for each in answer.phrasings[:SHOWN_PHRASINGS]]
    more = len(answer.phrasings) - len(asked)
    return [
        text("answers-card", title=answer.title, key=answer.key, language=answer.language),
        text(f"answers-is-{standing}", version=answer.version, mark=MARKS[standing]),
        "",
        wording.html(answer.body),
        "",
        text("answers-owner", agency=owner),
        text("answers-source", source=answers.bare(answer.source) or "-"),
        *([text("answers-checked", day=date(language, answer.checked))] if answer.checked else []),
        *([text("answers-until", day=date(language, answer.valid_until))] if answer.valid_until else []),
        *([text("answers-action", action=answer.action)] if answer.action else []),
        text("answers-phrasings", count=len(answer.phrasings), phrasings=Html(" | ".join(asked) or "-"), more=more),
    ]


def _buttons(turn: Turn, answer: Answer) -> list[Option]:
    name, typed = on_button(answer), named_so(answer, turn)
    offered = []
    for key, command, words in _acts(turn.member, answer):
        rest = f" {words}" if words else ""
        label = turn.text(f"answers-button-{key}")
        offered.append(Option(f"{command} {name}{rest}", label, typed=f"{command} {typed}{rest}"))
    for row in answers.by_key(turn.facts, answer.key):
        if row.id != answer.id and visible(turn.member, row):
            label = turn.text("answers-button-language", language=row.language)
            offered.append(Option(f"/jawaban {on_button(row)}", label, typed=f"/jawaban {named_so(row, turn)}"))
    return offered


def _acts(member: StaffMember, answer: Answer) -> Iterator[tuple[str, str, str]]:
    """What the person may do to it: the button, the command, the words behind the answer's name."""
    writes, publishes = rights.may_write(member, answer.agency_id), rights.may_publish(member, answer.agency_id)
    if publishes or (writes and not answer.published):
        yield "change", "/jawaban", "ubah"
    if writes:
        yield "phrasings", "/jawaban", "cara"
    if publishes:
        yield "again" if answer.published else "publish", "/terbitkan", ""
    if publishes and answer.published:
        yield "withdraw", "/tarik", ""
    if answer.version > 1:
        yield "versions", "/jawaban", "versi"


# --- the list


def show(turn: Turn, said: str) -> None:
    """The answers one looks after, or those of them that the words are found in, page by page."""
    member = turn.member
    start, words = place_in(said)
    found = _found(turn, answers.owned(turn.facts, rights.whose_answers(member)), words)
    if not found:
        turn.say("answers-none", (_new(turn),), words=words, search="yes" if words else "no")
        return
    page = found[start : start + PAGE] or found[:PAGE]
    start = start if found[start : start + PAGE] else 0
    shown = {"count": len(found), "first": start + 1, "last": start + len(page)}
    head = turn.text("answers-list", **shown, words=words, search="yes" if words else "no")
    lines = [head, *(_line(turn, rows) for rows in page)]
    options = [Option(f"/jawaban {on_button(rows[0])}", wording.shortened(rows[0].title, 20)) for rows in page]
    options += around(turn, "/jawaban", words, start, len(found))
    turn.reply(Outgoing("\n".join(lines), (*options, *_quick(turn, words), _new(turn))))


def _new(turn: Turn) -> Option:
    return Option("/jawaban baru", turn.text("answers-button-new"), typed="/jawaban baru")


def _quick(turn: Turn, words: str) -> list[Option]:
    return [
        Option(f"/jawaban {each}", turn.text(f"answers-button-{key}"), typed=f"/jawaban {each}")
        for key, each in (("drafts", DRAFTS), ("expired", EXPIRED))
        if each != words
    ]


def around(turn: Turn, command: str, words: str, start: int, total: int) -> Iterator[Option]:
    """The ways to the page before and the one behind; ``words``, what was searched for, are cut to fit the button."""
    for key, place in (("previous", start - PAGE), ("next", start + PAGE)):
        if 0 <= place < total:
            value = f"{command} {FROM}{place} {words}".encode()[:LONGEST_VALUE].decode(errors="ignore").strip()
            yield Option(value, turn.text(f"tickets-{key}"))


def place_in(said: str) -> tuple[int, str]:
    """The place in a list at which a page begins, as buttons name it, and the words behind it."""
    first, _, rest = said.partition(" ")
    if first[:1] == FROM and first[1:].isdecimal():
        return int(first[1:]), rest.strip()
    return 0, said.strip()


def _line(turn: Turn, rows: Sequence[Answer]) -> Html:
    first, day = rows[0], turn.today
    states = " ".join(f"{row.language} {MARKS[answers.state(row, day)]}" for row in rows)
    owner = ""
    if rights.whose_answers(turn.member) is None and first.agency_id:
        owner = naming.short(turn.city.agencies[first.agency_id].name(turn.language))
    return turn.text("answers-line", title=first.title, key=first.key, states=states, agency=owner or "none")


def _found(turn: Turn, rows: Sequence[Answer], words: str) -> list[list[Answer]]:
    """The answers, each in its languages, that are in the state named and hold all the words; else what comes near."""
    wanted = [word.casefold() for word in words.split()]
    standing = _STATES.get(wanted[0]) if wanted else None
    if standing is not None:
        wanted, day = wanted[1:], turn.today
        rows = [row for row in rows if answers.state(row, day) == standing]
    order = turn.city.rules.languages
    grouped: dict[str, list[Answer]] = {}
    for row in rows:
        grouped.setdefault(row.key, []).append(row)
    for each in grouped.values():
        each.sort(key=lambda row: order.index(row.language) if row.language in order else len(order))
    texts = {key: " ".join(map(_text, each)) for key, each in grouped.items()}
    found = [grouped[key] for key, text in texts.items() if all(word in text for word in wanted)]
    return found or _near(grouped, " ".join(wanted))


def _text(row: Answer) -> str:
    return " ".join((row.key, row.title, *row.phrasings, row.body)).casefold()


def _near(grouped: Mapping[str, list[Answer]], words: str) -> list[list[Answer]]:
    choices = {(key, text): text for key, rows in grouped.items() for row in rows for text in (key, row.title)}
    near = process.extract(
        words, choices, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR, limit=PAGE
    )
    return [grouped[key] for key in dict.fromkeys(place[0] for _, _, place in near)]
