"""/jawaban, /terbitkan, /tarik: an agency's answers in the hands of those who know: written, published, changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Choice, Confirm, Pick, Talk, Text
from handlers.info import changing, owned
from handlers.info.prompts import Day, Kept, day_said
from handlers.messages import Option, Outgoing
from handlers.refusal import Refusal
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.texts import Html
from handlers.turn import Turn
from storage import answers
from storage.models import Answer, Staff

EDIT, PUBLISH, SURE, NEW = "answer", "publish", "answersure", "answernew"
TITLE, BODY, PHRASINGS, SOURCE, UNTIL = "title", "body", "phrasings", "source", "until"
LONGEST = {TITLE: 200, BODY: 3500, PHRASINGS: 3500, SOURCE: 500}  # characters
WITHDRAW, RESTORE, REMOVE = "withdraw", "restore", "remove"
VERSIONS_SHOWN = 10
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("judul", "title"), TITLE),
    **dict.fromkeys(("isi", "body", "text"), BODY),
    **dict.fromkeys(("cara", "caro", "phrasings", "phrasing"), PHRASINGS),
    **dict.fromkeys(("sumber", "source"), SOURCE),
    **dict.fromkeys(("sampai", "berlaku", "until"), UNTIL),
    **dict.fromkeys(("ubah", "ubek", "change", "edit"), ""),
}
_NEW = frozenset({"baru", "new"})


@dataclass(frozen=True, slots=True)
class Edit:
    """Give this part of the answer another content; ``version`` is the one that was seen."""

    answer: int
    version: int | None
    part: str
    text: str
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Publish:
    """Say that the answer is right as of today."""

    answer: int
    version: int
    source: str
    valid_until: dt.date | None


@dataclass(frozen=True, slots=True)
class Sure:
    """Do what was asked about once more; ``number`` is the version to restore."""

    do: str
    answer: int
    version: int
    number: int


@dataclass(frozen=True, slots=True)
class New:
    """Write a new draft; ``key`` is that of the same answer in other languages."""

    title: str
    body: str
    language: str
    key: str


# --- what is asked


def edit_script(city: City, answer: int, version: int, today: str, now: dict[str, str], part: str = "") -> Talk[Edit]:
    """Ask what is to be changed, and to what."""
    picks = [Pick(each, text=f"answer-what-{each}") for each in (*LONGEST, UNTIL)]
    part = part or (yield from Choice("what", picks))
    if part == UNTIL:
        day = yield from Day("until", today)
        return Edit(answer, version, part, "", day)
    text = yield from Text(part, max_length=LONGEST[part], now=now[part])
    return Edit(answer, version, part, text)


def publish_script(
    city: City, answer: int, version: int, title: str, source: str, until: str, today: str
) -> Talk[Publish | None]:
    """Ask for the source, if need be for the last day, and for a go-ahead."""
    source = yield from Kept("source", source, title=title)
    day = dt.date.fromisoformat(until) if until else None
    if until and until < today:
        day = yield from Day("until", today)
    sure = yield from Confirm("sure", title=title, source=source)
    return Publish(answer, version, source, day) if sure else None


def sure_script(city: City, do: str, answer: int, version: int, title: str, number: int = 0) -> Talk[Sure | None]:
    """Ask for a go-ahead."""
    sure = yield from Confirm("sure", do=do, title=title, number=number)
    return Sure(do, answer, version, number) if sure else None


def new_script(city: City, language: str, key: str = "", title: str = "") -> Talk[New]:
    """Ask what it is about and what to answer."""
    title = yield from Kept("title", title, max_length=LONGEST[TITLE])
    body = yield from Text("body", max_length=LONGEST[BODY], title=title)
    return New(title, body, language, key)


# --- the commands


def command(turn: Turn, said: str) -> None:
    """/jawaban: the list; words: those that hold them; KEY: one; KEY ubah, cara, versi …: change it; baru: another."""
    first, _, rest = said.partition(" ")
    if first.casefold() in _NEW:
        _new(turn, rest)
        return
    meant = owned.named(turn, said) if said else None
    word, _, words = meant.rest.partition(" ") if meant else ("", "", "")
    do = _word(word)
    if meant is None or (word and do is None):
        owned.show(turn, said)
    elif meant.row is None:
        _translate(turn, meant)
    elif do is None:
        owned.card(turn, meant.row)
    else:
        do(turn, meant.row, words.strip())


def _word(word: str) -> Callable[[Turn, Answer, str], None] | None:
    """What the word behind a key asks for."""
    part = _FIELDS.get(word.casefold())
    if part is not None:
        return lambda turn, answer, words: _edit(turn, answer, part, words)
    return _DO.get(word.casefold())


def _edit(turn: Turn, answer: Answer, part: str, words: str) -> None:
    if part == PHRASINGS:
        if not rights.may_write(turn.member, answer.agency_id):
            raise Refusal("answers-not-yours", answer=answer.key)
    else:
        changing.check_may_change(turn.member, answer)
    day = day_said(words, turn.today) if part == UNTIL else None
    if (words and part in LONGEST) or (day is not None and day >= turn.today):
        edited(turn, Edit(answer.id or 0, None, part, words[: LONGEST.get(part)], day), Step())
        return
    now = {TITLE: answer.title, BODY: answer.body, SOURCE: answers.bare(answer.source) or "-"}
    now[PHRASINGS] = "\n".join(answer.phrasings) or "-"
    arguments = {"answer": answer.id, "version": answer.version, "today": turn.today.isoformat()}
    turn.begin(EDIT, arguments | {"now": now, "part": part})


def edited(turn: Turn, edit: Edit, finished: Step) -> None:
    """The new content has come."""
    rights.demand(turn.person.staff, Right.WRITE_ANSWERS)
    if edit.part == PHRASINGS:
        row = changing.edit_phrasings(turn, changing.as_seen(turn, edit.answer), edit.text)
    else:
        answer = changing.as_seen(turn, edit.answer, edit.version)
        changing.check_may_change(turn.member, answer)
        values = {"valid_until": edit.day} if edit.part == UNTIL else {edit.part: edit.text}
        row = changing.change(turn, answer, f"answer.{edit.part}", **values)
    owned.card(turn, row, turn.text("answers-changed", version=row.version))


def publish(turn: Turn, said: str) -> None:
    """/terbitkan KEY: say that it is right, with its source; citizens get it from then on."""
    answer = owned.one(turn, said, turn.text("command-publish"))
    if not rights.may_publish(turn.member, answer.agency_id):
        raise Refusal("answers-head-publishes", answer=answer.key)
    arguments = {"answer": answer.id, "version": answer.version, "title": answer.title}
    arguments["source"] = answers.bare(answer.source)
    arguments["until"] = answer.valid_until.isoformat() if answer.valid_until else ""
    turn.begin(PUBLISH, arguments | {"today": turn.today.isoformat()})


def published(turn: Turn, command: Publish, finished: Step) -> None:
    """The go-ahead has come."""
    rights.demand(turn.person.staff, Right.PUBLISH_ANSWERS)
    answer = changing.as_seen(turn, command.answer, command.version)
    row = changing.publish(turn, answer, command.source, command.valid_until)
    owned.card(turn, row, turn.text("answers-is-out"))


def withdraw(turn: Turn, said: str) -> None:
    """/tarik KEY: make it a draft again."""
    answer = owned.one(turn, said, turn.text("command-withdraw"))
    changing.check_may_change(turn.member, answer)
    if not answer.published:
        raise Refusal("answers-draft-already", answer=answer.key)
    _ask(turn, WITHDRAW, answer)


def _versions(turn: Turn, answer: Answer, words: str) -> None:
    """The answer's versions, newest first, each with a button that brings it back."""
    kept = list(answers.versions(turn.facts, answer.id or 0))[::-1]
    lines = [turn.text("answers-versions", title=answer.title, count=len(kept))]
    options = []
    for each in kept[:VERSIONS_SHOWN]:
        staff = turn.facts.get(Staff, each.staff_id) if each.staff_id else None
        at = turn.texts.moment(turn.language, each.at, turn.city.rules.timezone)
        state = "published" if each.published else "draft"
        said = {"number": each.version, "at": at, "name": staff.name if staff else "-", "state": state}
        lines.append(turn.text("answers-version", **said, title=each.title))
        if each.version != answer.version:
            typed = f"/jawaban {owned.named_so(answer, turn)} pulihkan {each.version}"
            label = turn.text("answers-button-restore", number=each.version)
            options.append(Option(f"/jawaban {owned.on_button(answer)} pulihkan {each.version}", label, typed=typed))
    turn.reply(Outgoing("\n".join(lines), tuple(options)))


