"""Two thousand conversations at random: whatever a person does, and in whatever order, the same few things hold."""

import statistics

import pytest

from tests.conversations.walker import Walk

BATCHES, EACH = 20, 100
KINDS = (("follow_up", ""), ("follow_up", ""), ("follow_up", ""), ("first", ""), ("simple", ""),
         ("frequent_treatment", ""), ("follow_up", "advocate"))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_whatever_a_person_does_the_preparation_goes_on_and_keeps_their_words(batch: int) -> None:
    """No dead end, nothing lost or altered, no sentence twice in a row, at most 21 questions, always a way to stop."""
    for number in range(EACH):
        seed = batch * EACH + number
        kind, needs = KINDS[seed % len(KINDS)]
        walk = Walk(seed, kind, needs)
        walk.wanders(walk.random.randint(0, 60))
        walk.finishes()


@pytest.mark.parametrize("seed", (3050, 3070))
def test_what_once_went_wrong_further_on_holds_now(seed: int) -> None:
    walk = Walk(seed, *KINDS[seed % len(KINDS)])
    walk.wanders(walk.random.randint(0, 60))
    walk.finishes()


def test_somebody_who_answers_everything_meets_at_most_21_questions_and_most_people_fewer() -> None:
    met = []
    for seed in range(200):
        walk = Walk(10_000 + seed)
        walk.finishes()
        met.append(walk.most_met)
    assert max(met) <= 21
    assert statistics.median(met) < 21
