"""The agency's group chat: made the place where its complaints arrive, with topics or without."""

from __future__ import annotations

from handlers import language
from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import topics
from handlers.office import office_of
from handlers.staff import rights, roster
from handlers.turn import StaffMember, Turn
from storage import roster as rows
from storage.models import StaffGroup

_TOPIC = frozenset({"topik", "topic", "topics"})
_ON, _OFF = frozenset({"hidup", "nyala", "on"}), frozenset({"mati", "off"})


def adopt(turn: Turn, argument: str) -> None:
    """/grup: from now on the agency's complaints arrive in this group; /grup topik hidup or mati: with or without."""
    member, inbound = turn.member, turn.inbound
    said = argument.casefold().split()
    if not inbound.group:
        turn.say("only-group")
    elif member.agency_id is None:
        turn.say("group-needs-agency")
    elif said and said[0] in _TOPIC:
        _switch(turn, member.agency_id, said[1] if len(said) > 1 else "")
    else:
        _adopt(turn, member)
        turn.say("group-adopted", agency=turn.city.agencies[member.agency_id].name(turn.language))
        if inbound.forum:
            turn.say("topics-on")


def _adopt(turn: Turn, member: StaffMember) -> None:
    inbound, agency_id = turn.inbound, member.agency_id or 0
    group = roster.adopt_group(
        turn.facts, channel=inbound.channel, address=inbound.address, agency_id=agency_id, now=turn.now
    )
    _set(turn, group, topics_on=inbound.forum)
    thing = f"group:{group.id}"
    turn.audit("group.adopted", thing, agency=agency_id)


def _switch(turn: Turn, agency_id: int, said: str) -> None:
    group = _own(turn)
    if group is None or group.agency_id != agency_id:
        turn.say("group-needs-adopting")
    elif said in _OFF:
        _set(turn, group, topics_on=False)
        turn.say("topics-off")
    elif said not in _ON:
        turn.say("topics-which")
    elif not turn.inbound.forum:
        turn.say("topics-no-forum")
    else:
        _set(turn, group, topics_on=True)
        turn.say("topics-on")


def _own(turn: Turn) -> StaffGroup | None:
    """The chat as a staff group that is still one."""
    group = rows.group_at(turn.facts, turn.inbound.channel, turn.inbound.address)
    return group if group is not None and group.ended_at is None else None


def _set(turn: Turn, group: StaffGroup, *, topics_on: bool) -> None:
    group.topics = topics_on
    turn.facts.add(group)
    if topics_on:
        topics.start_days(office_of(turn), group)


def came_in(turn: Turn) -> None:
    """The bot was added to a group."""
    language.settle(turn)
    turn.say("group-hello")


def thrown_out(turn: Turn) -> None:
    """The bot was removed from a group."""
    roster.leave_group(turn.facts, channel=turn.inbound.channel, address=turn.inbound.address, now=turn.now)


def moved(turn: Turn) -> None:
    """A group has become a supergroup, with another address."""
    inbound = turn.inbound
    roster.move_group(turn.facts, channel=inbound.channel, address=inbound.address, new_address=inbound.text)


def may_do(turn: Turn) -> None:
    """The bot may manage the topics of a group from now on, or no longer; either way the group learns what follows."""
    group = _own(turn)
    if group is None or not turn.inbound.forum:
        return
    allowed = turn.inbound.text == "topics"
    if group.topics != allowed:
        language.settle(turn)
        _set(turn, group, topics_on=allowed)
        turn.say("topics-on" if allowed else "topics-lost")


CAPABILITY = Capability(
    commands=(Command(("grup", "group"), adopt, "help-grup", rights.may_handle_complaints, bare=False),),
    tasks=topics.CAPABILITY.tasks,
)
