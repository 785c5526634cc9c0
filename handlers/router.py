"""What was said decides who deals with it: a table of routes, tried from top to bottom until one takes the message."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from handlers import language
from handlers.commands import Command, CommandTable
from handlers.complaints import adding, filing, number
from handlers.complaints import commands as complaint_commands
from handlers.complaints.adding import AddWords
from handlers.complaints.filing import FileComplaint
from handlers.dialogue import holding
from handlers.dialogue.engine import BUTTON, Flow, Step
from handlers.messages import Inbound, Option, Outgoing, Signal
from handlers.privacy import linking, notice
from handlers.privacy.linking import LinkChannels
from handlers.staff import commands as staff_commands
from handlers.staff import rights, roster
from handlers.staff.commands import Act
from handlers.subscriptions import stop
from handlers.texts import pick
from handlers.turn import Turn
from storage import complaints, outbox
from storage.models import Kind, Priority

FLOWS: dict[str, Flow] = {flow.name: flow for flow in (filing.FLOW, adding.FLOW, staff_commands.FLOW, linking.FLOW)}

_GREETING = re.compile(
    r"^\W*(?:ass?a?l+a?m\w*|askum|salam|hal+o+|h[ae]i+|hello|hi|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|"
    r"malam|min|admin|p|tes|test|permisi|good (?:morning|afternoon|evening))(?:\W+(?:min|admin|kak|pak|bu|bapak|ibu|"
    r"wr|wb|warahmatullahi|wabarakatuh|sanak|dunsanak|there|u?alaikum))*\W*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\b(?:gmn|gimana|bagaimana|brp|berapa|bara|baa|dimana|dima|dmn|kapan|bilo|kpn|apakah|syarat|how|where|when|what|"
    r"caro|cara)\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:rusak|mati|bocor|banjir|banjia|tumpat|mampet|sampah|sarok|pungli|belum|alun|blm|tidak|tdk|gak|ga|nggak|ndak|indak|"
    r"lambat|lama|lamo|kotor|bau|bahaya|berlubang|lubang|lobang|roboh|runtuh|tumbang|macet|broken|not|never|dirty)\b",
    re.IGNORECASE,
)
SHORT = 2  # words; anything shorter with no known meaning gets the menu rather than a complaint form


def respond(turn: Turn) -> None:
    """Deal with one message. Every message that a person wrote to us gets exactly one route, and an answer."""
    for route in _ROUTES:
        if route(turn):
            return


def menu(turn: Turn, argument: str = "") -> None:
    """/menu: what can be done here."""
    _menu(turn, "menu")


def _menu(turn: Turn, key: str) -> None:
    names = ["lapor", "status", "bahasa", "bantuan"]
    if rights.may_handle_complaints(turn.person.staff):
        names.insert(0, "tiket")
    options = tuple(Option(f"/{name}", turn.text(f"menu-{name}")) for name in names)
    turn.say(key, options, city=turn.city.rules.name)


def help_(turn: Turn, argument: str) -> None:
    """/bantuan: the commands this person may use."""
    allowed = [command for command in TABLE.commands if command.help and command.allowed(turn.person.staff)]
    lines: list[str] = [turn.text("help", city=turn.city.rules.name)]
    lines += [f"/{command.words[0]} - {turn.text(command.help)}" for command in allowed]
    turn.reply(Outgoing("\n".join(lines)))


def cancel(turn: Turn, argument: str) -> None:
    """/batal: leave what is running; what was written is gone, and we say so."""
    conversation = turn.person.conversation
    if not conversation.flow:
        turn.say("cancel-nothing")
        return
    conversation.clear()
    turn.say("cancelled")
    _return_to(turn)


def back(turn: Turn, argument: str) -> None:
    """/kembali: the question before."""
    dialogue = turn.dialogue
    if dialogue.running:
        _take(turn, dialogue.back(turn.now))
    else:
        turn.say("back-nothing")


def start(turn: Turn, argument: str) -> None:
    """/start: the first thing Telegram sends; its payload may be an invitation."""
    if argument.startswith(roster.START):
        staff_commands.join(turn, argument.removeprefix(roster.START))
    else:
        _menu(turn, "welcome")


TABLE = CommandTable(
    (
        *complaint_commands.COMMANDS,
        *staff_commands.COMMANDS,
        *language.COMMANDS,
        *linking.COMMANDS,
        *stop.COMMANDS,
        Command(("kembali", "back", "baliak"), back, "help-kembali"),
        Command(("batal", "cancel"), cancel, "help-batal"),
        Command(("menu",), menu, "help-menu"),
        Command(("bantuan", "help", "bantu"), help_, "help-bantuan"),
        Command(("start", "mulai"), start, ""),
    )
)


# --- the routes: each returns True when the message is dealt with


def _signals(turn: Turn) -> bool:
    inbound = turn.inbound
    chat = {"channel": inbound.channel, "address": inbound.address}
    match inbound.signal:
        case Signal.MESSAGE:
            return False
        case Signal.START:
            _first_words(turn)
            start(turn, inbound.text.strip())
        case Signal.JOINED:
            language.settle(turn)
            turn.say("group-hello")
        case Signal.LEFT:
            roster.leave_group(turn.facts, **chat, now=turn.now)
        case Signal.MIGRATED:
            roster.move_group(turn.facts, **chat, new_address=inbound.text)
        case Signal.BLOCKED:
            stop.blocked(turn)
    return True


def _group_talk(turn: Turn) -> bool:
    """In a group people mostly talk to each other: only commands, buttons and replies to us are for us."""
    inbound = turn.inbound
    if not inbound.group or inbound.button or inbound.reply_to or inbound.text.startswith("/"):
        return False
    return not _in_this_chat(turn)


def _in_this_chat(turn: Turn) -> bool:
    inbound, conversation = turn.inbound, turn.person.conversation
    return bool(conversation.flow) and conversation.state.get("chat") == f"{inbound.channel}:{inbound.address}"


def _first_words(turn: Turn) -> bool:
    """Somebody new is told once what becomes of their data; in an emergency the numbers come first."""
    language.settle(turn)
    alarms = () if turn.inbound.button or turn.inbound.edited else turn.city.emergencies(turn.inbound.text)
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
        _take(turn, corrected)
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
        _open_with(turn, held)
    else:
        _feed(turn, held)
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
        complaint_commands.add_reply(turn, complaint)
    elif rights.may_handle(turn.person.staff, complaint):
        staff_commands.answer_card(turn, complaint)
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
        _take(turn, dialogue.ask_again(turn.now, note="unreadable"))
    else:
        _take(turn, dialogue.answer(inbound, turn.now))
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
    _menu(turn, "old-button-idle")
    return True


def _opening(turn: Turn) -> bool:
    """Free words, a photo, a pin or a voice note to begin with."""
    inbound = turn.inbound
    text = inbound.text.strip()
    if inbound.empty or (inbound.media and not inbound.text and all(item.kind == "sticker" for item in inbound.media)):
        _menu(turn, "unreadable-menu")
    elif _GREETING.match(text) and not inbound.media and not inbound.pin:
        _menu(turn, "greeting")
    elif text and not inbound.media and not inbound.pin and len(text.split()) <= SHORT and not _about(turn, text):
        _menu(turn, "not-understood")
    else:
        _open_with(turn, [inbound])
    return True


def _about(turn: Turn, text: str) -> bool:
    return bool(turn.city.guess_categories(text))


_ROUTES: tuple[Callable[[Turn], bool], ...] = (
    _signals,
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
    _opening,
)


# --- what the routes share


def _hold(turn: Turn, inbound: Inbound) -> None:
    turn.reply(holding.hold(turn.dialogue, inbound, turn.now))


def _open_with(turn: Turn, messages: Sequence[Inbound]) -> None:
    """Begin a complaint (or a request for information) with these messages."""
    if not messages:
        complaint_commands.begin(turn, Kind.COMPLAINT, "")
        return
    first = messages[0]
    turn.inbound = replace(first, external_id=turn.inbound.external_id, album=turn.inbound.album)
    asks = bool(_QUESTION.search(first.text)) and not _TROUBLE.search(first.text)
    kind = Kind.INFORMATION if asks and not first.media and not first.pin else Kind.COMPLAINT
    complaint_commands.begin(turn, kind, first.text)
    _feed(turn, messages[1:], replies=False)


def _feed(turn: Turn, messages: Sequence[Inbound], replies: bool = True) -> None:
    """Answer the running question with messages that had been held back; only the last reply is said."""
    step = turn.dialogue.ask_again(turn.now) if replies else None
    for message in messages:
        if turn.dialogue.running and not message.empty:
            step = turn.dialogue.answer(message, turn.now)
    if step is not None:
        _take(turn, step)


def _take(turn: Turn, step: Step) -> None:
    """Say what a step leads to, and carry out the command a finished flow returned."""
    for reply in step.replies:
        turn.reply(reply)
    if not step.finished:
        return
    match step.result:
        case FileComplaint():
            complaint_commands.filed(turn, step.result, step)
        case AddWords():
            complaint_commands.added(turn, step.result)
        case Act():
            staff_commands.acted(turn, step.result)
        case LinkChannels():
            linking.linked(turn, step.result)
        case None:
            turn.say("cancelled")
    _return_to(turn)


def _return_to(turn: Turn) -> None:
    """A flow that had been interrupted goes on."""
    dialogue = turn.dialogue
    if dialogue.running and not turn.inbound.group:
        for reply in dialogue.ask_again(turn.now, note="back-to").replies:
            turn.reply(reply)
