"""All capabilities of the bot. A new one is added here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import language
from handlers.abuse import muting
from handlers.capability import Capability, Ending, Finder, Task
from handlers.commands import Command
from handlers.complaints import arrivals, recurring, secrecy, settling, supporting
from handlers.complaints import commands as complaint_commands
from handlers.dialogue.engine import Flow
from handlers.info import (
    editing,
    expiry,
    following_up,
    from_replies,
    offices,
    proposals,
    quakes,
    services,
    trying,
    waiting,
    weather,
)
from handlers.privacy import linking, looks
from handlers.routing import administering, nightly
from handlers.routing import commands as routing_commands
from handlers.staff import (
    absences,
    access,
    assigning,
    bulk,
    claims,
    desk,
    digest,
    duty,
    groups,
    identity_commands,
    joining,
    macros,
    overview,
    replies,
    report,
    sp4n,
    successions,
)
from handlers.staff import commands as staff_commands
from handlers.subscriptions import stop

ALL: tuple[Capability, ...] = (
    complaint_commands.CAPABILITY,
    arrivals.CAPABILITY,
    settling.CAPABILITY,
    supporting.CAPABILITY,
    recurring.CAPABILITY,
    staff_commands.CAPABILITY,
    overview.CAPABILITY,
    digest.CAPABILITY,
    report.CAPABILITY,
    routing_commands.CAPABILITY,
    administering.CAPABILITY,
    nightly.CAPABILITY,
    groups.CAPABILITY,
    identity_commands.CAPABILITY,
    access.CAPABILITY,
    secrecy.CAPABILITY,
    claims.CAPABILITY,
    joining.CAPABILITY,
    assigning.CAPABILITY,
    absences.CAPABILITY,
    duty.CAPABILITY,
    successions.CAPABILITY,
    desk.CAPABILITY,
    sp4n.CAPABILITY,
    replies.CAPABILITY,
    macros.CAPABILITY,
    bulk.CAPABILITY,
    editing.CAPABILITY,
    from_replies.CAPABILITY,
    waiting.CAPABILITY,
    proposals.CAPABILITY,
    trying.CAPABILITY,
    expiry.CAPABILITY,
    muting.CAPABILITY,
    language.CAPABILITY,
    linking.CAPABILITY,
    looks.CAPABILITY,
    stop.CAPABILITY,
    following_up.CAPABILITY,
    services.CAPABILITY,
    offices.CAPABILITY,
    weather.CAPABILITY,
    quakes.CAPABILITY,
)
COMMANDS: tuple[Command, ...] = tuple(command for each in ALL for command in each.commands)
FLOWS: Mapping[str, Flow] = {flow.name: flow for each in ALL for flow in each.flows}
ENDINGS: Mapping[type, Ending] = {kind: ending for each in ALL for kind, ending in each.endings.items()}
LOOKUPS: Mapping[str, Finder] = {name: finder for each in ALL for name, finder in each.lookups.items()}
TASKS: Mapping[str, Task] = {purpose: task for each in ALL for purpose, task in each.tasks.items()}
