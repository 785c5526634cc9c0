"""Filing for somebody else: a member of staff writes down what a person says at the desk or on the phone."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import filing, happenings, service
from handlers.complaints.filing import FileComplaint
from handlers.complaints.happening import Happening
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import SKIP, Answer, Parsed, Question, Rejected, Scene, Talk, Text
from handlers.messages import Ask, Inbound, Option, Outgoing
from handlers.office import office_of
from handlers.staff import rights, roster
from handlers.staff.rights import Right
from handlers.turn import Turn
from storage import audit, linking, walk_ins
from storage.models import Complaint, Kind

FLOW_NAME = "desk"
CODE_LENGTH = 8
CODE_DAYS = 7  # long enough to get home and find the bot
_PHONE = re.compile(r"^(?:\+?62|0)(8\d{7,12}|[2-7]\d{6,10})$")


@dataclass(frozen=True, slots=True)
class FileFor:
    """File ``complaint`` for the person called ``name`` with the number ``phone``; both may be empty."""

    complaint: FileComplaint
    name: str
    phone: str


class Phone(Question[str]):
    """An Indonesian phone number, kept as +62…; there may be none."""

    kind = "phone"

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        return Outgoing(self.put(scene), (Option(SKIP, scene.say("desk-no-phone")),), ask=Ask.TEXT)

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        said = (inbound.button or inbound.text).strip()
        if said in (SKIP, "1") or said.casefold() == scene.say("desk-no-phone").casefold():
            return Answer("")
        match = _PHONE.match(re.sub(r"[\s().-]", "", said))
        return Answer(f"+62{match[1]}") if match else Rejected("desk-phone-wrong")

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, str)


def script(city: City, kind: str = Kind.COMPLAINT) -> Talk[FileFor | None]:
    """Who the person is, as far as they wish to say; then all that a complaint needs."""
    name = yield from Text("name", max_length=120)
    phone = yield from Phone("phone")
    complaint = yield from filing.alone(city, kind)
    if complaint is None:
        return None
    return FileFor(complaint, "" if name.strip() == SKIP else name.strip(), phone)


def begin(turn: Turn, argument: str) -> None:
    """/loket: write down what somebody at the desk or on the phone has to say."""
    if turn.inbound.group:
        turn.say("only-private")
        return
    for reply in turn.dialogue.start(FLOW_NAME, {}, turn.now).replies:
        turn.reply(reply)


def filed(turn: Turn, command: FileFor, step: Step) -> None:
    """Write it down for its owner, who gets a code with which to follow it on a phone of their own."""
    member = rights.demand(turn.person.staff, Right.HANDLE)
    owner = walk_ins.welcome(turn.facts, name=command.name, phone=command.phone, language=turn.language, now=turn.now)
    complaint, event = service.file_complaint(
        turn.facts,
        command.complaint,
        citizen_id=owner,
        channel=turn.inbound.channel,
        city=turn.city,
        now=turn.now,
        filed_by_id=member.id,
    )
    audit.record(
        turn.facts, staff_id=member.id, action="complaint.filed-for", thing=complaint.number or "", now=turn.now
    )
    turn.reply(_receipt(turn, complaint, _code(turn, owner)), complaint_id=complaint.id)
    happenings.react(office_of(turn), Happening(complaint, event, member))


def _code(turn: Turn, owner: int) -> str:
    code = roster.make_code(CODE_LENGTH)
    until = turn.now + dt.timedelta(days=CODE_DAYS)
    linking.keep_code(turn.facts, roster.hashed(code), citizen_id=owner, until=until)
    return f"{code[:4]}-{code[4:]}"


def _receipt(turn: Turn, complaint: Complaint, code: str) -> Outgoing:
    agency = turn.city.agencies[complaint.agency_id].name(turn.language)
    due = turn.texts.date(turn.language, complaint.due_on)
    text = turn.text("desk-filed", number=complaint.number, agency=agency, due=due, code=code, days=CODE_DAYS)
    return Outgoing(text, (Option(f"/lihat {complaint.number}", turn.text("button-lihat")),))


FLOW = Flow(FLOW_NAME, script, filing.absorb, words=filing.NAME)
CAPABILITY = Capability(
    commands=(Command(("loket", "desk"), begin, "help-loket", rights.may_handle_complaints),),
    flows=(FLOW,),
    endings={FileFor: filed},
)
