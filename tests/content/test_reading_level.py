"""Sixth grade or easier: what is said can be read by somebody of eleven, or by anybody on a bad day.

Measured with Flesch and Kincaid's grade, over each message and each sentence of it. Shorter ones have too few words for
the measure to mean something; there the words themselves are looked at.
"""

import re

import pytest
import textstat

from tests.content import sentences
from tests.content.sentences import texts

HIGHEST_GRADE = 6.0
FEWEST_WORDS = 5
MOST_WORDS = 25  # in one sentence
# Words of three syllables and more that are plain all the same.
LONG_AND_PLAIN = set("""
advocate another appointment beginning computer connected conversation december decided different earlier easier
emergency everything family importance important invitation javascript listening paratoi serious telegram together tomorrow
understand whenever yesterday
""".split())
MESSAGES = [(key, text) for key in sorted(sentences.wording().variants) for text in texts(key)]


def plain(text: str) -> str:
    """The message with a short name in every placeholder: what is put there is not ours to measure."""
    return re.sub(r"\{[a-z_]+\}", "Sam", text)


def sentences_of(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+", plain(text)) if part]


@pytest.mark.parametrize("measured", ["messages", "sentences"])
def test_everything_reads_at_sixth_grade_or_easier(measured: str) -> None:
    parts = [(key, part) for key, text in MESSAGES
             for part in ([plain(text)] if measured == "messages" else sentences_of(text))]
    grades = {(key, part): textstat.flesch_kincaid_grade(part) for key, part in parts
              if len(part.split()) >= FEWEST_WORDS}
    assert {said: grade for said, grade in grades.items() if grade > HIGHEST_GRADE} == {}


def test_the_whole_reads_far_below_that() -> None:
    assert textstat.flesch_kincaid_grade(" ".join(plain(text) for _, text in MESSAGES)) < HIGHEST_GRADE - 1


def test_no_sentence_is_long() -> None:
    parts = [(key, part) for key, text in MESSAGES for part in sentences_of(text)]
    assert [(key, part) for key, part in parts if len(part.split()) > MOST_WORDS] == []


def test_long_words_are_known_ones() -> None:
    found = {word.lower() for _, text in MESSAGES for word in re.findall(r"[A-Za-z]+", plain(text))
             if textstat.syllable_count(word) >= 3}
    assert found - LONG_AND_PLAIN == set()


def test_a_hard_sentence_would_be_found() -> None:
    assert textstat.flesch_kincaid_grade(
        "Please indicate the anticipated outcomes of your forthcoming outpatient consultation.") > HIGHEST_GRADE
