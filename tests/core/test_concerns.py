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
    ("my knee hurts, I can't sleep, and my tablets make me sick", (
        "my knee hurts", "I can't sleep", "my tablets make me sick")),
    ("my back hurts, my tablets make me sick and I can't sleep", (
        "my back hurts", "my tablets make me sick", "I can't sleep")),
    ("First my knee is bad. Second I can't sleep. Third the bills", ("my knee is bad.", "I can't sleep.", "the bills")),
    ("first of all my hip, secondly the stairs, and thirdly my weight", ("my hip", "the stairs", "my weight")),
    ("my knee hurts; I can't sleep", ("my knee hurts", "I can't sleep")),
    ("1) knee 2) sleep 3) the bills", ("knee", "sleep", "the bills")),
    ("Two things: my knee and my sleep", ("my knee", "my sleep")),
    ("Two things: knee and sleep", ("knee", "sleep")),
    ("I have two problems: I can't sleep and my tablets make me sick", ("I can't sleep", "my tablets make me sick")),
    ("Three things: my knee, the tablets and getting to the shop.", ("my knee", "the tablets", "getting to the shop")),
    ("my knee and also I'm worried about my heart", ("my knee", "I'm worried about my heart")),
    ("The letter, I did not understand it\nand the tablets, there are nine of them", (
        "The letter, I did not understand it", "the tablets, there are nine of them")),
    ("Hello,\nmy knee hurts\nand I can't\nsleep", ("my knee hurts", "I can't\nsleep")),
])
def test_things_that_stand_by_themselves_are_found_apart(text: str, parts: tuple[str, ...]) -> None:
    assert concerns_in(text) == parts


@pytest.mark.parametrize("text", [
    "my knee", "My knee hurts. It started in March. It is worse on the stairs.", "pain in my knee and my back",
    "my hands and feet", "no pain, but my hands are stiff", "a dull, aching, burning pain",
    "I have pain, swelling and stiffness in my knee", "My hip hurts. My hip is worse at night.", "a\nb\n\nc",
    "I want to talk about my knee and the tablets", "Yes. My knee.", "okay, great, thank you so much",
    "First it hurt and then it went numb", "my second opinion was first class", "The first time it was my second toe",
    "my knee hurts, I can't bend it, and I can't sleep", "I fell, I hit my head, and I went to hospital",
    "My knee hurts; it is worse at night", "I'm tired, I'm cold, and I'm fed up", "Two things happened to my knee",
    "I take 2) and 3) in the morning", "I have been widowed for eleven years. My husband died in a car",
    "I feel stronger than before, and I'm afraid that it will not last", "1.5 mg of the blue one",
    "My work is hard. My work takes all day",
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
    "My tablets make me dizzy", "no", "Hello", "- the stairs",
    "First my hip", "Second the stairs", "Two things: my knee")), min_size=1, max_size=6),
    st.sampled_from(("\n", ". ", ", ", " and ", "; ")))
def test_no_word_is_lost_but_what_joins_the_parts(said: list[str], joint: str) -> None:
    text = joint.join(said)
    parts = concerns_in(text)
    if parts:
        kept = re.findall(r"\w+", " ".join(parts).lower())
        left = [word for word in re.findall(r"\w+", text.lower()) if word not in kept]
        assert set(left) <= {"and", "also", "hello", "first", "second", "two", "things"}, (text, parts)


@given(st.lists(st.sampled_from(("knee", "sleep", "the bills", "my son", "I can't sleep", "my tablets make me sick", "2) 3)")),
                min_size=1, max_size=5), st.sampled_from(("{n}) ", "{n}. ", "({n}) ")), st.sampled_from((" ", ", ", "; ")))
def test_a_numbered_list_on_one_line_is_found_or_left_whole(things: list[str], mark: str, joint: str) -> None:
    text = joint.join(mark.format(n=place) + thing for place, thing in enumerate(things, start=1))
    parts = concerns_in(text)
    assert all(part in text for part in parts)
    if len(things) >= 2 and len(set(things)) == len(things) and "2) 3)" not in things:
        assert parts == tuple(things)
