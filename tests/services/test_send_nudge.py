from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from programme_people import invite, make_clinic, open_link
from sqlalchemy import select

from bot.bootstrap import House
from bot.core.nudges import WORDINGS, Selection
from bot.core.reminders import CHECK_IN_UNANSWERED, GROUPS, NOT_FINISHED, NOT_OPENED
from bot.services.send_nudge import NotANudge
from bot.store.tables import Appointment, Conversation, Outbox, Patient, new_id

KEY = WORDINGS[NOT_FINISHED][0]
NAME = "Harbour Clinic (demo)"


def at_noon(house: House) -> None:
    """Move time to the next noon in London, out of everybody's quiet hours."""
    local = house.clock.now().astimezone(ZoneInfo("Europe/London"))
    noon = datetime.combine(local.date() + timedelta(days=1), datetime.min.time(), local.tzinfo).replace(hour=12)
    house.clock.forward(noon - local)


def somebody(house: House, clinic: str, **given: object) -> str:
    """Somebody who opened their link. Returns the conversation's id."""
    return open_link(house, invite(house, clinic, **given))


def look(house: House, clinic: str, group: str = NOT_FINISHED) -> Selection:
    return house.send_nudge.preview(clinic, NAME, group).selection


def queued(house: House) -> list[Outbox]:
    with house.units.reading() as unit:
        return list(unit.session.execute(select(Outbox).order_by(Outbox.conversation_id)).scalars())


def change(house: House, table: type, id_: str, **values: object) -> None:
    with house.units.work() as unit:
        row = unit.session.get(table, id_)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_nudge_becomes_a_row_for_everybody_in_the_group(house: House) -> None:
    clinic = make_clinic(house)
    at_noon(house)
    ids = sorted([somebody(house, clinic), somebody(house, clinic)])
    sent = house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY)
    rows = queued(house)
    assert [row.conversation_id for row in rows] == ids
    assert {(row.kind, row.key, row.state, row.channel, row.nudge_id) for row in rows} == {
        ("nudge", KEY, "due", "web", sent.id)
    }
    assert {row.text for row in rows} == {house.wording.say(KEY, clinic=NAME)}
    assert (sent.reached, sent.left_out) == (2, {})


def test_a_nudge_is_the_next_thing_said_in_each_conversation(house: House) -> None:
    clinic = make_clinic(house)
    quiet, talkative = somebody(house, clinic), somebody(house, clinic)
    change(house, Conversation, talkative, last_seq=7)
    house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY)
    assert {row.conversation_id: row.seq for row in queued(house)} == {quiet: 1, talkative: 8}
    with house.units.reading() as unit:
        assert unit.session.get(Conversation, talkative).last_seq == 8


def test_sending_the_form_twice_sends_once(house: House) -> None:
    clinic, nudge_id = make_clinic(house), new_id()
    somebody(house, clinic)
    first = house.send_nudge(nudge_id, clinic, NAME, NOT_FINISHED, KEY)
    assert house.send_nudge(nudge_id, clinic, NAME, NOT_FINISHED, KEY) == first
    assert len(queued(house)) == 1


def test_sending_the_form_four_times_at_once_sends_once(house: House) -> None:
    clinic, nudge_id = make_clinic(house), new_id()
    somebody(house, clinic)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(
            lambda _: house.send_nudge(nudge_id, clinic, NAME, NOT_FINISHED, KEY).reached, range(4)
        ))
    assert results == [1] * 4
    assert len(queued(house)) == 1


def test_somebody_who_wrote_stop_is_left_out(house: House) -> None:
    clinic = make_clinic(house)
    somebody(house, clinic, messages_stopped_at=house.clock.now())
    sent = house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY)
    assert (sent.reached, sent.left_out, queued(house)) == (0, {"stopped": 1}, [])


def test_somebody_who_wrote_stop_between_the_look_and_the_sending_is_left_out(house: House) -> None:
    clinic = make_clinic(house)
    invitation = invite(house, clinic)
    open_link(house, invitation)
    assert len(look(house, clinic).reach) == 1
    change(house, Patient, invitation.patient_id, messages_stopped_at=house.clock.now())
    assert house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY).reached == 0


