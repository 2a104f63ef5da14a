"""Whether a person's words add something to what we already say about their answer.

The wording's buttons are not known here, so this goes by the words alone, and when in doubt the words are shown.
"""

from __future__ import annotations

import re

from bot.core.numbers import UNITS

ENDINGS = frozenset({"skipped", "not_sure", "no"})
FEW_WORDS = 4
LONGEST_WORD = 20  # letters; what is longer is a sentence in a language without spaces
# Words that hold a sentence together and tell a clinician nothing beside the value.
_GLUE = frozenset(
    "a an the i i'd it it's its is that that's say would my their me of out to and but for".split())
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def says_more_than_the_ending(words: str) -> bool:
    """Whether ``words`` are more than a way of skipping, of not being sure or of saying no."""
    found = words.split()
    return len(found) > FEW_WORDS or any(len(one) > LONGEST_WORD for one in found)


def says_more_than(words: str, shown: str) -> bool:
    """Whether ``words`` have a word beyond what is shown beside them, such as ``8 of 10`` or a stage of change.

    >>> says_more_than("about five", "5 of 10"), says_more_than("I would say five", "5 of 10")
    (True, False)
    """
    return bool(_words(words) - _words(shown) - _GLUE)


def _words(text: str) -> set[str]:
    """The words of ``text``, numbers as digits however they were written."""
    found = _WORD.findall(text.casefold().replace("\u2019", "'"))
    return {str(UNITS.get(word, word)) for word in found}
