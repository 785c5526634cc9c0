"""What one capability of the bot brings along: its commands, its conversations and what they lead to, its timers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.office import Office
from handlers.turn import Turn

Ending = Callable[[Turn, Any, Step], None]  # carries out the command object that a finished flow returned
Finder = Callable[[Turn, Mapping[str, Any]], Any]  # finds what a flow has looked up: from its arguments to JSON
Task = Callable[[Office, int], None]  # does what a timer asks for, about the object with that id


@dataclass(frozen=True, slots=True)
class Capability:
    """Everything the router and the timers need to know of it. ``endings`` by the class of the command object."""

    commands: tuple[Command, ...] = ()
    flows: tuple[Flow, ...] = ()
    endings: Mapping[type, Ending] = field(default_factory=dict)
    lookups: Mapping[str, Finder] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
