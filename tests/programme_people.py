"""Demo clinics and people for the programme team's tests."""

from __future__ import annotations

from datetime import timedelta

from bot.bootstrap import House
from bot.core.invitation import InvitationState
from bot.store.tables import Appointment, Clinic, Patient, new_id


def make_clinic(house: House, slug: str = "harbour", contact: str = "duty@clinic.invalid", **given: object) -> str:
    """A clinic that may invite, as long as it has a ``contact``. Returns its id."""
    values = {
        "id": new_id(), "name": "Harbour Clinic (demo)", "slug": slug, "timezone": "Europe/London",
        "phone": "01632 960001", "hours": "Monday to Friday, 9 to 5",
    }
    with house.units.work() as unit:
        row = Clinic(**{**values, **given})
        unit.session.add(row)
    if contact:
        house.alerting.contacts.add(row.id, name="Dr Demo Duty", email=contact)
    return row.id


def invite(
    house: House, clinic_id: str, name: str = "Demo Person", days_ahead: float = 14, link_days: float = 60,
    **patient: object,
) -> InvitationState:
    """A person with an appointment and an invitation that nobody opened yet."""
    now = house.clock.now()
    with house.units.work() as unit:
        person = Patient(**{
            "id": new_id(), "clinic_id": clinic_id, "reference": new_id()[:8], "name": name,
            "timezone": "Europe/London", "created_at": now, **patient,
        })
        visit = Appointment(
            id=new_id(), reference=new_id()[:8], clinic_id=clinic_id, patient_id=person.id,
            starts_at=now + timedelta(days=days_ahead), timezone=person.timezone,
        )
        unit.session.add(person)
        unit.session.flush()
        unit.session.add(visit)
        unit.session.flush()
        code = house.links.new_code()
        unit.invitations.add(code=code, appointment_id=visit.id, now=now, expires_at=now + timedelta(days=link_days))
        return unit.invitations.by_code(code)


def open_link(house: House, invitation: InvitationState) -> str:
    """The person opens their link. Returns the conversation's id."""
    return house.open_invitation(house.links.token(invitation.code)).conversation_id
