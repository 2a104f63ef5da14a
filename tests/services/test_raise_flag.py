from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.bootstrap import House
from bot.services.raise_flag import Raised
from bot.store import tables


@dataclass
class Talk:
    """One person's conversation, and what the safety net makes of each message."""

    house: House
    conversation_id: str
    appointment_id: str
    said: int = 0

    def hears(self, text: str) -> tuple[str, Raised]:
        """Store ``text`` as the next message and check it; the message's id comes back too."""
        self.said += 1
        self.house.clock.forward(timedelta(minutes=1))
        with self.house.units.work() as unit:
            row = tables.Inbox(
                conversation_id=self.conversation_id, seq=self.said, channel="web", external_id=str(self.said),
                kind="text", text=text, received_at=self.house.clock.now())
            unit.session.add(row)
            unit.session.flush()
        return row.id, self.again(row.id, text)

    def again(self, inbox_id: str, text: str, after_safety: bool = False) -> Raised:
        with self.house.units.work() as unit:
            return self.house.raise_flag(
                unit, inbox_id=inbox_id, conversation_id=self.conversation_id, appointment_id=self.appointment_id,
                text=text, after_safety=after_safety)

    def flags(self) -> list[str]:
        with self.house.units.reading() as unit:
            return [flag.kind for flag in unit.flags.for_appointment(self.appointment_id)]


@pytest.fixture
def talk(house: House) -> Talk:
    now = house.clock.now()
    with house.units.work() as unit:
        clinic = tables.Clinic(name="Demo clinic", slug="demo", timezone="Europe/London")
        unit.session.add(clinic)
        unit.session.flush()
        patient = tables.Patient(
            clinic_id=clinic.id, reference="P1", name="Demo Person", timezone="Europe/London", created_at=now)
        unit.session.add(patient)
        unit.session.flush()
        visit = tables.Appointment(
            reference="A1", clinic_id=clinic.id, patient_id=patient.id, starts_at=now, timezone="Europe/London")
        unit.session.add(visit)
        unit.session.flush()
        conversation = tables.Conversation(appointment_id=visit.id, patient_id=patient.id, created_at=now)
        unit.session.add(conversation)
        unit.session.flush()
    return Talk(house, conversation.id, visit.id)


def test_an_ordinary_message_raises_nothing(talk: Talk) -> None:
    _, raised = talk.hears("My knee hurts on the stairs")
    assert (raised.flag, raised.interrupts, raised.says) == (None, False, ())
    assert talk.flags() == []


def test_danger_interrupts_and_keeps_a_flag_with_the_persons_words(talk: Talk) -> None:
    _, raised = talk.hears("Well, I want to die")
    assert raised.interrupts
    assert [say.key for say in raised.says] == ["utter_safety_self_harm"]
    assert (raised.flag.kind, raised.flag.words, raised.new) == ("self_harm", "want to die", True)
    assert talk.flags() == ["self_harm"]


def test_what_is_said_can_be_said(talk: Talk) -> None:
    _, raised = talk.hears("I can't breathe")
    (say,) = raised.says
    assert "999" in talk.house.wording.say(say.key, **say.words)


def test_the_same_message_again_gives_the_same_answer_and_no_second_flag(talk: Talk) -> None:
    inbox_id, first = talk.hears("I took too many tablets")
    second = talk.again(inbox_id, "I took too many tablets")
    assert (second.flag, second.says, second.interrupts) == (first.flag, first.says, True)
    assert not second.new
    assert talk.flags() == ["overdose"]


def test_what_is_over_or_denied_raises_nothing(talk: Talk) -> None:
    for text in ("no chest pain", "I had a heart attack in 2019", "my dad had a stroke", "what if I get chest pain"):
        assert talk.hears(text)[1].flag is None
    assert talk.flags() == []


def test_low_mood_is_kept_and_heard_without_interrupting(talk: Talk) -> None:
    _, raised = talk.hears("I feel hopeless")
    assert not raised.interrupts
    assert [say.key for say in raised.says] == ["utter_safety_low_mood_heard"]
    assert talk.flags() == ["low_mood"]


