"""Giving a complaint back, and claims that lapse because nothing was done about them."""

from __future__ import annotations

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import claim, happenings, notices, service, status
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import holder, private, rights, which, work
from handlers.staff.rights import Right
from handlers.turn import Posting, StaffMember, Turn
from storage import colleagues, complaints
from storage.models import Complaint, EventKind


def release(turn: Turn, argument: str) -> None:
    """/lepas: give a complaint back, so that others may take it."""
    member = turn.member
    wanted, _ = which.named(turn, argument, "/lepas")
    complaint = give_back(office_of(turn), member, wanted, chat=turn.inbound.address)
    options = notices.buttons(office_of(turn), complaint, turn.language)
    turn.reply(Outgoing(turn.text("team-released", number=wanted), options), complaint_id=complaint.id)


def give_back(office: Office, member: StaffMember, number: str, *, chat: str = "") -> Complaint:
    """Release the complaint for its holder, or for whoever assigns the work. Raises Refusal if there is nothing to."""
    complaint = work.find(office, member, number, lock=True)
    held = holder.of(office, complaint)
    if complaint.status in status.ENDED:
        raise Refusal(f"staff-already-{complaint.status}", number=number)
    if held is None:
        raise Refusal("team-not-held", number=number)
    if held.id != member.id and not rights.may(member, Right.ASSIGN):
        raise Refusal("team-not-yours", number=number, name=held.name)
    step = free(office, complaint, by=member, chat=chat)
    if held.id != member.id:
        private.tell(office, held, "team-taken-away", step, number=number, name=member.name)
    return complaint


def free(office: Office, complaint: Complaint, *, by: StaffMember | str, chat: str = "", lapsed: bool = False) -> str:
    """Let nobody have the locked complaint in hand, and tell the group; returns what the event is called in notices."""
    former, complaint.assignee_id = complaint.assignee_id, None
    event = happenings.happen(
        office, complaint, EventKind.RELEASED, by=by, public=False, data={"from": former, "lapsed": lapsed}, chat=chat
    )
    number = complaint.number or ""
    for group in office.agency_chats(complaint.agency_id, secret=True):
        if group.citizen_id is None and group.address != chat:
            label = office.texts.say(group.language, "button-ambil")
            said = Outgoing(
                office.texts.say(group.language, "team-free", number=number),
                (Option(f"/ambil {number}", label, typed=f"/ambil {number}"),),
            )
            key = f"event:{event.id}:{group.channel}:{group.address}"
            office.postings.append(Posting(group, said, key, complaint_id=complaint.id))
    return f"event:{event.id}"


def lapse(office: Office, complaint_id: int) -> None:
    """A claim's time is over: unless it was renewed, the complaint is free again and the holder is told."""
    complaint = complaints.by_id(office.session, complaint_id, lock=True)
    if complaint is None or complaint.claimed_until is None:
        return
    if complaint.claimed_until > office.now:
        claim.wait(office, complaint)
        return
    former = colleagues.by_id(office.session, complaint.assignee_id)
    step = free(office, complaint, by=service.SYSTEM, lapsed=True)
    number = complaint.number or ""
    minutes = int(office.city.rules.claim_idle.total_seconds() // 60)
    labels = ((f"/ambil {number}", "team-again"), (f"/lihat {number}", "button-lihat"))
    private.tell(office, former, "team-lapsed", step, labels=labels, number=number, minutes=minutes)


CAPABILITY = Capability(
    commands=(Command(("lepas", "release"), release, "help-lepas", rights.may_handle_complaints, number=True),),
    tasks={claim.PURPOSE: lapse},
)
