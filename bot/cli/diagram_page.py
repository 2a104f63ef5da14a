"""The page with the diagram: drawn with Mermaid, which GitHub and most editors show as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.cli.diagram_walk import Edges, edges_of
from bot.core.hearing import COMMANDS
from bot.core.paths import MUST, Path, PathBook
from bot.core.phrases import shortened
from bot.core.questions import QuestionBook

HEAD = """# The conversation on one page

Drawn by `paratoi diagram --out docs/conversation.md` from the questions, the paths and the rules; a test fails when it is
out of date. Boxes are questions in one of their wordings, arrows say which answer leads on; an arrow without words is
taken by every other answer. "Not sure" goes where "skip" goes; "planning" means that they start within a month, or have
started. A number is a question's weight: when {most} questions do not suffice, the lightest are left for later, and offered
at the read-back. Boxes without a number are always asked where they apply.
"""
ASIDES = "They come up when the person or a check-in brings them up, and lead back to where the person was.\n"
STEPS = {1: "Beginning", 2: "What matters", 3: "Order and importance", 4: "What they hope for, what is hard at home",
         5: "Questions", 6: "A change, and the rest", 7: "Read-back", 0: "Afterwards"}


def page(book: QuestionBook, paths: PathBook, asks: Mapping[str, str]) -> str:
    """The whole page as Markdown.

    Args:
        asks: the sentence that asks each question, by the question's key.
    """
    full, light = paths.paths["full"], paths.paths["light"]
    return "\n".join([
        HEAD.format(most=full.most_questions),
        "## The full path\n", _drawing(book, full, edges_of(book, paths, "follow_up"), asks),
        "## The light path (a first appointment)\n", _drawing(book, light, edges_of(book, paths, "first"), asks),
        "## Which path for whom\n", _rules(paths),
        "## Left for later, lightest first\n", _weights(full),
        "## At every question\n", _everywhere(),
        "## Asides\n", ASIDES, _asides(book, asks),
    ])


def _drawing(book: QuestionBook, path: Path, edges: Edges, asks: Mapping[str, str]) -> str:
    weights = {stop.key: stop.weight for stop in path.way}
    keys = [key for key in book.questions if any(key in pair for pair in edges)]
    lines = ["```mermaid", "flowchart TD"]
    for step, name in STEPS.items():
        inside = [key for key in keys if book.of(key).step == step]
        if inside:
            lines.append(f'  subgraph step{step}["{f"{step}. {name}" if step else name}"]')
            lines += [f'    {key}["{_box(key, weights, asks)}"]' for key in inside]
            lines.append("  end")
    lines += _arrows(edges, book)
    return "\n".join([*lines, "```", ""])


def _box(key: str, weights: Mapping[str, int], asks: Mapping[str, str]) -> str:
    said = asks[key].split("\n")[0].replace('"', "'").replace("“", "").replace("”", "")
    weight = weights.get(key, MUST)
    return f"{shortened(said, 70)}" + ("" if weight == MUST else f" · {weight}")


def _arrows(edges: Edges, book: QuestionBook) -> list[str]:
    """One arrow for each pair; the one most answers take carries no words, unless something else decides as well."""
    lines, order = [], list(book.questions)
    for key in order:
        going = {target: answers for (source, target), answers in edges.items() if source == key}
        usual = max(going, key=lambda target: (len(going[target]), -order.index(target)), default=None)
        for target in sorted(going, key=order.index):
            plain = target == usual and len(going[target]) > 1 and not any(condition for _, condition in going[target])
            text = "" if plain or len(going) == 1 else f'|"{_text(going[target])}"|'
            lines.append(f"  {key} -->{text} {target}")
    return lines


def _text(answers: Iterable[tuple[str, str]]) -> str:
    """Answers and what must hold beside them, each condition once."""
    by_condition: dict[str, list[str]] = {}
    for answer, condition in sorted(answers):
        by_condition.setdefault(condition, []).append(answer)
    if len(by_condition) > 1 and len({tuple(said) for said in by_condition.values()}) == 1:
        by_condition = {" or ".join(by_condition): next(iter(by_condition.values()))}
    return "; ".join(", ".join(said) + (f", if {condition}" if condition else "")
                     for condition, said in sorted(by_condition.items()))


def _rules(paths: PathBook) -> str:
    rows = ["The first rule that fits decides.\n",
            "| rule | appointment | way | why | reviewed |", "|---|---|---|---|---|"]
    for rule in paths.rules:
        who = ", ".join(f"{name}: {value}" for name, value in rule.when.items()) or "any other"
        way = rule.path.name if rule.path else "nothing is asked now"
        opening = f", opening with {rule.path.opening}" if rule.path and rule.path.opening else ""
        helper = ", only with a helper" if rule.with_helper else ""
        rows.append(f"| `{rule.id}` | {who} | {way}{opening}{helper} | {rule.why} | {rule.reviewed} |")
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
