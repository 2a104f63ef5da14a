"""What anybody would read as danger now is heard by the rules alone, as people type it; ordinary messages stay silent."""

import pytest

from tests.core.by_rules import alarms, said_in

SAID = said_in("plain_danger.csv")
DANGERS = sorted({kind for kind, _ in SAID} - {"none"})

# Each stands beside danger with no sign between, and says nothing of it.
BEFORE = (
    "my mum died in 2019 and", "when i was a kid we lived in leeds", "the side effects leaflet was long anyway",
    "last year my brother passed away", "i stopped smoking in march", "if you are there please answer", "no")
AFTER = (
    "my mum died in 2019", "i used to play football", "my hip was fixed last year", "can i have an appointment in may",
    "no temperature though", "the leaflet said to ask")
NOW = (
    "my husband has collapsed", "my baby is not breathing", "she is choking", "my son is having a fit",
    "my tongue is swelling up", "my husband hits me", "my partner hits my son", "i want to kill myself")


@pytest.mark.parametrize("kind", DANGERS)
def test_every_plain_danger_is_heard_as_what_it_is(kind: str) -> None:
    assert [text for said, text in SAID if said == kind and kind not in alarms(text)] == []


def test_ordinary_messages_stay_silent() -> None:
    assert [text for said, text in SAID if said == "none" and alarms(text)] == []


@pytest.mark.parametrize("now", NOW)
def test_another_statement_with_no_sign_between_takes_nothing_back(now: str) -> None:
    texts = [f"{before} {now}" for before in BEFORE] + [f"{now} {after}" for after in AFTER]
    assert [text for text in texts if not alarms(text)] == []


@pytest.mark.parametrize("text", [
    "the chest pain i had in 2011", "i had a heart attack i was 50", "my dad had a stroke he was 70", "chest pain no",
    "i collapsed at work in 2014", "is chest pain a side effect of statins", "my ex hit me i was twenty years ago",
    "i take 8 paracetamol a day as the doctor said", "i laughed so hard i couldn't breathe",
])
def test_what_is_over_denied_or_asked_stays_silent_without_a_sign_too(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize("text", [
    "I'm prescribed zopiclone, I take it every night. Today I have taken 30 paracetamol",
    "i take 8 a day normally but today ive taken 40 paracetamol",
])
def test_what_is_said_elsewhere_takes_no_number_back(text: str) -> None:
    assert "overdose" in alarms(text)


@pytest.mark.parametrize("text", [
    "i want to die in the night", "i wish i was dead right now", "i dont want to live with this pain any more",
    "my husband beats me every time he drinks", "he will kill me if i leave", "i burn myself on the cooker on purpose",
])
def test_another_meaning_of_the_same_words_is_not_assumed(text: str) -> None:
    assert alarms(text)
