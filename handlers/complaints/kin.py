"""What else there is to know about a complaint among the others: those like it, linked, merged, and who supports it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.complaints import merged, similarity
from handlers.messages import Option
from handlers.office import Office
from storage import links
from storage.models import Complaint, ComplaintEvent, Status, Visibility


def told(office: Office, complaint: Complaint, language: str) -> list[str]:
    """Lines for those who handle the complaint."""
    lines = [*supported(office, complaint, language)]
    if complaint.status == Status.MERGED:
        into = merged.trunk(office.session, complaint).number or ""
        lines.append(office.texts.say(language, "card-merged-into", into=into))
    if below := links.merged_into(office.session, complaint.id or 0):
        lines.append(office.texts.say(language, "card-merged-here", numbers=_list(below)))
    if linked := [link.complaint for link in links.of(office.session, complaint.id or 0)]:
        lines.append(office.texts.say(language, "card-linked", numbers=_list(linked)))
    return lines


def supported(office: Office, complaint: Complaint, language: str) -> list[str]:
    """How many support it, if anybody does."""
    return [office.texts.say(language, "supporters", count=complaint.supporters)] if complaint.supporters else []


def _list(complaints: Sequence[Complaint]) -> str:
    """Their numbers; that there is a secret one, nobody is told by way of another."""
    return ", ".join(each.number or "" for each in complaints if each.visibility != Visibility.SECRET) or "–"


def known_when_filed(complaint: Complaint, event: ComplaintEvent) -> Sequence[str]:
    """The numbers of open complaints of the same agency that were like it when it was filed."""
    return [number for number, agency_id in event.data.get("similar", ()) if agency_id == complaint.agency_id]


def alike(office: Office, complaint: Complaint) -> Sequence[str]:
    """The same as it is now; nothing for what has ended."""
    open_still = complaint.closed_at is None
    return similarity.for_staff(office, complaint) if open_still else ()


def like_line(office: Office, numbers: Sequence[str], language: str) -> list[str]:
    """The line that names those like it."""
    return [office.texts.say(language, "card-similar", numbers=", ".join(numbers))] if numbers else []


def merge_options(office: Office, complaint: Complaint, numbers: Sequence[str], language: str) -> tuple[Option, ...]:
    """A button to merge it into the one most like it."""
    commands = [(f"/gabung {complaint.number} {number}", number) for number in numbers[:1]]
    return tuple(
        Option(command, office.texts.say(language, "button-gabung", into=into), typed=command)
        for command, into in commands
    )
