"""A flag goes to a named person, with a clock: over a real SMTP server, also one that is down."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from clinic_people import ZONE
from flagged import DANGER, Flagged
from mail_server import MailServer

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.core.alerts import LONGEST_WAIT
from bot.core.staff import LoggedIn

MINUTES = timedelta(minutes=15)
FIRST, SECOND = "duty@clinic.invalid", "second@clinic.invalid"


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer().up()
    yield made
    made.down()


@pytest.fixture
def person(house: House, server: MailServer) -> Flagged:
    house.settings = server.settings(house.settings)
    return Flagged(house)


def acknowledge(person: Flagged, note: str = "Rang them") -> None:
    staff_id = person.house.staff_login.add_staff(person.clinic_id, "dr.demo", "Dr Demo", "clinician", "long enough")
    staff = LoggedIn(staff_id, "Dr Demo", "clinician", person.clinic_id, "Harbour", ZONE, "csrf")
    person.house.acknowledge_flag(person.appointment_id, person.flag.id, staff, note)


def test_the_first_contact_is_told_at_once(person: Flagged, server: MailServer) -> None:
    person.writes()
    (told,) = person.flag.told
    assert (told.name, told.round, told.mail) == ("Dr Demo Duty", 1, "waiting")
    assert told.due_at - person.flag.raised_at == MINUTES
    assert person.works() == 1
    assert server.to == [FIRST] and person.flag.told[0].mail == "sent" and person.tries() == ["sent"]


def test_the_e_mail_says_where_and_by_when_and_nothing_about_anybody(person: Flagged, server: MailServer) -> None:
    person.writes("I took all my tablets and I want to die, says Demo Person")
    person.works()
    ((_, message),) = server.taken
    whole = f"{message.as_string()}".casefold()
    assert "harbour clinic" in whole and f"/flags/{person.flag.id}" in whole
    for secret in ("demo person", "tablets", "die", "self-harm", "suicide", "overdose", "taken too much"):
        assert secret not in whole.replace("audience", ""), secret


def test_not_acknowledged_in_time_goes_to_the_next_and_then_to_the_first_again(
    person: Flagged, server: MailServer
) -> None:
    person.writes()
    person.works()
    person.house.clock.forward(MINUTES - timedelta(seconds=30))
    person.works()
    assert server.to == [FIRST]
    for _ in range(3):
        person.house.clock.forward(MINUTES)
        person.works()
    assert server.to == [FIRST, SECOND, FIRST, SECOND]
    assert [(one.name, one.round) for one in person.flag.told] == [
        ("Dr Demo Duty", 1), ("Demo Second", 1), ("Dr Demo Duty", 2), ("Demo Second", 2)]


def test_it_goes_on_until_somebody_acknowledges_and_never_more_than_once_an_hour_in_the_end(
    person: Flagged, server: MailServer
) -> None:
    person.writes()
    for _ in range(4 * 24 * 2):  # two days, a look every quarter of an hour
        person.works()
        person.house.clock.forward(MINUTES)
    rounds = [one.round for one in person.flag.told]
    assert rounds[:6] == [1, 1, 2, 2, 3, 3]
    assert 44 <= len(server.taken) <= 6 + 48
    last = person.flag.told[-1]
    assert person.house.clock.now() - last.at <= timedelta(hours=1, minutes=15)


def test_an_acknowledgement_ends_it(person: Flagged, server: MailServer) -> None:
    person.writes()
    acknowledge(person)
    person.house.clock.forward(timedelta(days=1))
    person.works()
    assert server.taken == [] and person.flag.told[0].mail == "not_needed"
    assert (person.flag.acknowledged_by, person.flag.note) == ("Dr Demo", "Rang them")


def test_quiet_hours_stop_and_the_cap_do_not_apply_to_staff(person: Flagged, server: MailServer) -> None:
    night = person.house.clock.now().replace(hour=2, minute=0) + timedelta(days=1)
    person.house.clock.forward(night - person.house.clock.now())
    person.writes("STOP").writes()
    person.works()
    assert server.to == [FIRST]


def test_while_the_mail_server_is_down_the_clock_goes_on_and_afterwards_each_is_told_once(
    person: Flagged, server: MailServer
) -> None:
    server.down()
    person.writes()
    person.works()
    assert person.flag.told[0].mail == "trouble" and person.flag.mail_trouble
    for _ in range(3):
        person.house.clock.forward(MINUTES)
        person.works()
    assert [one.name for one in person.flag.told] == ["Dr Demo Duty", "Demo Second"] * 2
    server.up()
    person.house.clock.forward(LONGEST_WAIT)
    while person.works():
        pass
    assert sorted(server.to) == [FIRST, SECOND]  # what was told anew meanwhile is not sent twice
    assert [one.mail for one in person.flag.told] == ["not_needed", "not_needed", "sent", "sent"]
    assert set(person.tries()) == {"unreachable", "sent"} and not person.flag.mail_trouble


def test_a_busy_mail_server_is_asked_again_with_growing_waits(person: Flagged, server: MailServer) -> None:
    server.says = "451 Later"
    person.writes()
    for _ in range(40):
        person.works()
        person.house.clock.forward(timedelta(seconds=10))
    assert 5 <= len(person.tries()) <= 12
    server.says = "250 OK"
    person.house.clock.forward(LONGEST_WAIT)
    person.works()
    assert server.to == [FIRST]


def test_a_refused_mailbox_is_shown_and_the_next_one_is_told_on_time(person: Flagged, server: MailServer) -> None:
    server.says = "550 No such mailbox"
    person.writes()
    person.works()
    assert person.flag.told[0].mail == "refused" and person.flag.mail_trouble
    server.says = "250 OK"
    person.house.clock.forward(MINUTES)
    person.works()
    assert server.to == [SECOND]


def test_without_a_mail_server_the_clock_goes_on_and_the_rows_say_so(house: House) -> None:
    person = Flagged(house).writes()
    person.works()
    house.clock.forward(MINUTES)
    person.works()
    assert [(one.name, one.mail) for one in person.flag.told] == [("Dr Demo Duty", "none"), ("Demo Second", "none")]
    assert not house.alerting.by_mail


def test_a_flag_and_its_first_alert_are_kept_together_or_not_at_all(house: House, monkeypatch) -> None:
    person = Flagged(house)

    def dies(*_: object) -> None:
        raise RuntimeError("killed here")

    monkeypatch.setattr("bot.services.raise_flag.tell_next", dies)
    with pytest.raises(RuntimeError):
        person.writes()
    monkeypatch.undo()
    with house.units.reading() as unit:
        assert unit.flags.for_appointment(person.appointment_id) == []
        assert unit.messages.waiting(person.conversation_id)  # it is still to be looked at
    person.writes("my knee")
    assert len(person.flag.told) == 1


def test_a_first_low_mood_waits_on_the_page_and_the_second_alerts(person: Flagged, server: MailServer) -> None:
    person.writes("I feel hopeless")
    person.house.clock.forward(timedelta(hours=1))
    person.works()
    assert person.flag.kind == "low_mood" and not person.flag.alerting and person.flag.told == ()
    assert server.taken == []
    person.writes("I cry all the time")
    person.works()
    assert person.flag.alerting and server.to == [FIRST]


@pytest.mark.parametrize("words", [
    "I have crushing chest pain right now", DANGER, "I took too many tablets", "my husband hits me and I am scared",
    "my child is being hurt at home",
])
def test_every_kind_that_alerts_tells_somebody(house: House, words: str) -> None:
    assert len(Flagged(house).writes(words).flag.told) == 1


def test_a_removed_contact_gets_no_e_mail_and_the_next_is_told_at_once(person: Flagged, server: MailServer) -> None:
    person.writes()
    first = person.house.alerting.contacts(person.clinic_id).contacts[0]
    person.house.alerting.contacts.remove(person.clinic_id, first.id)
    while person.works():
        pass
    assert server.to == [SECOND]
    assert [one.name for one in person.flag.told] == ["Dr Demo Duty", "Demo Second"]


def test_a_clinic_that_had_nobody_tells_the_first_it_names(house: House) -> None:
    person = Flagged(house, second="")
    with house.units.work() as unit:
        unit.contacts.remove(unit.contacts.of(person.clinic_id)[0].id, house.clock.now())
    person.writes()
    person.works()
    assert person.flag.told == ()
    house.alerting.contacts.add(person.clinic_id, name="Demo New", email="new@clinic.invalid")
    person.works()
    assert [one.name for one in person.flag.told] == ["Demo New"]


def test_a_contact_without_an_address_is_told_on_the_page(person: Flagged, server: MailServer) -> None:
    person.house.staff_login.add_staff(person.clinic_id, "dr.page", "Dr Page", "clinician", "long enough")
    person.house.alerting.contacts.add(person.clinic_id, username="dr.page", first=True)
    person.writes()
    person.works()
    assert [(one.name, one.mail) for one in person.flag.told] == [("Dr Page", "none")]
    person.house.clock.forward(MINUTES)
    person.works()
    assert server.to == [FIRST]


def test_two_workers_send_one_e_mail(person: Flagged, server: MailServer) -> None:
    others = [House(person.house.settings, MovableClock(person.house.settings.clock_file)) for _ in range(3)]
    person.writes()

    async def all_at_once() -> None:
        await asyncio.gather(*(other.alerting.tick() for other in others))

    for _ in range(2):
        asyncio.run(all_at_once())
        person.house.clock.forward(MINUTES)
    asyncio.run(all_at_once())
    assert server.to == [FIRST, SECOND, FIRST]
    for other in others:
        other.units.database.engine.dispose()