def test_low_mood_that_comes_up_again_is_answered(talk: Talk) -> None:
    first_id, _ = talk.hears("I feel hopeless")
    talk.hears("My knee hurts")
    _, second = talk.hears("I cry all the time")
    assert second.interrupts
    assert [say.key for say in second.says] == ["utter_safety_low_mood"]
    assert not talk.again(first_id, "I feel hopeless").interrupts


@pytest.mark.parametrize("words", [
    ("I want to die", "I really want to die", "I am going to kill myself"),
    ("I feel hopeless", "I feel so hopeless", "I feel hopeless again", "Everything is hopeless and I feel hopeless"),
])
def test_danger_that_is_told_again_is_answered_in_full_and_not_as_if_nothing_had_been_said(
    talk: Talk, words: tuple[str, ...]
) -> None:
    said = [[say.key.removeprefix("utter_") for say in talk.hears(one)[1].says] for one in words]
    full = said[-1][-1]
    gently = [[f"{full}_heard"]] if full == "safety_low_mood" else []
    assert said == [*gently, [full], *[["heard_again", full]] * (len(words) - 1 - len(gently))]


def test_danger_and_low_mood_together_are_danger(talk: Talk) -> None:
    _, raised = talk.hears("I feel hopeless and I want to die")
    assert raised.flag.kind == "self_harm"


def test_after_a_safety_text_a_message_is_read_with_what_that_text_asks(talk: Talk) -> None:
    talk.hears("I want to die")
    inbox_id, raised = talk.hears("nobody picks up")
    assert raised.flag is None
    again = talk.again(inbox_id, "nobody picks up", after_safety=True)
    assert (again.flag.kind, again.interrupts) == ("self_harm", True)
    assert [say.key for say in again.says] == ["utter_heard_again", "utter_safety_self_harm"]


def test_without_a_flag_there_is_no_safety_text_to_answer(talk: Talk) -> None:
    inbox_id, _ = talk.hears("nobody picks up")
    assert talk.again(inbox_id, "nobody picks up", after_safety=True).flag is None


BOTH = "I have chest pain right now and I want to die"


def test_a_second_danger_of_self_harm_is_answered_too_and_kept_on_the_flag(talk: Talk) -> None:
    inbox_id, raised = talk.hears(BOTH)
    assert [say.key for say in raised.says] == ["utter_safety_emergency", "utter_safety_self_harm_too"]
    assert raised.flag.kinds[:2] == ("emergency", "self_harm")
    assert "want to die" in raised.flag.also[0].words
    said = " ".join(talk.house.wording.say(say.key, **say.words) for say in raised.says)
    assert said.index("999") < said.index("111 and choose option 2") < said.index("116 123")
    assert talk.again(inbox_id, BOTH).says == raised.says


def test_what_was_found_is_what_was_kept_whatever_the_rules_say_later(talk: Talk) -> None:
    inbox_id, raised = talk.hears(BOTH)
    assert talk.again(inbox_id, "my knee").flag.also == raised.flag.also != ()


def test_somebody_in_danger_and_hurt_by_another_has_both_on_the_flag(talk: Talk) -> None:
    _, raised = talk.hears("I want to die, my husband hits me")
    assert [say.key for say in raised.says] == ["utter_safety_self_harm", "utter_safety_harm_by_others_too"]
    assert set(raised.flag.kinds) >= {"self_harm", "harm_by_others"}


@pytest.mark.parametrize("text", ["I have chest pain right now", "I took too many tablets"])
def test_nothing_is_said_before_the_number_of_an_emergency_however_often_it_is_told(talk: Talk, text: str) -> None:
    first = talk.hears(text)[1].says
    assert len(first) == 1 and talk.hears(text)[1].says == first


def test_danger_of_no_conversation_is_answered_for_both_dangers(house: House) -> None:
    said = house.safety_answer(BOTH)
    assert said.index("999") < said.index("111 and choose option 2")
    assert house.safety_answer("my knee hurts") is None