def _restore(turn: Turn, answer: Answer, words: str) -> None:
    changing.check_may_change(turn.member, answer)
    if not words.isdecimal():
        _versions(turn, answer, "")
        return
    _ask(turn, RESTORE, answer, int(words))


def _remove(turn: Turn, answer: Answer, words: str) -> None:
    if not rights.may_publish(turn.member, answer.agency_id):
        raise Refusal("answers-head-publishes", answer=answer.key)
    _ask(turn, REMOVE, answer)


def _ask(turn: Turn, do: str, answer: Answer, number: int = 0) -> None:
    arguments = {"do": do, "answer": answer.id, "version": answer.version, "title": answer.title}
    turn.begin(SURE, arguments | {"number": number})


def sure(turn: Turn, command: Sure, finished: Step) -> None:
    """The go-ahead has come."""
    rights.demand(turn.person.staff, Right.WRITE_ANSWERS)
    answer = changing.as_seen(turn, command.answer, command.version)
    if command.do == REMOVE:
        changing.remove(turn, answer)
        turn.say("answers-removed", title=answer.title)
    elif command.do == RESTORE:
        row = changing.restore(turn, answer, command.number)
        owned.card(turn, row, turn.text("answers-restored", number=command.number))
    else:
        owned.card(turn, changing.withdraw(turn, answer), turn.text("answers-withdrawn"))


