from __future__ import annotations

from datetime import timedelta

import pytest
from programme_people import invite, make_clinic, open_link

from bot.bootstrap import House
from bot.core.invitation import InvitationState
from bot.core.reminders import CHECK_IN_UNANSWERED, NOT_FINISHED, NOT_OPENED, PersonState
from bot.store.tables import Binding, CheckIn, Consent, Conversation, Outbox, Patient, Preparation, new_id


def person(house: House, conversation_id: str) -> PersonState:
    with house.units.reading() as unit:
        return unit.nudges.person(conversation_id, house.clock.now())


def add(house: House, row: object) -> None:
    with house.units.work() as unit:
        unit.session.add(row)


def prepare(house: House, invitation: InvitationState, conversation_id: str, phase: str) -> str:
    now, id_ = house.clock.now(), new_id()
    add(house, Preparation(
        id=id_, conversation_id=conversation_id, appointment_id=invitation.appointment_id, phase=phase,
        started_at=now, changed_at=now,
    ))
    return id_


def unasked(house: House, conversation_id: str, seq: int, **given: object) -> Outbox:
    now = house.clock.now()
    return Outbox(**{
        "conversation_id": conversation_id, "seq": seq, "once": new_id(), "kind": "check_in", "key": "utter_x",
        "wording": "1", "text": "x", "channel": "web", "created_at": now, "not_before": now, "state": "sent",
        "sent_at": now, **given,
    })


def test_what_is_known_of_a_person_who_has_just_opened_their_link(house: House) -> None:
    invitation = invite(house, make_clinic(house))
    assert person(house, open_link(house, invitation)) == PersonState(
        timezone="Europe/London", appointment_at=invitation.starts_at,
    )


def test_nothing_is_known_of_a_conversation_that_is_not_there(house: House) -> None:
    assert person(house, "0" * 32) is None


def test_the_newest_consent_counts(house: House) -> None:
    invitation = invite(house, make_clinic(house))
    conversation_id, now = open_link(house, invitation), house.clock.now()
    for given, at in ((False, now), (True, now + timedelta(hours=1))):
        add(house, Consent(
            patient_id=invitation.patient_id, conversation_id=conversation_id, version="1", given=given, at=at
        ))
    assert person(house, conversation_id).consent is True


def test_stop_a_taken_back_link_and_a_blocked_chat_are_known(house: House) -> None:
    invitation = invite(house, make_clinic(house))
    conversation_id, now = open_link(house, invitation), house.clock.now()
    with house.units.work() as unit:
        unit.session.get(Patient, invitation.patient_id).messages_stopped_at = now
        unit.session.get(Conversation, conversation_id).channel = "telegram"
        unit.invitations.revoke(invitation.id, now)
        unit.session.add(Binding(
            conversation_id=conversation_id, channel="telegram", address="1", created_at=now, blocked_at=now
        ))
    known = person(house, conversation_id)
    assert (known.stopped_at, known.revoked, known.blocked) == (now, True, True)


def test_a_blocked_chat_does_not_matter_to_somebody_who_moved_to_the_web_page(house: House) -> None:
    conversation_id, now = open_link(house, invite(house, make_clinic(house))), house.clock.now()
    add(house, Binding(
        conversation_id=conversation_id, channel="telegram", address="1", created_at=now, blocked_at=now
    ))
    assert person(house, conversation_id).blocked is False


@pytest.mark.parametrize(("state", "waits"), [("planned", False), ("asked", True), ("answered", False)])
def test_a_check_in_waits_from_being_asked_until_it_is_answered(house: House, state: str, waits: bool) -> None:
    invitation = invite(house, make_clinic(house))
    conversation_id = open_link(house, invitation)
    preparation_id = prepare(house, invitation, conversation_id, "confirmed")
    add(house, CheckIn(
        preparation_id=preparation_id, first_step="Walk", due_at=house.clock.now(), timezone="UTC", state=state
    ))
    assert person(house, conversation_id).check_in_waiting is waits


def test_unasked_messages_of_the_last_week_are_counted_over_all_appointments(house: House) -> None:
    clinic = make_clinic(house)
    first, second, now = invite(house, clinic), invite(house, clinic), house.clock.now()
    one, other = open_link(house, first), open_link(house, second)
    with house.units.work() as unit:
        unit.session.get(Conversation, other).patient_id = first.patient_id
    add(house, unasked(house, one, 1, kind="nudge"))
    add(house, unasked(house, other, 1))
    add(house, unasked(house, one, 2, sent_at=now - timedelta(days=8)))
    add(house, unasked(house, one, 3, kind="reply"))
    add(house, unasked(house, one, 4, state="due", sent_at=None))
    assert len(person(house, one).unasked_at) == 2


def test_the_groups_are_told_apart(house: House) -> None:
    clinic = make_clinic(house)
    invite(house, clinic, name="never opened")
    opened, shared = invite(house, clinic), invite(house, clinic)
    unfinished = open_link(house, opened)
    finished = open_link(house, shared)
    preparation_id = prepare(house, shared, finished, "confirmed")
    add(house, CheckIn(
        preparation_id=preparation_id, first_step="Walk", due_at=house.clock.now(), timezone="UTC", state="asked"
    ))
    invite(house, make_clinic(house, slug="hilltop"))
    with house.units.reading() as unit:
        found = {
            group: [one.conversation_id for one in unit.nudges.candidates(clinic, group, house.clock.now())]
            for group in (NOT_OPENED, NOT_FINISHED, CHECK_IN_UNANSWERED)
        }
    assert found == {NOT_OPENED: [None], NOT_FINISHED: [unfinished], CHECK_IN_UNANSWERED: [finished]}


def test_a_nudge_begins_once_and_is_seen_by_its_own_clinic_only(house: House) -> None:
    clinic, other, now = make_clinic(house), make_clinic(house, slug="hilltop"), house.clock.now()
    with house.units.work() as unit:
        assert unit.nudges.begin("a" * 32, clinic, None, NOT_FINISHED, "utter_nudge_a", now) is True
        assert unit.nudges.begin("a" * 32, clinic, None, NOT_FINISHED, "utter_nudge_a", now) is False
        unit.nudges.finish("a" * 32, 3, {"stopped": 1})
    with house.units.reading() as unit:
        assert unit.nudges.one(other, "a" * 32) is None
        assert unit.nudges.recent(other) == []
        assert unit.nudges.one(clinic, "a" * 32).left_out == {"stopped": 1}
        assert unit.nudges.group("a" * 32) == NOT_FINISHED
