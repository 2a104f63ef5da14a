"""Alerts as a queue, the lists of contacts and remarks, on SQLite and on PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flagged import Flagged
from sqlalchemy.exc import IntegrityError

from bot.bootstrap import House
from bot.core.alerts import LEASE, AfterTry, AlertMail
from bot.services.safety_contacts import ContactError
from bot.services.tell_contact import tell_next

MINUTES = timedelta(minutes=15)


def take(house: House, by: str = "one") -> AlertMail | None:
    now = house.clock.now()
    with house.units.work() as unit:
        found = unit.alerts.next_mail(now)
        return unit.alerts.claim(found, by, now) if found else None


def settle(house: House, mail: AlertMail, outcome: str = "sent", by: str = "one") -> None:
    with house.units.work() as unit:
        unit.alerts.settle(mail, AfterTry("sent", outcome), by, house.clock.now())


def test_many_who_take_at_once_get_one_e_mail_once(house: House) -> None:
    Flagged(house).writes()
    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(lambda name: take(house, name), "abcdef"))
    assert sum(one is not None for one in taken) == 1


def test_many_who_see_that_time_is_over_tell_the_next_contact_once(house: House) -> None:
    person = Flagged(house).writes()
    house.clock.forward(MINUTES)
    flag_id = person.flag.id

    def tell(_: int) -> bool:
        with house.units.work() as unit:
            return tell_next(unit, flag_id, house.clock.now())

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(tell, range(6)))
    assert sum(told) == 1
    assert [(one.name, one.round) for one in person.flag.told] == [("Dr Demo Duty", 1), ("Demo Second", 1)]


def test_a_claim_left_by_a_dead_process_is_taken_over_and_its_late_word_is_ignored(house: House) -> None:
    person = Flagged(house).writes()
    before = take(house, "dead")
    assert take(house, "alive") is None
    house.clock.forward(LEASE)
    again = take(house, "alive")
    settle(house, again, "sent", "alive")
    with house.units.work() as unit:
        unit.alerts.settle(before, AfterTry("failed", "refused"), "dead", house.clock.now())
    assert (again.tries, person.alerts()[0].state) == (2, "sent")
    assert sorted(person.tries()) == ["refused", "sent"]  # what each process saw is written down


def test_a_try_whose_process_died_stays_begun(house: House) -> None:
    person = Flagged(house).writes()
    take(house, "dead")
    assert person.tries() == ["begun"]


def test_the_same_telling_cannot_be_made_twice(house: House) -> None:
    person = Flagged(house).writes()
    first = person.alerts()[0]
    with pytest.raises(IntegrityError), house.units.work() as unit:
        unit.session.execute(first.__table__.insert().values(
            **{column.name: getattr(first, column.name) for column in first.__table__.columns} | {"id": "another"}))


def test_only_flags_that_alert_and_wait_are_overdue(house: House) -> None:
    person = Flagged(house).writes()
    with house.units.reading() as unit:
        assert unit.alerts.overdue(house.clock.now()) == []
        assert unit.alerts.overdue(house.clock.now() + MINUTES) == [person.flag.id]
    with house.units.work() as unit:
        unit.flags.only_waits(person.flag.id)
    with house.units.reading() as unit:
        assert unit.alerts.overdue(house.clock.now() + MINUTES) == []


def test_a_remark_is_kept_once_for_a_message_and_leaves_the_flag_open(house: House) -> None:
    person = Flagged(house).writes().writes("I'm fine, it was a figure of speech")
    flag = person.flag
    assert [(one.words, one.how) for one in flag.remarks] == [("I'm fine, it was a figure of speech", "typed")]
    assert flag.acknowledged_at is None
    with house.units.reading() as unit:
        message = unit.messages.history(person.conversation_id, 0, house.clock.now())
        kept = unit.messages.by_external(person.conversation_id, "web", next(
            one.external_id for one in message if one.text.startswith("I'm fine")))
        assert unit.flags.remarked(kept.id)
    with pytest.raises(IntegrityError), house.units.work() as unit:
        unit.flags.add_remark(flag.id, kept.id, "typed", kept.text, house.clock.now())


def test_of_two_that_remove_the_last_two_contacts_at_once_one_is_refused(house: House) -> None:
    person = Flagged(house)
    contacts = house.alerting.contacts

    def remove(contact_id: str) -> bool:
        try:
            contacts.remove(person.clinic_id, contact_id)
        except ContactError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(remove, [one.id for one in contacts(person.clinic_id).contacts]))
    assert sorted(done) == [False, True]
    assert len(contacts(person.clinic_id).contacts) == 1


def test_the_list_of_flags_tells_everything_and_only_of_ones_own_clinic(house: House) -> None:
    person = Flagged(house).writes("Oh, I want to die")
    other = Flagged(house, slug="hilltop")
    with house.units.reading() as unit:
        (waiting,) = unit.flag_list.waiting(person.clinic_id)
        assert (waiting.words, waiting.message, waiting.patient) == ("want to die", "Oh, I want to die", "Demo Person")
        assert len(waiting.told) == 1 and waiting.due_at == waiting.told[0].due_at
        assert unit.flag_list.waiting(other.clinic_id) == [] == unit.flag_list.done(person.clinic_id, 10)
        assert unit.flag_list.one(other.clinic_id, waiting.id) is None
