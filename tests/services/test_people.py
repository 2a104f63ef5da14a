from __future__ import annotations

import pytest
from programme_people import invite, make_clinic, open_link

from bot.bootstrap import House
from bot.services.open_invitation import RevokedLink
from bot.services.people import NoSuchPerson


def test_a_link_taken_back_does_not_open(house: House) -> None:
    clinic = make_clinic(house)
    invitation = invite(house, clinic)
    assert house.invited_people.revoke(clinic, invitation.appointment_id).state == "revoked"
    with pytest.raises(RevokedLink):
        open_link(house, invitation)


def test_a_new_link_opens_the_same_conversation_and_the_old_one_closes(house: House) -> None:
    clinic = make_clinic(house)
    invitation = invite(house, clinic)
    conversation_id = open_link(house, invitation)
    fresh = house.invited_people.new_link(clinic, invitation.appointment_id)
    with pytest.raises(RevokedLink):
        open_link(house, invitation)
    assert house.open_invitation(house.links.token(fresh.code)).conversation_id == conversation_id


def test_another_clinics_person_cannot_be_looked_at_or_changed(house: House) -> None:
    theirs = invite(house, make_clinic(house, slug="hilltop"))
    ours = make_clinic(house)
    for action in (house.invited_people.one, house.invited_people.revoke, house.invited_people.new_link):
        with pytest.raises(NoSuchPerson):
            action(ours, theirs.appointment_id)
    with pytest.raises(NoSuchPerson):
        house.invited_people.find(ours, house.links.url(theirs.code))
    assert open_link(house, theirs)


def test_a_person_is_found_by_link_or_appointment_reference(house: House) -> None:
    clinic = make_clinic(house)
    invitation = invite(house, clinic, name="Demo Dai")
    found = house.invited_people.find(clinic, house.links.url(invitation.code))
    assert (found.name, house.invited_people.find(clinic, found.appointment_reference)) == ("Demo Dai", found)


def test_the_download_holds_only_links_that_open(house: House) -> None:
    clinic = make_clinic(house)
    works, gone = invite(house, clinic, name="Works"), invite(house, clinic, name="Gone")
    invite(house, clinic, name="Over", link_days=-1)
    house.invited_people.revoke(clinic, gone.appointment_id)
    assert [made.code for made in house.invited_people.links(clinic)] == [works.code]
