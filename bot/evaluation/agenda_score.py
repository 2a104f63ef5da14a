"""How well an agenda holds what a visit was about. Pure: words in, figures out; nothing is read or written.

The complaints a visit is known for are a clinician's words, and the patient often never said them. So recall counts
over those complaints whose content words the patient did say. Beside it stand concerns per turn and words per concern,
because an agenda that takes every turn whole finds much and understands nothing; and the content words on a sheet that
the patient never said, of which there must be none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What joins words, and what a clinic's list says around a complaint: no patient needs to have said it.
_LITTLE = frozenset("a an and at by for from in my of on or s the to with".split())
_CLINIC = frozenset(
    (
        "annual bilateral chronic er exam follow followup following history hospital hx left none post prior problem r "
        "right severe sided status suspected up visit"
    ).split()
)
_NO_PLURAL = ("ss", "is", "us")  # weakness, arthritis, virus
NEAR_ENOUGH = 0.5  # token F1 from which a concern counts as the complaint


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry meaning, in order: lower case, plural s gone, little words and clinic words left out."""
    words = (_singular(word) for word in _WORD.findall(text.casefold()))
    return tuple(word for word in words if word not in _LITTLE and word not in _CLINIC)


def _singular(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) else word


def token_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it stands; 0 when they share none."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


@dataclass(frozen=True)
class AgendaScore:
    """One visit's figures, or several visits' added up.

    Attributes:
        complaints: with at least one content word; each counted once per visit.
        said: those whose content words the patient said, in whatever turns.
        found: those of ``said`` that one concern holds.
        turns: how many turns the patient had. concerns, words: how many concerns were kept, and their words together.
        unsaid: content words on the sheet that the patient did not say.
    """

    complaints: int = 0
    said: int = 0
    found: int = 0
    turns: int = 0
    concerns: int = 0
    words: int = 0
    unsaid: tuple[str, ...] = ()

    def __add__(self, other: AgendaScore) -> AgendaScore:
        return AgendaScore(
            self.complaints + other.complaints,
            self.said + other.said,
            self.found + other.found,
            self.turns + other.turns,
            self.concerns + other.concerns,
            self.words + other.words,
            self.unsaid + other.unsaid,
        )

    @property
    def recall(self) -> float | None:
        """Found of those said, 0 to 1; None when none was said."""
        return self.found / self.said if self.said else None

    @property
    def concerns_per_turn(self) -> float | None:
        return self.concerns / self.turns if self.turns else None

    @property
    def words_per_concern(self) -> float | None:
        return self.words / self.concerns if self.concerns else None


def score(
    complaints: Iterable[str],
    turns: Sequence[str],
    concerns: Sequence[str],
    sheet: Iterable[str] | None = None,
) -> AgendaScore:
    """Score one visit.

    Args:
        complaints: what the visit is known to have been about.
        turns: everything the patient said, one text for each turn.
        concerns: what was kept as something that matters, one text for each.
        sheet: every text of the patient's on the sheet; ``concerns`` when None.
    """
    spoken = {word for turn in turns for word in content_words(turn)}
    gold = {words for text in complaints if (words := content_words(text))}
    said = [words for words in gold if spoken.issuperset(words)]
    kept = [content_words(concern) for concern in concerns]
    shown = concerns if sheet is None else sheet
    return AgendaScore(
        complaints=len(gold),
        said=len(said),
        found=sum(_is_found(words, kept) for words in said),
        turns=len(turns),
        concerns=len(concerns),
        words=sum(len(_WORD.findall(concern)) for concern in concerns),
        unsaid=tuple(sorted({word for text in shown for word in content_words(text)} - spoken)),
    )


def _is_found(complaint: tuple[str, ...], concerns: Iterable[tuple[str, ...]]) -> bool:
    return any(set(concern).issuperset(complaint) or token_f1(concern, complaint) >= NEAR_ENOUGH for concern in concerns)
