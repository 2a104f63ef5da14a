"""What is told to the classifier of a message, and what the comparison of pipelines makes of figures."""

import numpy as np
import pytest
import scipy.sparse
import spacy

from bot.nlu.evidence import facts
from bot.nlu.linear import _scaled, _softmax
from bot.nlu.scope_words import scope_words
from bot.nlu.spacy_features import SHAPES, STEMS, features_of, stem_of
from evaluation.pipelines import table


def test_every_message_gets_the_same_number_of_facts() -> None:
    lengths = {len(facts(text, scope_words())) for text in ("", "knee", "what's on telly?", "I can't " * 40, "😀 7/10")}
    assert len(lengths) == 1


@pytest.mark.parametrize(("one", "other"), [("tablets", "tablet"), ("walked", "walking"), ("worries", "worr")])
def test_common_endings_do_not_make_another_word(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


def test_a_word_is_known_by_its_shape_its_stem_and_what_it_does() -> None:
    no, seven = spacy.blank("en")("no seven")
    assert not set(features_of(no)) & set(features_of(seven))
    assert all(place >= 0 for place in features_of(seven)) and max(features_of(no)) >= SHAPES + STEMS


def test_a_long_message_weighs_as_much_as_a_short_one_and_repeating_a_word_adds_nothing() -> None:
    block = scipy.sparse.csr_matrix(np.array([[3, 0, 0, 1], [1, 1, 1, 1]]))
    lengths = np.sqrt(_scaled(block).power(2).sum(axis=1)).A1
    assert lengths == pytest.approx([1.0, 1.0]) and _scaled(block)[0, 0] == _scaled(block)[0, 3]


def test_confidences_add_up_to_one() -> None:
    assert _softmax(np.array([[1.0, 2.0, -300.0], [0.0, 0.0, 0.0]])).sum(axis=1) == pytest.approx([1.0, 1.0])


def test_a_figure_that_was_not_measured_is_a_dash_in_the_table() -> None:
    lines = table({"b_svm": {"accuracy": 0.9}}).splitlines()
    assert "| b. Linear SVM over words and letters | – | 0.900 | – |" in lines[2]
