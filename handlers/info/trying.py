"""/coba: what the bot would answer to some words, and why; nothing of it reaches a citizen or is counted."""

from __future__ import annotations

from html import escape

from handlers.capability import Capability
from handlers.commands import Command
from handlers.info import knowledge, owned
from handlers.info.engine import Engine
from handlers.info.entry import Decision, Found, Hit
from handlers.info.wording import shortened
from handlers.messages import Option, Outgoing
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.texts import Html, pick
from handlers.turn import Turn
from storage import answers
from storage.models import Answer

MOST = 5  # hits shown


def command(turn: Turn, said: str) -> None:
    """/coba WORDS: the decision, how sure it is, the hits with what spoke for and against each."""
    if not said:
        turn.say("trying-how")
        return
    engine = turn.city.library.engine
    found = engine.ask(said, limit=MOST)
    lines: list[str] = [*_before(turn, said), _decision(turn, found)]
    lines += [_hit(turn, number, hit) for number, hit in enumerate(found.hits, start=1)]
    lines += _with_drafts(turn, engine, said, found)
    options = []
    for hit in found.hits:
        rows = answers.by_key(turn.facts, hit.key)
        if rows:
            label = shortened(rows[0].title, 30)
            options.append(Option(f"/jawaban {owned.on_button(rows[0])}", label, typed=f"/jawaban {hit.key}"))
    turn.reply(Outgoing("\n".join(lines), tuple(options)))


def _before(turn: Turn, said: str) -> list[str]:
    """What is heard before the engine is asked: an emergency, and what the words are about as a complaint."""
    lines: list[str] = []
    alarms = turn.city.emergencies(said)
    if alarms:
        numbers = ", ".join(f"{alarm.number} {pick(alarm.names, turn.language)}" for alarm in alarms)
        lines.append(turn.text("trying-emergency", numbers=numbers))
    guessed = turn.city.guess_categories(said)
    if guessed:
        lines.append(turn.text("trying-category", categories=", ".join(each.name(turn.language) for each in guessed)))
    return lines


def _decision(turn: Turn, found: Found) -> Html:
    sure = found.hits[0].confidence if found.hits else 0.0
    return turn.text(f"trying-{found.decision}", percent=round(sure * 100))


def _hit(turn: Turn, number: int, hit: Hit) -> Html:
    rows = answers.by_key(turn.facts, hit.key)
    missed = Html(", ".join(f"“{escape(word, quote=False)}”" for word in hit.why.missed))
    return turn.text(
        "trying-hit",
        number=number,
        title=rows[0].title if rows else hit.key,
        key=hit.key,
        percent=round(hit.confidence * 100),
        score=f"{hit.score:.2f}",
        phrasing=shortened(hit.why.phrasing, 120),
        missed=missed or "none",
    )


def _with_drafts(turn: Turn, engine: Engine, said: str, found: Found) -> list[str]:
    """What would come first if one's drafts were published, where that is something else."""
    rows = answers.owned(turn.facts, rights.whose_answers(turn.member))
    drafts = [row for row in rows if not row.published]
    if not drafts:
        return []
    written = knowledge.gather(_together(turn, drafts), turn.city.rules.languages)
    then = engine.changed(knowledge.entries(written)).ask(said, limit=1)
    first = found.hits[0].key if found.hits else ""
    if not then.hits or then.decision is Decision.HAND_OVER:
        return []
    best = then.hits[0]
    if best.key not in written or (best.key == first and then.decision == found.decision):
        return []
    percent = round(best.confidence * 100)
    return [turn.text("trying-draft", title=written[best.key][0].title, key=best.key, percent=percent)]


def _together(turn: Turn, drafts: list[Answer]) -> list[Answer]:
    """The drafts with what is published under their keys, since an entry is all languages of an answer."""
    published = [row for key in {row.key for row in drafts} for row in answers.by_key(turn.facts, key) if row.published]
    return [*published, *drafts]


CAPABILITY = Capability(
    commands=(Command(("coba", "try", "cubo"), command, "help-coba", rights.has(Right.WRITE_ANSWERS), bare=False),)
)
