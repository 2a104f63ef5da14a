from __future__ import annotations

from datetime import timedelta

from programme_people import invite, make_clinic, open_link

from bot.bootstrap import House
from bot.core.invitation import InvitationState
from bot.core.people import Page
from bot.store.tables import Patient, Preparation, new_id


def page(house: House, clinic_id: str, **wanted: object) -> Page:
    with house.units.reading() as unit:
        return unit.people.page(clinic_id, house.clock.now(), **wanted)


def names(house: House, clinic_id: str, **wanted: object) -> set[str]:
    return {person.name for person in page(house, clinic_id, **wanted).people}


def prepare(house: House, invitation: InvitationState, phase: str) -> None:
    conversation_id, now = open_link(house, invitation), house.clock.now()
    with house.units.work() as unit:
        unit.session.add(Preparation(
            id=new_id(), conversation_id=conversation_id, appointment_id=invitation.appointment_id, phase=phase,
            started_at=now, changed_at=now,
        ))


def test_everybody_is_counted_in_the_state_they_are_in(house: House) -> None:
    clinic = make_clinic(house)
    invite(house, clinic)
    invite(house, clinic, link_days=-1)
    open_link(house, invite(house, clinic))
    for phase in ("new", "open", "confirmed", "confirmed", "declined"):
        prepare(house, invite(house, clinic), phase)
    taken_back = invite(house, clinic)
    with house.units.work() as unit:
        unit.invitations.revoke(taken_back.id, house.clock.now())
        unit.session.get(Patient, taken_back.patient_id).messages_stopped_at = house.clock.now()
    with house.units.reading() as unit:
        counts = unit.people.counts(clinic, house.clock.now())
    assert counts == {
        "invited": 1, "expired": 1, "opened": 2, "in_progress": 1, "shared": 2, "declined": 1,
        "revoked": 1, "stopped": 1,
    }


def test_another_clinics_people_are_never_found(house: House) -> None:
    ours, theirs = make_clinic(house), make_clinic(house, slug="hilltop")
    invite(house, ours, name="Ours Demo")
    other = invite(house, theirs, name="Theirs Demo")
    assert names(house, ours) == {"Ours Demo"}
    assert names(house, ours, search="Theirs") == set()
    with house.units.reading() as unit:
        assert unit.people.one(ours, other.appointment_id, house.clock.now()) is None
        assert unit.people.counts(ours, house.clock.now()) == {"invited": 1}
        assert [person.name for person in unit.people.every(ours, house.clock.now())] == ["Ours Demo"]


def test_the_search_finds_every_word_in_any_case_and_order(house: House) -> None:
    clinic = make_clinic(house)
    for name in ("Ann Lee", "Anna Moss", "Siân Ŵyn", "50% Demo_Name"):
        invite(house, clinic, name=name)
    assert names(house, clinic, search="lee ANN") == {"Ann Lee"}
    assert names(house, clinic, search=" ann ") == {"Ann Lee", "Anna Moss"}
    assert names(house, clinic, search="ŵyn") == {"Siân Ŵyn"}
    assert names(house, clinic, search="%") == {"50% Demo_Name"}
    assert names(house, clinic, search="o_n") == {"50% Demo_Name"}


def test_the_search_finds_a_reference(house: House) -> None:
    clinic = make_clinic(house)
    invite(house, clinic, name="Ann Lee", reference="NB-0042")
    invite(house, clinic, name="Bob Lee", reference="NB-0043")
    assert names(house, clinic, search="nb-0042") == {"Ann Lee"}


def test_the_list_shows_fifty_to_a_page_and_never_an_empty_one(house: House) -> None:
    clinic = make_clinic(house)
    for number in range(101):
        invite(house, clinic, name=f"Demo {number:03}", days_ahead=number + 1)
    first, last = page(house, clinic), page(house, clinic, number=99)
    assert (len(first.people), first.last, first.found) == (50, 3, 101)
    assert [person.name for person in last.people] == ["Demo 100"]
    assert last.number == 3
    assert page(house, clinic, number=-4).number == 1


def test_a_new_link_takes_the_old_ones_place_in_the_list(house: House) -> None:
    clinic = make_clinic(house)
    old = invite(house, clinic)
    house.clock.forward(timedelta(minutes=1))
    now = house.clock.now()
    with house.units.work() as unit:
        unit.invitations.revoke(old.id, now)
        unit.invitations.add(
            code="n" * 22, appointment_id=old.appointment_id, now=now, expires_at=now + timedelta(days=1)
        )
    (person,) = page(house, clinic).people
    assert (person.code, person.state, person.link_works(now)) == ("n" * 22, "invited", True)