def test_people_who_never_opened_their_link_cannot_be_reached(house: House) -> None:
    clinic = make_clinic(house)
    invite(house, clinic)
    assert look(house, clinic, NOT_OPENED) == Selection((), {"no_way": 1})


def test_a_web_page_nobody_can_come_back_to_reaches_nobody(house: House) -> None:
    clinic = make_clinic(house)
    somebody(house, clinic, link_days=1, days_ahead=30)
    house.clock.forward(timedelta(days=2))
    assert look(house, clinic).left_out == {"no_way": 1}


def test_telegram_reaches_somebody_whose_link_has_run_out(house: House) -> None:
    clinic = make_clinic(house)
    change(house, Conversation, somebody(house, clinic, link_days=1, days_ahead=30), channel="telegram")
    house.clock.forward(timedelta(days=2))
    assert look(house, clinic).by_channel() == {"telegram": 1}


def test_an_appointment_that_is_over_is_left_out(house: House) -> None:
    clinic = make_clinic(house)
    somebody(house, clinic, days_ahead=1)
    house.clock.forward(timedelta(days=2))
    assert look(house, clinic).left_out == {"appointment_passed": 1}


def test_somebody_with_two_appointments_is_reached_once_about_the_sooner(house: House) -> None:
    clinic = make_clinic(house)
    late, soon = invite(house, clinic, days_ahead=20), invite(house, clinic, days_ahead=5)
    open_link(house, late)
    wanted = open_link(house, soon)
    with house.units.work() as unit:
        unit.session.get(Conversation, open_link(house, late)).patient_id = soon.patient_id
        unit.session.get(Appointment, late.appointment_id).patient_id = soon.patient_id
    selection = look(house, clinic)
    assert [reached.one.conversation_id for reached in selection.reach] == [wanted]
    assert selection.left_out == {"other_appointment": 1}


def test_nudge_after_nudge_stops_at_the_weekly_cap(house: House) -> None:
    clinic = make_clinic(house)
    at_noon(house)
    somebody(house, clinic)
    reached = [house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY).reached for _ in range(4)]
    assert reached == [1, 1, 1, 0]
    assert look(house, clinic).left_out == {"over_cap": 1}


def test_at_night_it_waits_for_each_persons_own_morning(house: House) -> None:
    clinic = make_clinic(house)
    at_noon(house)
    somebody(house, clinic, timezone="Asia/Tokyo")  # 21:00 there
    somebody(house, clinic)
    house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY)
    waits = sorted(row.not_before - row.created_at for row in queued(house))
    assert waits[0] == timedelta(0)
    assert timedelta(hours=11) < waits[1] <= timedelta(hours=12)


def test_another_clinics_people_are_not_reached(house: House) -> None:
    clinic, other = make_clinic(house), make_clinic(house, slug="hilltop")
    somebody(house, other)
    assert look(house, clinic) == Selection((), {})
    assert house.send_nudge(new_id(), clinic, NAME, NOT_FINISHED, KEY).reached == 0


def test_one_clinic_cannot_use_anothers_form(house: House) -> None:
    clinic, other, nudge_id = make_clinic(house), make_clinic(house, slug="hilltop"), new_id()
    house.send_nudge(nudge_id, clinic, NAME, NOT_FINISHED, KEY)
    with pytest.raises(NotANudge):
        house.send_nudge(nudge_id, other, NAME, NOT_FINISHED, KEY)


@pytest.mark.parametrize(("nudge_id", "group", "key"), [
    ("x" * 32, NOT_FINISHED, KEY), ("a" * 31, NOT_FINISHED, KEY), ("a" * 32, "everybody", KEY),
    ("a" * 32, NOT_FINISHED, "utter_welcome"), ("a" * 32, NOT_OPENED, KEY), ("a" * 32, CHECK_IN_UNANSWERED, KEY),
])
def test_a_form_we_did_not_make_is_refused(house: House, nudge_id: str, group: str, key: str) -> None:
    with pytest.raises(NotANudge):
        house.send_nudge(nudge_id, make_clinic(house), NAME, group, key)


@pytest.mark.parametrize("key", [key for group in GROUPS for key in WORDINGS[group]])
def test_every_wording_names_the_clinic_and_says_how_to_stop(house: House, key: str) -> None:
    text = house.wording.say(key, clinic=NAME)
    assert NAME in text
    assert "STOP" in text
    assert "!" not in text
