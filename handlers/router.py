"""What was said decides who deals with it: a table of routes, tried from top to bottom until one takes the message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from handlers import language, menu, opening, stepping
from handlers.abuse import pace
from handlers.complaints import commands as complaint_commands
from handlers.complaints import filing, number, settling, supporting
from handlers.dialogue import holding
from handlers.dialogue.engine import BUTTON
from handlers.menu import TABLE
from handlers.messages import Inbound, Outgoing, Signal
from handlers.office import office_of
from handlers.privacy import notice
from handlers.refusal import Refusal
from handlers.routing import departed
from handlers.staff import commands as staff_commands
from handlers.staff import groups, leaving, notes, proof, rights
from handlers.subscriptions import stop
from handlers.texts import pick
from handlers.turn import Turn
from storage import complaints, outbox, supporters
from storage.models import Priority


def respond(turn: Turn) -> None:
    """Deal with one message. Every message that a person wrote to us gets exactly one route, and an answer."""
    try:
        for route in _ROUTES:
            if route(turn):
                return
    except Refusal as refusal:
        turn.refuse(refusal)


# --- the routes: each returns True when the message is dealt with


def _signals(turn: Turn) -> bool:
    if turn.inbound.signal == Signal.MESSAGE:
        return False
    act = _ON_SIGNAL.get(Signal(turn.inbound.signal))
    if act is not None:
        act(turn)
    return True


def _started(turn: Turn) -> None:
    _first_words(turn)
    menu.start(turn, turn.inbound.text.strip())


def _group_talk(turn: Turn) -> bool:
    """In a group people mostly talk to each other: only commands, buttons and replies to us are for us.

    In a complaint's topic everything said is about the complaint, and kept.
    """
    inbound = turn.inbound
    if not inbound.group or inbound.button or inbound.text.startswith("/") or _in_this_chat(turn):
        return False
    return notes.take(turn) or not inbound.reply_to


def _in_this_chat(turn: Turn) -> bool:
    conversation = turn.person.conversation
    return bool(conversation.flow) and conversation.state.get("chat") == turn.inbound.place


def _first_words(turn: Turn) -> bool:
    """Somebody new is told once what becomes of their data; in an emergency the numbers come first."""
    pace.note(turn)
    language.settle(turn)
    calm = turn.inbound.button or turn.inbound.edited or TABLE.calm(turn.inbound.text)
    alarms = () if calm else turn.city.emergencies(turn.inbound.text)
    if alarms:
        lines: list[str] = [turn.text("emergency")]
        lines += [f"<b>{alarm.number}</b> {escape(pick(alarm.names, turn.language))}" for alarm in alarms]
        turn.tell(Outgoing("\n".join(lines)), "emergency", Priority.EMERGENCY)
    notice.tell_once(turn)
    return False


def _edited(turn: Turn) -> bool:
    if not turn.inbound.edited:
        return False
    dialogue = turn.dialogue
    corrected = dialogue.correct(turn.inbound, turn.now) if dialogue.running else None
    if corrected is not None:
        stepping.take(turn, corrected)
    else:
        complaint_commands.correct(turn)
    return True


def _commands(turn: Turn) -> bool:
    inbound = turn.inbound
    said = inbound.button if inbound.button.startswith("/") else "" if inbound.button else inbound.text
    found = TABLE.find(said)
    if found is None:
        return False
    command, argument = found
    if not command.allowed(turn.person.staff):
        if not inbound.button and not said.startswith("/"):
            return False  # a citizen may well begin a sentence with a word that is a command for staff
        turn.say("staff-only")
    elif command.run is complaint_commands.file and turn.dialogue.running and not inbound.group:
        _hold(turn, replace(inbound, text=argument, button=""))
    elif inbound.group and command.run is complaint_commands.file:
        turn.say("only-private")
    else:
        command.run(turn, argument)
    return True


def _unknown_command(turn: Turn) -> bool:
    if turn.inbound.button or not TABLE.unknown(turn.inbound.text):
        return False
    if not turn.inbound.group:
        turn.say("command-unknown")
    return True


def _held(turn: Turn) -> bool:
    dialogue = turn.dialogue
    if turn.inbound.group or not dialogue.running or not holding.waiting(dialogue.conversation):
        return False
    decision = holding.decided(dialogue, turn.inbound)
    if decision is None:
        turn.reply(holding.hold(dialogue, turn.inbound, turn.now))
        return True
    held = holding.release(dialogue.conversation)
    if decision == holding.ANEW:
        dialogue.conversation.clear()
        opening.begin_with(turn, held)
    else:
        stepping.feed(turn, held)
    return True


def _reply_to_us(turn: Turn) -> bool:
    """A reply to a card answers the citizen; a reply to a notice adds to the complaint."""
    inbound = turn.inbound
    if not inbound.reply_to or inbound.button or _in_this_chat(turn):
        return False
    sent = outbox.by_provider_id(turn.facts, inbound.channel, inbound.address, inbound.reply_to)
    complaint = complaints.by_id(turn.facts, sent.complaint_id, lock=True) if sent and sent.complaint_id else None
    if complaint is None:
        return False
    if complaint.citizen_id == turn.person.citizen_id and not inbound.group:
        if not settling.answer(turn, complaint):
            complaint_commands.add_reply(turn, complaint)
    elif not inbound.group and supporters.follows(turn.facts, complaint.id or 0, turn.person.citizen_id):
        supporting.add_reply(turn, complaint)
    elif rights.may_handle(turn.person.staff, complaint):
        staff_commands.answer_card(turn, complaint)
    elif departed.once_theirs(office_of(turn), turn.person.staff, complaint):
        agency = turn.city.agencies[complaint.agency_id].name(turn.language)
        turn.say("staff-moved", number=complaint.number, agency=agency)
    else:
        return False
    return True


def _group_rest(turn: Turn) -> bool:
    return turn.inbound.group and not turn.inbound.button and not _in_this_chat(turn)


def _numbers(turn: Turn) -> bool:
    """A complaint number, alone or in a short question, shows how it stands."""
    inbound = turn.inbound
    text = inbound.text.strip()
    if inbound.button or inbound.media or len(text) > 60 or turn.dialogue.running:
        return False
    if number.find(text) or (number.looks_like(text) and len(text) > 4):
        complaint_commands.show(turn, text)
        return True
    return False


def _flow(turn: Turn) -> bool:
    dialogue, inbound = turn.dialogue, turn.inbound
    conversation = dialogue.conversation
    if not dialogue.running:
        return False
    current = inbound.button.startswith(f"{BUTTON}{conversation.version}:")
    rested = holding.stale(conversation, turn.now, turn.city.rules.resume_after)
    if rested and not current and not inbound.empty and conversation.flow == filing.NAME:
        _hold(turn, inbound)
    elif inbound.empty and not inbound.button:
        stepping.take(turn, dialogue.ask_again(turn.now, note="unreadable"))
    else:
        stepping.take(turn, dialogue.answer(inbound, turn.now))
    return True


def _offered(turn: Turn) -> bool:
    """Where there are no buttons, the number or the words of one do the same."""
    text = turn.inbound.text.strip()
    offered = turn.person.conversation.state.get("offered", [])
    if turn.inbound.button or not text or not offered or len(text) > 60:
        return False
    value = None
    if text.isdecimal() and 1 <= int(text[:4]) <= len(offered):
        value, _, numbered = offered[int(text[:4]) - 1]
        value = value if numbered else None
    for option, label, _ in offered:
        if text.casefold() == label.casefold():
            value = option
    if value is None or not value.startswith("/"):
        return False
    turn.inbound = replace(turn.inbound, button=value)
    return _commands(turn)


def _stray_button(turn: Turn) -> bool:
    if not turn.inbound.button:
        return False
    version, _, value = turn.inbound.button.removeprefix(BUTTON).partition(":")
    if turn.person.conversation.state.get("last") == [version, value]:
        return True  # tapped twice: the first tap ended the conversation
    menu.show(turn, "old-button-idle")
    return True


_ON_SIGNAL: Mapping[Signal, Callable[[Turn], None]] = {
    Signal.START: _started,
    Signal.JOINED: groups.came_in,
    Signal.LEFT: groups.thrown_out,
    Signal.MIGRATED: groups.moved,
    Signal.RIGHTS: groups.may_do,
    Signal.MEMBER_LEFT: leaving.left,
    Signal.BLOCKED: stop.blocked,
}
_ROUTES: tuple[Callable[[Turn], bool], ...] = (
    _signals,
    proof.more,
    _group_talk,
    _first_words,
    _edited,
    _commands,
    _unknown_command,
    _held,
    _reply_to_us,
    _group_rest,
    _numbers,
    _flow,
    _offered,
    _stray_button,
    settling.overheard,
    opening.greet,
)


# --- what the routes share


def _hold(turn: Turn, inbound: Inbound) -> None:
    turn.reply(holding.hold(turn.dialogue, inbound, turn.now))
