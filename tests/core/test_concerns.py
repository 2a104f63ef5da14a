"""Several concerns in one message: found where each stands by itself, and never a word changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.concerns import concerns_in, lines_in


@pytest.mark.parametrize(("text", "parts"), [
    ("My left knee hurts\nI cannot sleep", ("My left knee hurts", "I cannot sleep")),
    ("Sleep\nKnees\nEars", ("Sleep", "Knees", "Ears")),
    ("1. my knee\n2. the tablets", ("my knee", "the tablets")),
    ("- my knee\n- getting to the shop", ("my knee", "getting to the shop")),
    ("my knee, my hip and the blue tablets", ("my knee", "my hip", "the blue tablets")),
    ("my knee and my back", ("my knee", "my back")),
    ("Ears; eyes; teeth", ("Ears", "eyes", "teeth")),
    ("My hip hurts. My tablets make me dizzy.", ("My hip hurts.", "My tablets make me dizzy.")),
    ("My knee hurts and also my husband is ill", ("My knee hurts", "my husband is ill")),
    ("I get out of breath on the hill. Also the letter about my kidneys", (
        "I get out of breath on the hill.", "the letter about my kidneys")),
    ("My feet swell. Another thing is the cough", ("My feet swell.", "the cough")),
    ("Hello,\nmy knee hurts\nand I can't\nsleep", ("my knee hurts", "I can't\nsleep")),
])
def test_things_that_stand_by_themselves_are_found_apart(text: str, parts: tuple[str, ...]) -> None:
    assert concerns_in(text) == parts


@pytest.mark.parametrize("text", [
    "my knee", "My knee hurts. It started in March. It is worse on the stairs.", "pain in my knee and my back",
    "my hands and feet", "no pain, but my hands are stiff", "a dull, aching, burning pain",
    "I have pain, swelling and stiffness in my knee", "My hip hurts. My hip is worse at night.", "a\nb\n\nc",
    "I want to talk about my knee and the tablets", "Yes. My knee.", "okay, great, thank you so much",
    "My knee hurts when I\nwalk up the stairs", "", "🙂", "I am tired and I cannot walk far",
])
def test_one_thing_stays_one_thing(text: str) -> None:
    assert concerns_in(text) == ()


def test_more_than_twelve_are_no_list_to_say_yes_or_no_to() -> None:
    assert concerns_in("\n".join(f"thing number {n}" for n in range(13))) == ()
    assert len(concerns_in("\n".join(f"thing number {n}" for n in range(12)))) == 12


def test_when_lines_were_asked_for_every_line_is_a_thing() -> None:
    assert lines_in("my knee\n\n- sleep\nand the bills") == ("my knee", "sleep", "the bills")
    assert len(lines_in("\n".join(f"thing {n}" for n in range(40)))) == 40


@given(st.text(max_size=400))
def test_every_part_is_a_piece_of_the_message_in_its_order_and_the_same_answer_comes_twice(text: str) -> None:
    parts = concerns_in(text)
    assert parts == concerns_in(text)
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, part
        place = found + len(part)


@given(st.lists(st.sampled_from((
    "My knee hurts", "also my ears ring", "I cannot sleep", "the bills", "it is worse at night", "and my son",
    "My tablets make me dizzy", "no", "Hello", "- the stairs")), min_size=1, max_size=6),
    st.sampled_from(("\n", ". ", ", ", " and ", "; ")))
def test_no_word_is_lost_but_what_joins_the_parts(said: list[str], joint: str) -> None:
    text = joint.join(said)
    parts = concerns_in(text)
    if parts:
        kept = re.findall(r"\w+", " ".join(parts).lower())
        left = [word for word in re.findall(r"\w+", text.lower()) if word not in kept]
        assert set(left) <= {"and", "also", "hello"}, (text, parts)
