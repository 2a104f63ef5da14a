from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from disk import fill_up, make_read_only
from programme_people import invite, make_clinic, open_link
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.bootstrap import House
from bot.core.messages import Outgoing
from bot.store.tables import Clinic, Conversation, Inbox, Invitation, Outbox, Patient, new_id

LEASE = timedelta(seconds=30)


@pytest.fixture
def conversation(house: House) -> str:
    return open_link(house, invite(house, make_clinic(house)))


def receive(house: House, conversation: str, external_id: str, text: str = "my knee") -> bool:
    with house.units.work() as unit:
        kept = unit.messages.add_incoming(conversation, "web", external_id, "text", text, None, None, house.clock.now())
    return kept is not None


def answer(house: House, conversation: str, once: str) -> bool:
    message = Outgoing(once=once, kind="reply", key="utter_x", wording="1", text="Noted.")
    with house.units.work() as unit:
        return unit.messages.add_outgoing(conversation, message, house.clock.now()) is not None


def at_once(*work: Callable[[], object]) -> list[object]:
    """Do everything in threads that begin together. Returns what each gave; an error in one fails the test."""
    together, results, errors = threading.Barrier(len(work)), [], []

    def do(one: Callable[[], object]) -> None:
        try:
            together.wait()
            results.append(one())
        except Exception as error:  # noqa: BLE001 - handed over to the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=do, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return results


def numbers(house: House, conversation: str) -> list[int]:
    with house.units.reading() as unit:
        both = [
            unit.session.execute(select(table.seq).where(table.conversation_id == conversation)).scalars().all()
            for table in (Inbox, Outbox)
        ]
    return sorted(both[0] + both[1])


def test_both_sides_are_numbered_without_a_hole_however_many_write_at_once(house, conversation) -> None:
    def talk(who: int) -> None:
        for turn in range(5):
            receive(house, conversation, f"{who}-{turn}")
            answer(house, conversation, f"{conversation}-{who}-{turn}")

    at_once(*[lambda who=who: talk(who) for who in range(4)])
    assert numbers(house, conversation) == list(range(1, 41))


def test_a_message_delivered_twice_is_kept_once(house, conversation) -> None:
    assert receive(house, conversation, "the-same")
    assert not receive(house, conversation, "the-same")
    assert numbers(house, conversation) == [1]


def test_a_message_delivered_twice_at_the_same_moment_is_kept_once(house, conversation) -> None:
    kept = at_once(*[lambda: receive(house, conversation, "the-same") for _ in range(6)])
    assert sorted(kept) == [False] * 5 + [True]
    assert numbers(house, conversation) == [1]


def test_an_answer_queued_twice_at_the_same_moment_goes_out_once(house, conversation) -> None:
    queued = at_once(*[lambda: answer(house, conversation, "turn-1") for _ in range(6)])
    assert sorted(queued) == [False] * 5 + [True]
    assert numbers(house, conversation) == [1]


def test_of_many_who_want_a_conversation_at_once_one_gets_it(house, conversation) -> None:
    now = house.clock.now()

    def hold(who: str) -> bool:
        with house.units.work() as unit:
            return unit.messages.hold(conversation, who, now, LEASE)

    assert sorted(at_once(*[lambda who=who: hold(f"process-{who}") for who in range(6)])) == [False] * 5 + [True]


def test_a_lease_that_ran_out_is_taken_over(house, conversation) -> None:
    with house.units.work() as unit:
        assert unit.messages.hold(conversation, "the-dead", house.clock.now(), LEASE)
    house.clock.forward(LEASE + timedelta(seconds=1))
    with house.units.work() as unit:
        assert unit.messages.hold(conversation, "the-next", house.clock.now(), LEASE)


def test_a_unit_of_work_that_fails_keeps_nothing(house, conversation) -> None:
    with pytest.raises(ZeroDivisionError), house.units.work() as unit:
        unit.messages.add_incoming(conversation, "web", "1", "text", "hello", None, None, house.clock.now())
        unit.session.flush()
        raise ZeroDivisionError
    assert numbers(house, conversation) == []
    assert receive(house, conversation, "1")
    assert numbers(house, conversation) == [1]


def test_a_time_comes_back_aware_in_utc_whatever_zone_it_was_given_in(house) -> None:
    clinic = make_clinic(house)
    given = datetime(2026, 7, 1, 9, 30, 15, 250_000, tzinfo=ZoneInfo("Europe/London"))
    who = {"id": new_id(), "clinic_id": clinic, "reference": "1", "name": "Demo", "timezone": "Europe/London"}
    with house.units.work() as unit:
        unit.session.add(Patient(**who, created_at=given))
    with house.units.reading() as unit:
        kept = unit.session.execute(select(Patient.created_at)).scalar_one()
    assert kept == given
    assert kept.tzinfo is timezone.utc
    assert kept.hour == 8


def test_a_time_without_a_zone_is_refused(house) -> None:
    with pytest.raises(StatementError, match="without a zone"), house.units.reading() as unit:
        unit.session.execute(select(Invitation).where(Invitation.expires_at > datetime(2026, 7, 1)))  # noqa: DTZ001


def test_two_clinics_cannot_have_the_same_short_name(house) -> None:
    make_clinic(house, "harbour")
    with pytest.raises(IntegrityError):
        make_clinic(house, "harbour")
    with house.units.reading() as unit:
        assert unit.session.scalar(select(func.count()).select_from(Clinic)) == 1


def test_a_row_that_belongs_to_nobody_is_refused(house) -> None:
    orphan = Conversation(id=new_id(), appointment_id="none", patient_id="none", created_at=house.clock.now())
    with pytest.raises(IntegrityError), house.units.work() as unit:
        unit.session.add(orphan)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("break_it", "words"), [(fill_up, "full"), (make_read_only, "readonly")])
def test_a_disk_that_is_full_or_read_only_is_an_error_and_what_was_kept_stays(
    house, conversation, break_it, words, tmp_path: Path
) -> None:
    receive(house, conversation, "before")
    break_it(house)
    with pytest.raises(OperationalError, match=words):
        receive(house, conversation, "after", "long words " * 5000)
    assert numbers(house, conversation) == [1]