def _new(turn: Turn, words: str) -> None:
    first, _, rest = words.partition(" ")
    languages = turn.city.rules.languages
    language, title = (first, rest) if first in languages else (languages[0], words)
    turn.begin(NEW, {"language": language, "title": title.strip()[: LONGEST[TITLE]]})


def _translate(turn: Turn, meant: owned.Meant) -> None:
    """The answer is not written in that language yet: write it."""
    if not rights.may_write(turn.member, meant.rows[0].agency_id):
        raise Refusal("answers-not-yours", answer=meant.key)
    turn.begin(NEW, {"language": meant.language, "key": meant.key})


def written(turn: Turn, command: New, finished: Step) -> None:
    """A new draft has come."""
    member = rights.demand(turn.person.staff, Right.WRITE_ANSWERS)
    there = answers.by_key(turn.facts, command.key) if command.key else ()
    if any(row.language == command.language for row in there):
        raise Refusal("answers-crossed", answer=command.key)
    row = changing.create(
        turn,
        title=command.title,
        body=command.body,
        language=command.language,
        agency_id=there[0].agency_id if there else member.agency_id,
        key=command.key,
    )
    owned.card(turn, row, how_to_publish(turn, row))


def how_to_publish(turn: Turn, answer: Answer) -> Html:
    """That it is kept as a draft, and who publishes it how."""
    head = "yes" if rights.may_publish(turn.member, answer.agency_id) else "no"
    return turn.text("answers-draft-kept", key=owned.named_so(answer, turn), head=head)


_DO: Mapping[str, Callable[[Turn, Answer, str], None]] = {
    **dict.fromkeys(("versi", "versions", "version"), _versions),
    **dict.fromkeys(("pulihkan", "restore", "baliakkan"), _restore),
    **dict.fromkeys(("hapus", "delete", "hapuih"), _remove),
}

CAPABILITY = Capability(
    commands=(
        Command(("jawaban", "answers"), command, "help-jawaban", rights.has(Right.WRITE_ANSWERS)),
        Command(("terbitkan", "publish"), publish, "help-terbitkan", rights.has(Right.PUBLISH_ANSWERS), bare=False),
        Command(("tarik", "withdraw"), withdraw, "help-tarik", rights.has(Right.PUBLISH_ANSWERS), bare=False),
    ),
    flows=(Flow(EDIT, edit_script), Flow(PUBLISH, publish_script), Flow(SURE, sure_script), Flow(NEW, new_script)),
    endings={Edit: edited, Publish: published, Sure: sure, New: written},
)
