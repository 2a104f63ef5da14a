"""Shows what each mark of ``bot/content/likeness/<place>.yml`` would cost: ``python -m evaluation.fit_marks [--data FOLDER]``.

The files of ``data/danger`` are left out in turn, a quarter of them at a time, the model is trained on the others, and
their rows are checked as a message would be: so every row is met by a model that never saw its file. With FOLDER the half
of the public patient turns that may be tuned on is checked by the model of all rows. A person then chooses the marks.
Takes some five minutes.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.load_safety import CONTENT, load_rules
from bot.content.read_yaml import read_yaml_file
from bot.core.findings.likeness import Likeness
from bot.core.safety import check, danger_cues
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import KINDS, SafetyRules
from bot.core.safety_text import read
from bot.nlu.likeness_training import Row, train
from bot.nlu.word_models import AGAINST_REST, DANGER, PLACE, STRENGTH, danger_row
from evaluation.data import patient_turns

MARKS = (0.985, 0.98, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.4, 0.3)
TURNS = 4
MARKS_FILE = CONTENT / "likeness" / f"{PLACE}.yml"
_ALONE = 2.0  # no belief reaches it: the rules alone


@dataclass(frozen=True)
class Checked:
    """A row: where it is from, its kind (``none`` too), what rules hear in it, and the highest belief in each kind,
    where a rule or hint of that kind stands in the words and where none does."""

    source: str
    kind: str
    by_rule: frozenset[str]
    belief: dict[tuple[str, bool], float]

    def alarms(self, kind: str, mark: float, unhinted: float) -> bool:
        """Whether it raises an alarm of ``kind`` when belief counts from ``mark`` on, and unhinted from ``unhinted`` on."""
        return kind in self.by_rule or any(
            self.belief.get((kind, hinted), 0.0) >= least for hinted, least in ((True, mark), (False, max(mark, unhinted))))


def main() -> None:
    """Print a table for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder of the public development sets")
    given = parser.parse_args()
    rules = load_rules(CONTENT / "safety" / PLACE)
    files = {path.stem: list(_rows(path)) for path in sorted(DANGER.glob("*.csv"))}
    learnt = {name: [danger_row(rules, text, kind) for kind, text in rows] for name, rows in files.items()}
    checked = [one for turn in range(TURNS) for one in _left_out(sorted(files)[turn::TURNS], files, learnt, rules)]
    turns: list[Checked] = []
    if given.data:
        model = _train(row for rows in learnt.values() for row in rows)
        turns = [_check("turns", "none", row.text, rules, model) for row in patient_turns(given.data) if row.half == "tune"]
    unhinted = read_yaml_file(MARKS_FILE)["unhinted"]
    for kind in KINDS:
        print(_table(kind, checked, turns, float(unhinted.get(kind, 0.0))), flush=True)


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from ((row["kind"], row["text"]) for row in csv.DictReader(file))


def _train(rows: Iterable[Row]) -> Likeness:
    return train(rows, strength=STRENGTH, against_rest=AGAINST_REST)


def _left_out(
    names: Sequence[str], files: dict[str, list[tuple[str, str]]], learnt: dict[str, list[Row]], rules: SafetyRules,
) -> list[Checked]:
    print(f"without {', '.join(names)} …", flush=True)
    model = _train(row for other, rows in learnt.items() if other not in names for row in rows)
    return [_check(name, kind, text, rules, model) for name in names for kind, text in files[name]]


def _check(source: str, kind: str, text: str, rules: SafetyRules, model: Likeness) -> Checked:
    reading = read(text, rules.spelling)
    belief: dict[tuple[str, bool], float] = {}
    for stretch in Resemblance(model, {}).of(reading, danger_cues(reading, rules)):
        for one in KINDS if stretch.may_speak else ():
            key = one, stretch.is_hinted(one)
            belief[key] = max(belief.get(key, 0.0), stretch.belief(one))
    by_rule = frozenset(one.kind for one in check(text, rules) if one.counts)
    return Checked(source, kind, by_rule, belief)


def _table(kind: str, checked: Sequence[Checked], turns: Sequence[Checked], unhinted: float) -> str:
    with_kind = {one.source for one in checked if one.kind == kind}
    groups = {
        "heard": [one for one in checked if one.kind == kind],
        "look-alikes": [one for one in checked if one.kind == "none" and one.source in with_kind],
        "ordinary": [one for one in checked if one.kind == "none" and one.source not in with_kind],
        "public turns in 1,000": turns,
    }
    least = f" (unhinted at least {unhinted})" if unhinted else ""
    lines = [f"\n{kind}{least}: " + ", ".join(f"{name} {len(some)}" for name, some in groups.items())]
    for mark in (_ALONE, *MARKS):
        shares = [
            f"{(1000 if name.endswith('1,000') else 1) * _share(some, kind, mark, unhinted):9.3f}"
            for name, some in groups.items() if some
        ]
        lines.append(f"{'rules' if mark == _ALONE else mark!s:>6} " + " ".join(shares))
    return "\n".join(lines)


def _share(some: Sequence[Checked], kind: str, mark: float, unhinted: float) -> float:
    return sum(one.alarms(kind, mark, unhinted) for one in some) / len(some)


if __name__ == "__main__":
    main()
