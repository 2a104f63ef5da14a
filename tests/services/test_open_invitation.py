from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from programme_people import invite, make_clinic, open_link
from sqlalchemy import func, select

from bot.bootstrap import House
from bot.services.open_invitation import ExpiredLink, RevokedLink, UnknownLink
from bot.store.tables import Conversation


def test_opening_a_link_marks_it_opened_and_begins_one_conversation(house: House) -> None:
    invitation = invite(house, make_clinic(house), name="Demo Dai")
    opened = house.open_invitation(house.links.token(invitation.code))
    assert opened.conversation_id
    assert opened.patient_name == "Demo Dai"
    with house.units.reading() as unit:
        stored = unit.invitations.by_code(invitation.code)
    assert stored.opened_at == opened.opened_at
    assert stored.conversation_id == opened.conversation_id


def test_opening_again_gives_the_same_conversation_and_keeps_the_first_time(house: House) -> None:
    token = house.links.token(invite(house, make_clinic(house)).code)
    first = house.open_invitation(token)
    house.clock.forward(timedelta(hours=3))
    assert house.open_invitation(token) == first


def test_eight_openings_at_once_make_one_conversation(house: House) -> None:
    invitation = invite(house, make_clinic(house))
    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(lambda _: open_link(house, invitation), range(8)))
    assert len(ids) == 1
    with house.units.reading() as unit:
        assert unit.session.execute(select(func.count()).select_from(Conversation)).scalar_one() == 1


def test_a_link_we_never_made_is_unknown(house: House) -> None:
    with pytest.raises(UnknownLink):
        house.open_invitation(house.links.token(house.links.new_code()))


def test_a_tampered_link_is_unknown(house: House) -> None:
    token = house.links.token(invite(house, make_clinic(house)).code)
    with pytest.raises(UnknownLink):
        house.open_invitation(token[:-1] + ("a" if token[-1] != "a" else "b"))


def test_an_expired_link_says_whom_to_ring(house: House) -> None:
    invitation = invite(house, make_clinic(house), link_days=2)
    house.clock.forward(timedelta(days=2))
    with pytest.raises(ExpiredLink) as caught:
        open_link(house, invitation)
    assert (caught.value.clinic_name, caught.value.clinic_phone) == ("Harbour Clinic (demo)", "01632 960001")


def test_a_revoked_link_says_whom_to_ring_and_begins_nothing(house: House) -> None:
    invitation = invite(house, make_clinic(house))
    with house.units.work() as unit:
        unit.invitations.revoke(invitation.id, house.clock.now())
    with pytest.raises(RevokedLink) as caught:
        open_link(house, invitation)
    assert caught.value.clinic_phone == "01632 960001"
    with house.units.reading() as unit:
        assert unit.invitations.by_code(invitation.code).opened_at is None
