"""A message counts as kept in parts only when its parts are pieces of it, in order, and hold all that it says."""

from __future__ import annotations

import pytest

from real_input.parts import find_parts


def _whole(message: str, *texts: str) -> bool:
    found = find_parts(message, texts, range(len(texts)))
    return bool(found.places) and found.holds(0, len(message))


@pytest.mark.parametrize("first", ["My hip hurts.", "My hip hurts"])
def test_pieces_that_hold_every_word_are_the_message(first: str) -> None:
    assert _whole("My hip hurts. My knee is stiff", first, "My knee is stiff")


@pytest.mark.parametrize("joining", ["and", "Also", "and also", "plus", "oh and", "the other thing is", "secondly,"])
def test_a_joining_word_before_a_part_may_be_missing(joining: str) -> None:
    assert _whole(f"my hip hurts {joining} my knee is stiff", "my hip hurts", "my knee is stiff")


@pytest.mark.parametrize("between", ["but", "because", "and then there is", "not", "andy and", "3"])
def test_no_other_word_may_be_missing(between: str) -> None:
    assert not _whole(f"my hip hurts {between} my knee is stiff", "my hip hurts", "my knee is stiff")


def test_a_joining_word_after_the_last_part_joins_nothing_and_may_not_be_missing() -> None:
    assert not _whole("my hip hurts and also", "my hip hurts")
    assert _whole("my hip hurts.", "my hip hurts")


def test_parts_in_another_order_are_not_the_message() -> None:
    assert not _whole("my hip and my knee", "my knee", "my hip")


def test_a_part_ends_at_the_edge_of_a_word() -> None:
    assert not _whole("my hips and my knee", "my hip", "my knee")
    assert not _whole("my hip, mykn, ee", "my hip", "my", "kn", "ee")


def test_a_part_that_was_reworded_is_no_part() -> None:
    assert not _whole("my hip  hurts and my knee", "my hip hurts", "my knee")


def test_parts_are_neighbours_among_the_places_that_are_free() -> None:
    texts = ("my hip", "something else", "my knee")
    assert find_parts("my hip and my knee", texts, (0, 2)).missing == ()
    assert find_parts("my hip and my knee", texts, (0, 1, 2)).places in {(0,), (2,)}


def test_of_several_runs_the_one_that_holds_most_is_taken() -> None:
    assert find_parts("my hip and my knee", ("my hip", "the stairs", "my hip", "my knee"), range(4)).places == (2, 3)


def test_what_is_missing_is_told_by_its_place() -> None:
    found = find_parts("my hip\nhello doctor\nmy knee", ("my hip", "my knee"), range(2))
    assert (found.holds(0, 6), found.holds(7, 19), found.holds(20, 27)) == (True, False, True)


def test_nothing_there_holds_nothing() -> None:
    assert not _whole("my hip")
    assert not _whole("my hip", "my knee")
