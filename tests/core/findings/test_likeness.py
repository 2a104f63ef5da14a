"""The trained model is read with plain arithmetic, and gives what it was trained to give."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.findings.likeness import Likeness, from_plain, pieces_of, to_plain
from bot.core.safety_likeness import Believed, Cue, Resemblance, Resembling, stretches
from bot.core.safety_text import Reading, Spelling, read
from bot.nlu.likeness_training import Row, train

SPELLING = Spelling({}, {}, {}, frozenset(), frozenset())
MODEL = Likeness.of(
    ("good", "bad"), {"1 nice": (2.0, 1.0, -1.0), "1 foul": (1.0, -1.0, 1.0)},
    {"loud": (0.5, -0.5), "calm": (9.0, -9.0), "loud but bad": (-0.5, 0.5)}, (0.0, 0.0),
)


def found_in(reading: Reading, cues: Sequence[Cue] = ()) -> list[Resembling]:
    like = Resemblance(MODEL, {"bad": 0.6})
    return like.find(like.of(reading, cues))


def test_what_a_piece_weighs_decides() -> None:
    shares = MODEL.probabilities(["1 nice"])
    assert math.isclose(shares["good"], math.e / (math.e + 1 / math.e))  # one piece has length 1: weights 1 and -1
    assert MODEL.probabilities(["1 foul"])["bad"] > 0.5


def test_what_is_unknown_says_nothing() -> None:
    assert MODEL.probabilities(["1 neither"]) == {"good": 0.5, "bad": 0.5}


def test_a_cue_counts_as_it_is() -> None:
    assert math.isclose(MODEL.probabilities([], {"loud": 2.0})["good"], math.e / (math.e + 1 / math.e))


def test_a_model_survives_being_written_down() -> None:
    assert from_plain(to_plain(MODEL)) == MODEL


@settings(deadline=None)
@given(st.lists(st.sampled_from(("so", "nice", "and", "foul", "niceness", "it", "was")), max_size=40), st.data())
def test_stretches_are_read_together_as_each_is_read_alone(words: list[str], data: st.DataObject) -> None:
    model = Likeness.of(("good", "bad"), {
        piece: (1.0 + number % 3, (-1) ** number * number / 7, 1 / (number + 1))
        for number, piece in enumerate(dict.fromkeys(pieces_of("it was so nice and foul and so it was niceness".split())))
    }, {}, (0.5, -0.25))
    ends = st.tuples(st.integers(0, len(words)), st.integers(0, len(words))).map(sorted).map(tuple)
    some = data.draw(st.lists(ends, max_size=6))
    alone = [model.probabilities(pieces_of(words[first:after])) for first, after in some]
    assert model.of_stretches(words, some) == alone
    assert model.of_stretches(words, some) == alone  # what it remembers changes nothing


def test_a_piece_said_twice_counts_more_but_not_double() -> None:
    model = Likeness.of(("good", "bad"), {"1 nice": (2.0, 1.0, 0.0), "1 foul": (1.0, 0.0, 1.0)}, {}, (0.0, 0.0))
    nice, foul = (1 + math.log(2)) * 2.0, 1.0
    length = math.hypot(nice, foul)
    odds = math.exp(nice / length) / math.exp(foul / length)
    shares = model.probabilities(["1 nice", "1 foul", "1 nice"])
    assert math.isclose(shares["good"] / shares["bad"], odds)


def test_training_learns_what_the_rows_say_and_the_same_twice() -> None:
    rows = [
        Row(pieces_of(text.split()), label, {})
        for text, label in [
            ("my leg is broken", "bad"),
            ("the leg is broken now", "bad"),
            ("my day is lovely", "good"),
            ("a lovely day now", "good"),
        ]
        * 3
    ]
    model = train(rows, strength=10, seldom=1)
    assert model == train(rows, strength=10, seldom=1)
    assert model.probabilities(pieces_of("broken leg".split()))["bad"] > 0.6
    assert model.probabilities(pieces_of("lovely day".split()))["good"] > 0.6


def test_a_harmless_sentence_before_it_never_hides_danger() -> None:
    foul = "It was foul foul foul that day."
    for before in ("It was so nice.", "It was nice. So very nice was it."):
        reading = read(f"{before} {foul}", SPELLING)
        assert [reading.quote(one.first, one.after) for one in found_in(reading)] == [foul.rstrip(".")]


def test_a_part_must_be_believed_a_little_more_than_the_whole() -> None:
    part, whole = Believed(2, 6, {"bad": 0.65}, part=True), Believed(0, 6, {"bad": 0.65})
    like = Resemblance(MODEL, {"bad": 0.6})
    assert (like.find([part]), [one.belief for one in like.find([whole])]) == ([], [0.65])


def test_a_sentence_is_found_in_a_long_story_and_quoted() -> None:
    around = " It was just so very nice for all of us in the garden with the dog and the neighbours."
    reading = read(f"{around * 2} It was foul foul foul that day. {around * 2}", SPELLING)
    (one,) = found_in(reading)
    assert reading.quote(one.first, one.after) == "It was foul foul foul that day"


def test_a_cue_weighs_in_the_stretch_it_stands_in() -> None:
    reading = read("It was foul foul foul for us today.", SPELLING)
    assert found_in(reading)
    assert not found_in(reading, [Cue("calm", 2, 3)])
    assert found_in(reading, [Cue("calm", 2, 30)])


def test_a_few_words_speak_only_with_a_cue() -> None:
    reading = read("foul foul", SPELLING)
    assert not found_in(reading)
    assert found_in(reading, [Cue("loud but bad", 0, 1)])


@settings(deadline=None)
@given(st.text(max_size=2000))
def test_every_word_of_a_text_with_more_than_one_is_looked_at(text: str) -> None:
    reading = read(text, SPELLING)
    seen = {place for first, after in stretches(reading) for place in range(first, after)}
    assert len(reading.words) < 2 or seen == set(range(len(reading.words)))
