"""What staff get to see of the person behind a complaint: the name of a public one, in a private chat, and no more.

In a group, and for whoever is anonymous or secret, names are taken out of words too. Numbers are masked everywhere;
who needs one looks it up (handlers/staff/identity.py), which is logged and told.
"""

from __future__ import annotations

from handlers.office import Office
from handlers.staff.masking import masked, masked_name
from storage import identities
from storage.models import Complaint, Visibility
from storage.tickets import Ticket


def words(office: Office, complaint: Complaint | Ticket, text: str, *, private: bool) -> str:
    """What was written about a complaint, as staff may read it; ``private``: the reader is alone in the chat."""
    text = masked(text)
    if text and not (private and complaint.visibility == Visibility.PUBLIC):
        for name in identities.names(office.session, complaint.citizen_id):
            text = masked(text, name)
    return text


def name(office: Office, complaint: Complaint, *, private: bool) -> str:
    """The citizen's name as staff may read it; empty if they may not, or there is none."""
    if complaint.visibility != Visibility.PUBLIC:
        return ""
    known = next(iter(identities.names(office.session, complaint.citizen_id)), "")
    return known if private or not known else masked_name(known)
