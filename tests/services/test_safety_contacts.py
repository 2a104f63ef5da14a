"""A clinic's safety contacts: who may be on the list, in which order, and when the last one stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from programme_people import invite, make_clinic

from bot.bootstrap import House
from bot.core.invited import NobodyToTell
from bot.services.safety_contacts import MOST_CONTACTS, ContactError
from tests.channels.talk import bound_chat


@pytest.fixture
def clinic(house: House) -> str:
    return make_clinic(house, contact="")


def names(house: House, clinic: str) -> list[str]:
    return [one.name for one in house.alerting.contacts(clinic).contacts]


def add(house: House, clinic: str, name: str, **given: object):
    return house.alerting.contacts.add(clinic, name=name, email=f"{name.lower().replace(' ', '.')}@x.invalid", **given)


def test_contacts_come_in_the_order_they_were_added_and_can_be_moved(house: House, clinic: str) -> None:
    contacts = house.alerting.contacts
    first, second, third = (add(house, clinic, name) for name in ("Demo A", "Demo B", "Demo C"))
    assert names(house, clinic) == ["Demo A", "Demo B", "Demo C"]
    contacts.move(clinic, third.id, 1)
    assert names(house, clinic) == ["Demo C", "Demo A", "Demo B"]
    contacts.move(clinic, third.id, 99)
    assert names(house, clinic) == ["Demo A", "Demo B", "Demo C"]
    assert add(house, clinic, "Demo D", first=True).place == 1
    contacts.remove(clinic, second.id)
    assert names(house, clinic) == ["Demo D", "Demo A", "Demo C"]
    assert [one.place for one in contacts(clinic).contacts] == [1, 2, 3]
    assert first.place == 1


def test_minutes_are_the_clinics_or_ones_own(house: House, clinic: str) -> None:
    contacts, one = house.alerting.contacts, add(house, clinic, "Demo A")
    assert contacts(clinic).minutes_of(contacts(clinic).contacts[0]) == 15
    contacts.set_minutes(clinic, 30)
    contacts.set_minutes(clinic, 10, one.id)
    assert (contacts(clinic).minutes, contacts(clinic).minutes_of(contacts(clinic).contacts[0])) == (30, 10)
    contacts.set_minutes(clinic, None, one.id)
    assert contacts(clinic).minutes_of(contacts(clinic).contacts[0]) == 30


def test_what_cannot_be_is_refused_with_what_to_write(house: House, clinic: str) -> None:
    contacts = house.alerting.contacts
    add(house, clinic, "Demo A")
    for given, told in (
        ({"name": "Demo B"}, "Give an e-mail address"), ({"name": "", "email": "b@x.invalid"}, "needs a name"),
        ({"name": "Demo B", "email": "no address"}, "not an e-mail address"),
        ({"name": "Demo B", "email": "b@x.invalid\nBcc: c@x.invalid"}, "not an e-mail address"),
        ({"name": "Demo B", "email": "DEMO.A@x.invalid"}, "on the list already"),
        ({"name": "Demo B", "email": "b@x.invalid", "minutes": 2}, "from 5 to 240"),
        ({"username": "nobody"}, "Nobody at this clinic logs in"), ({"name": "x" * 201, "email": "b@x.invalid"}, "a name"),
    ):
        with pytest.raises(ContactError, match=told):
            contacts.add(clinic, **given)
    with pytest.raises(ContactError, match="not on the list"):
        contacts.remove(clinic, "unknown")
    with pytest.raises(ContactError, match="how many minutes"):
        contacts.set_minutes(clinic, None)
    assert names(house, clinic) == ["Demo A"]


def test_a_list_has_an_end(house: House, clinic: str) -> None:
    for number in range(MOST_CONTACTS):
        add(house, clinic, f"Demo {number}")
    with pytest.raises(ContactError, match="Remove one first"):
        add(house, clinic, "Demo More")


def test_somebody_with_a_login_needs_no_address_and_no_name(house: House, clinic: str) -> None:
    house.staff_login.add_staff(clinic, "dr.demo", "Dr Demo Hughes", "clinician", "long enough")
    added = house.alerting.contacts.add(clinic, username=" Dr.Demo ")
    assert (added.name, added.email) == ("Dr Demo Hughes", "") and added.staff_id
    with pytest.raises(ContactError, match="on the list already"):
        house.alerting.contacts.add(clinic, username="dr.demo", email="other@x.invalid")


def test_another_clinics_contacts_do_not_exist(house: House, clinic: str) -> None:
    other = make_clinic(house, "other")
    theirs = house.alerting.contacts(other).contacts[0]
    for change in (lambda: house.alerting.contacts.remove(clinic, theirs.id),
                   lambda: house.alerting.contacts.move(clinic, theirs.id, 1),
                   lambda: house.alerting.contacts.set_minutes(clinic, 10, theirs.id)):
        with pytest.raises(ContactError):
            change()
    assert len(house.alerting.contacts(other).contacts) == 1


def test_the_last_contact_stays_while_a_link_opens(house: House) -> None:
    clinic = make_clinic(house)
    invite(house, clinic)
    contacts = house.alerting.contacts
    last = contacts(clinic).contacts[0]
    with pytest.raises(ContactError, match="last safety contact, and 1 person can still write"):
        contacts.remove(clinic, last.id)
    add(house, clinic, "Demo New")
    contacts.remove(clinic, last.id)
    house.clock.forward(timedelta(days=61))
    contacts.remove(clinic, contacts(clinic).contacts[0].id)
    assert names(house, clinic) == []


def test_a_conversation_that_goes_on_keeps_the_last_contact_too(house: House) -> None:
    conversation = bound_chat(house, days_ahead=90, link_days=1)
    with house.units.work() as unit:
        from bot.store.tables import Conversation, Preparation, new_id

        talk = unit.session.get(Conversation, conversation)
        unit.session.add(Preparation(
            id=new_id(), conversation_id=conversation, appointment_id=talk.appointment_id, phase="open",
            started_at=house.clock.now(), changed_at=house.clock.now()))
        clinic = unit.sheets.find(talk.appointment_id, None)[0].clinic_id
    house.clock.forward(timedelta(days=2))
    with pytest.raises(ContactError, match="last safety contact"):
        house.alerting.contacts.remove(clinic, house.alerting.contacts(clinic).contacts[0].id)


def test_links_that_were_taken_back_let_the_last_contact_go(house: House) -> None:
    clinic = make_clinic(house)
    invitation = invite(house, clinic)
    house.invited_people.revoke(clinic, invitation.appointment_id)
    house.alerting.contacts.remove(clinic, house.alerting.contacts(clinic).contacts[0].id)
    assert names(house, clinic) == []


def test_without_a_contact_there_is_no_new_link_and_no_nudge(house: House, clinic: str) -> None:
    invitation = invite(house, clinic)
    with pytest.raises(NobodyToTell, match="Add a safety contact first"):
        house.invited_people.new_link(clinic, invitation.appointment_id)
    with pytest.raises(NobodyToTell):
        house.send_nudge("0" * 32, clinic, "Harbour", "not_finished", "utter_nudge_carry_on")
    assert house.open_invitation(house.links.token(invitation.code))  # who was invited before can still open their link
    assert house.send_nudge.recent(clinic) == []
    add(house, clinic, "Demo A")
    assert house.invited_people.new_link(clinic, invitation.appointment_id)
