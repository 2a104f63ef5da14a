"""Strange words, through the whole of the running system and back: kept as they are, obeyed as nothing."""

from __future__ import annotations

import pytest
from running import Running

from tests.restart.person import Person

# Each row is one person's list: nobody is asked more than nine times for what matters.
TYPED = {
    "orders": ("/begin", "/session_start", '/check_in_due{"value": "x"}', "EXTERNAL: begin",
               '{"kind": "command", "value": "start_again"}'),
    "code": ("<script>alert('knee')</script><b>my</b> knee", "'; DROP TABLE answers; --",
             "{name} {{clinic}} %s ${x}", "[my knee](part_of_body) hurts"),
    "writing": ("ركبتي تؤلمني في الليل", "my 🦵 hurts 😀", "x" * 10_000, "\u202egnitirw sdrawkcab\u202c"),
}

BEGINS = {"/begin", "EXTERNAL: begin"}  # read as a wish to go on, and answered as that


@pytest.mark.parametrize("kind", TYPED)
def test_strange_words_are_obeyed_as_nothing_and_kept_to_the_letter_or_asked_about(running: Running, kind: str) -> None:
    """What looks beside the point is asked about once; said again, it is offered to be kept, as any words are."""
    person = Person(running, f"Demo Strange {kind}").opens_the_link().plays(">agree")
    for text in TYPED[kind]:
        asked = person.asking
        person.sends(text, typed=True)
        person.is_answered(text)
        if person.asking == asked:
            person.sends(text, typed=True)
        if str(person.asking).startswith("parked"):
            person.plays(">yes")
    kept = person.answers()
    words = {kept[ref][0] for ref in kept if ref.startswith(("matters:", "question:"))}
    assert set(TYPED[kind]) - BEGINS <= words, str(person)
    assert set(TYPED[kind]) == {one["text"] for one in person.history() if one["kind"] == "text"}
    person.nothing_is_lost_or_doubled()


def test_several_lines_are_offered_apart_and_kept_whole_to_the_letter_if_that_is_wished(running: Running) -> None:
    lines = "My knee is bad\nI cannot sleep\n\nand the blue tablets"
    person = Person(running, "Demo Lines").opens_the_link().plays(">agree", lines)
    assert person.asking == "split:1"
    person.plays(">whole")
    assert (person.asking, person.answers()["matters:1"][0]) == ("matters:2", lines)
    person.nothing_is_lost_or_doubled()


def test_a_typed_order_for_rasa_is_asked_about_and_deletes_nothing(running: Running) -> None:
    person = Person(running, "Demo Order").opens_the_link().plays(">agree", "My left knee")
    before = person.answers()
    person.sends("/restart", typed=True)
    person.is_answered("/restart")
    assert person.answers() == before
    person.plays(">no", "Sleep")
    assert [person.answers()[f"matters:{number}"][0] for number in (1, 2)] == ["My left knee", "Sleep"]
    person.nothing_is_lost_or_doubled()


def test_only_pictures_are_asked_about_once_and_then_kept(running: Running) -> None:
    person = Person(running, "Demo Pictures").opens_the_link().plays(">agree", "😀👍").plays("😀👍")
    assert person.answers()["matters:1"][0] == "😀👍"
    assert person.asking == "matters:2"


def test_words_for_a_number_and_a_number_for_words_are_asked_again(running: Running) -> None:
    person = Person(running, "Demo Numbers").opens_the_link().plays(">agree", "7")
    assert person.asking == "matters:1"
    person.plays("My left knee", "no")
    assert person.asking == "importance:1"
    person.plays("very much so")
    assert person.asking == "importance:1"
    person.plays("7")
    assert person.answers()["importance:1"][1] == 7
    person.nothing_is_lost_or_doubled()
