"""Where one thing ends and another begins in a sentence, so that words about one never hide danger in the other.

People write without full stops: "my mum died last year and I don't want to live". What is past, another's or imagined in
one clause says nothing of the next, and nothing of what somebody says of themselves in the present.
"""

from __future__ import annotations

from bisect import bisect_right

from bot.core.safety_patterns import Span
from bot.core.safety_text import Reading

# After one of these, or a comma, a word that can open a statement opens a new clause. "it", "that" and "which" do not: what
# follows them is still about what was said before ("I tried it once and that was years ago").
_JOINING = frozenset("and but because cos cause so though although yet except while plus also then".split())
_OPENING = frozenset(
    "i my he she they we there nobody everybody everyone somebody someone the our your now today tonight lately just still "
    "want wanna wish hope feel cannot keep when if why its".split())
# "i" with one of these after it opens a clause without any sign ("my wife left i want to die"), unless a word before it leads
# on to it ("when i am", "worried i am", "do i want").
_STATING = frozenset("am cannot keep want wanna wish need might will".split())
_HAVING = frozenset("been taken swallowed suddenly just cut hurt had".split())
_LEADING = frozenset(
    "when if that as while what how why than where whenever until till unless before after who which whether like since "
    "do does did can could should would will shall am have had was may might or not think thinking thought feel feeling felt "
    "hope hoping wish know knew said say says tell told sure worried scared afraid frightened terrified believe guess suppose "
    "mean saw because".split())
# Between "I" and what is wished or thought these may stand, and the clause is still of oneself and now.
_SELF = "i"
_BETWEEN = frozenset(
    "am be been being have has do not just really only honestly still often always sometimes also so even keep keeps to feel "
    "feeling like think thinking thoughts having about of going gonna want wanna wanting wish wishing hope hoping need would "
    "could might may will cannot actually simply truly literally now again constantly daily lately a bit very quite all the "
    "time rather sooner better off".split())
_WISHING = frozenset({"want", "wanna", "wish", "kill", "why", "its", "time"})
_PAST = frozenset(
    "was were had did used wanted wished hoped tried felt thought took went kept came got said told needed planned".split())
_FURTHEST = 7  # words back from a finding to its "I"


class Clauses:
    """The clauses of one message."""

    def __init__(self, reading: Reading) -> None:
        self._words, self._ends = reading.words, reading.sentence_end
        pauses = set(reading.pauses)
        self._opens = [place for place in range(1, len(reading.words)) if self._is_opening(place, pauses)]

    def _is_opening(self, place: int, pauses: set[int]) -> bool:
        words = self._words
        if words[place] not in _OPENING:
            return False
        if words[place - 1] in _JOINING or place in pauses:
            return True
        following = words[place + 1:place + 3]
        return words[place] == _SELF and words[place - 1] not in _LEADING and bool(following) and (
            following[0] in _STATING or (following[0] == "have" and not _HAVING.isdisjoint(following[1:])))

    def parted(self, low: int, high: int) -> bool:
        """Whether a new clause begins at one of the words from ``low`` to ``high``."""
        place = bisect_right(self._opens, low - 1)
        return place < len(self._opens) and self._opens[place] <= high

    def of_oneself_now(self, span: Span) -> int | None:
        """The place of the "I" of whom the words at ``span`` are said, where they are said in the first person and the present
        ("I just want to die"). Without an "I" a wish is one's own too ("really wanna die"): then where it begins."""
        words = self._words
        if not _PAST.isdisjoint(words[span[0]:span[1]]):
            return None
        if _SELF in words[span[0]:span[1]][:2]:
            return span[0]
        for place in range(span[0] - 1, max(-1, span[0] - 1 - _FURTHEST), -1):
            if words[place] == _SELF:
                return place
            if words[place] not in _BETWEEN or self._ends[place] != self._ends[span[0]]:
                break
        return None

    def is_bare_wish(self, span: Span) -> bool:
        """Whether the words begin with the wish itself, whoever has it: "wanna die", "kill myself"."""
        words = self._words
        begins = words[span[0]] in _WISHING and (span[0] == 0 or words[span[0] - 1] != "to")
        return begins and _PAST.isdisjoint(words[span[0]:span[1]])
