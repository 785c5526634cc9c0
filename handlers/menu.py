"""What can be done here: the menu, the help, the way back and out, and the table of all commands."""

from __future__ import annotations

from handlers import capabilities, stepping
from handlers.commands import Command, CommandTable
from handlers.info import links, payloads
from handlers.messages import Option, Outgoing
from handlers.staff import commands as staff_commands
from handlers.staff import rights, roster
from handlers.turn import Turn


def menu(turn: Turn, argument: str = "") -> None:
    """/menu: what can be done here."""
    show(turn, "menu")


def show(turn: Turn, key: str) -> None:
    """The choices most people want, after the text ``key``."""
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
    stepping.return_to(turn)


def back(turn: Turn, argument: str) -> None:
    """/kembali: the question before."""
    dialogue = turn.dialogue
    if dialogue.running:
        stepping.take(turn, dialogue.back(turn.now))
    else:
        turn.say("back-nothing")


def start(turn: Turn, argument: str) -> None:
    """/start: the first thing Telegram sends; its payload may be an invitation, or what a link or a code opens."""
    if argument.startswith(roster.START):
        staff_commands.join(turn, argument.removeprefix(roster.START))
    elif payloads.read(argument) is None:
        show(turn, "welcome")
    elif not links.follow(turn, argument):
        show(turn, "link-gone")


TABLE = CommandTable(
    (
        *capabilities.COMMANDS,
        Command(("kembali", "back", "baliak"), back, "help-kembali"),
        Command(("batal", "cancel"), cancel, "help-batal"),
        Command(("menu",), menu, "help-menu"),
        Command(("bantuan", "help", "bantu"), help_, "help-bantuan"),
        Command(("start", "mulai"), start, ""),
    )
)
