"""Concerns found in what patients say: against what visits were about, and against turns labelled by reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.evaluation.agenda_score import AgendaScore, score
from bot.evaluation.figures import share
from bot.evaluation.rows import Row, RowsError, first_of

Find = Callable[[str, "str | None"], Sequence["tuple[str, int, int]"]]
"""Gives each concern of a text (with the question before it) as its words, its start and its end."""
Asks = Callable[[str], bool]


def measure(
    rows: list[Row],
    find: Find,
    asks: Asks,
    texts: dict[str, Row] | None = None,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and what was missed or is no concern.

    Rows of visits (``turns``, ``cc``, ``secondary``), or of labelled turns (``id``, ``concerns`` as character offsets or as
    pieces of the text, perhaps ``also`` for what a fair reader would accept, ``is_question``, ``doubt``), whose words are
    in ``texts`` by id, or their own ``text`` and ``question``.

    Raises: RowsError.
    """
    if "turns" in rows[0]:
        return _visits(rows, find)
    if "concerns" in rows[0]:
        return _turns(rows, find, asks, texts or {})
    raise RowsError("These rows are neither visits (turns, cc) nor labelled turns (id, concerns).")


def _visits(rows: list[Row], find: Find) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    total, misses = AgendaScore(), []
    for row in rows:
        asked, turns = "", []
        for turn in row["turns"]:
            if str(turn["speaker"]).lower().startswith("pat"):
                turns.append((str(turn["text"]), asked or None))
            else:
                asked = str(turn["text"])
        concerns = [words for text, question in turns for words, _, _ in find(text, question)]
        found = score([row["cc"], *row["secondary"]], [text for text, _ in turns], concerns)
        total += found
        if found.found < found.said:
            misses.append({"visit": row.get("id"), "said": found.said, "found": found.found, "concerns": concerns})
    figures = {
        "visits": len(rows),
        "complaints": total.complaints,
        "complaints_said": total.said,
        "recall": share(total.found, total.said),
        "turns": total.turns,
        "concerns": total.concerns,
        "concerns_per_turn": round(total.concerns_per_turn or 0, 4),
        "words_per_concern": round(total.words_per_concern or 0, 2),
        "words_never_said": len(total.unsaid),
    }
    return figures, misses


def _turns(rows: list[Row], find: Find, asks: Asks, texts: dict[str, Row]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    missing = [row["id"] for row in rows if "text" not in row and row["id"] not in texts]
    if missing:
        raise RowsError(
            f"The words of {len(missing)} labelled turns are missing (the first is {missing[0]}): "
            "name the files that hold them with --texts."
        )
    counts: dict[str, dict[str, list[int]]] = {
        group: {name: [0, 0] for name in ("none", "found", "apart", "asks", "asks_not")} for group in ("all", "without_doubt")
    }
    misses: list[dict[str, Any]] = []
    for row in rows:
        words = row if "text" in row else texts[row["id"]]
        text, asked = first_of(words, ("text",)), first_of(words, ("prev_doctor", "question")) or None
        found, told = list(find(text, asked)), _spans(row["concerns"], text)
        wrong = [one for one in found if not _overlaps(one, [*told, *_spans(row.get("also", []), text)])]
        heard = [gold for gold in told if any(_overlaps(one, [gold]) for one in found)]
        alone = [one for one in found if sum(_overlaps(one, [gold]) for gold in told) == 1]
        apart = [gold for gold in told if any(_overlaps(one, [gold]) for one in alone)]
        asked_something = asks(text)
        for group in ("all",) if row.get("doubt") else ("all", "without_doubt"):
            _add(counts[group]["none"], len(wrong), len(found))
            _add(counts[group]["found"], len(heard), len(told))
            _add(counts[group]["apart"], len(apart), len(told))
            _add(counts[group]["asks" if row.get("is_question") else "asks_not"], int(asked_something), 1)
        if wrong or len(heard) < len(told):
            misses.append(
                {
                    "id": row["id"],
                    "text": text,
                    "no_concern": [one[0] for one in wrong],
                    "missed": [text[gold["start"] : gold["end"]] for gold in told if gold not in heard],
                }
            )
    figures = {
        "turns": len(rows),
        **{
            group: {
                "concerns_that_are_none": share(*some["none"]),
                "labelled_concerns_found": share(*some["found"]),
                "found_on_their_own": share(*some["apart"]),
                "questions_recognised": share(*some["asks"]),
                "taken_for_questions": share(*some["asks_not"]),
            }
            for group, some in counts.items()
        },
    }
    return figures, misses


def _add(pair: list[int], hits: int, n: int) -> None:
    pair[0] += hits
    pair[1] += n


def _spans(concerns: Sequence[Any], text: str) -> list[dict[str, int]]:
    """As places in the text; a concern given as a piece of it stands where the piece first does.

    Raises: RowsError.
    """
    spans = []
    for one in concerns:
        if isinstance(one, str):
            if one not in text:
                raise RowsError(f"A concern is no piece of its text: {one}")
            one = {"start": text.index(one), "end": text.index(one) + len(one)}
        spans.append(one)
    return spans


def _overlaps(found: tuple[str, int, int], spans: Sequence[dict[str, int]]) -> bool:
    return any(found[1] < span["end"] and span["start"] < found[2] for span in spans)
