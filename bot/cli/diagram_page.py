"""The page with the diagram: drawn with Mermaid, which GitHub and most editors show as a picture."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cli.diagram_walk import Edges, edges_of
from bot.core.hearing import COMMANDS
from bot.core.paths import MUST, Path, PathBook
from bot.core.phrases import shortened
from bot.core.questions import QuestionBook

HEAD = """# The conversation on one page

Drawn by `paratoi diagram --out docs/conversation.md` from the questions, the paths and the rules; a test fails when it is
out of date. Boxes are questions, arrows say which answer leads on; an arrow without words is taken by every other
answer. A number is a question's weight: when 21 questions do not suffice, the lightest are left for later, and offered at
the read-back. Boxes without a number are always asked where they apply.
"""
STEPS = {1: "Beginning", 2: "What matters", 3: "Order and importance", 4: "Hopes, worries, pressures",
         5: "Questions", 6: "A change, and the rest", 7: "Read-back"}


def page(book: QuestionBook, paths: PathBook, asks: Mapping[str, str]) -> str:
    """The whole page as Markdown.

    Args:
        asks: the sentence that asks each question, by the question's key.
    """
    parts = [HEAD, "## The full path\n", _drawing(book, paths.paths["full"], edges_of(book, paths, "follow_up"), asks)]
    parts += ["## The light path (a first appointment)\n",
              _drawing(book, paths.paths["light"], edges_of(book, paths, "first"), asks)]
    parts += ["## Which path for whom\n", _rules(paths), "## Left for later, lightest first\n", _weights(paths.paths["full"])]
    parts += ["## At every question\n", _everywhere()]
    parts += ["## Asides\n", "They come up by themselves, and lead back to where the person was.\n", _asides(book, asks)]
    return "\n".join(parts)


def _drawing(book: QuestionBook, path: Path, edges: Edges, asks: Mapping[str, str]) -> str:
    weights = {stop.key: stop.weight for stop in path.way}
    keys = [key for key in book.questions if any(key in pair for pair in edges)]
    lines = ["```mermaid", "flowchart TD"]
    for step, name in STEPS.items():
        inside = [key for key in keys if book.of(key).step == step]
        if inside:
            lines.append(f'  subgraph step{step}["{step}. {name}"]')
            lines += [f'    {key}["{_box(key, weights, asks)}"]' for key in inside]
            lines.append("  end")
    lines += _arrows(edges, book)
    return "\n".join([*lines, "```", ""])


def _box(key: str, weights: Mapping[str, int], asks: Mapping[str, str]) -> str:
    said = asks[key].split("\n")[0].replace('"', "'").replace("“", "").replace("”", "")
    weight = weights.get(key, MUST)
    return f"{shortened(said, 70)}" + ("" if weight == MUST else f" · {weight}")


def _arrows(edges: Edges, book: QuestionBook) -> list[str]:
    """One arrow for each pair; the one most answers take carries no words."""
    lines = []
    for key in book.questions:
        going = {target: labels for (source, target), labels in edges.items() if source == key}
        usual = max(going, key=lambda target: (len(going[target]), target), default=None)
        for target in sorted(going, key=lambda one: list(book.questions).index(one)):
            labels = going[target] - (going[usual] if target != usual and usual else set())
            if target == usual or not labels:
                text = "" if len(going) == 1 or target == usual else f'|"{", ".join(sorted(going[target]))}"|'
            else:
                text = f'|"{", ".join(sorted(labels))}"|'
            lines.append(f"  {key} -->{text} {target}")
    return lines


def _rules(paths: PathBook) -> str:
    rows = ["| appointment | way | why | reviewed |", "|---|---|---|---|"]
    for rule in paths.rules:
        who = ", ".join(f"{name}: {value}" for name, value in rule.when.items()) or "everybody else"
        way = rule.path.name if rule.path else "nothing is asked now"
        opening = f", opening with {rule.path.opening}" if rule.path and rule.path.opening else ""
        helper = ", only with a helper" if rule.with_helper else ""
        rows.append(f"| {who} | {way}{opening}{helper} | {rule.why} | {rule.reviewed} |")
    return "\n".join([*rows, ""])


def _weights(path: Path) -> str:
    optional = sorted((stop for stop in path.way if stop.weight != MUST), key=lambda stop: stop.weight)
    return ", ".join(f"{stop.key} ({stop.weight})" for stop in optional) + ".\n"


def _everywhere() -> str:
    return (", ".join(sorted(COMMANDS)).replace("_", " ") + "; STOP and the safety check come before all of them, in the "
            "gateway. What cannot be understood is asked again in other words twice; then there is a way on.\n")


def _asides(book: QuestionBook, asks: Mapping[str, str]) -> str:
    return "\n".join(f"- `{key}`: {shortened(asks[key], 100)}"
                     for key, question in book.questions.items() if question.aside) + "\n"
