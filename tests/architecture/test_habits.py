"""How files and functions are written."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import FUNCTIONS, Module, module_from, modules

LONGEST_FILE, LONGEST_FUNCTION = 250, 60
# Each exception with its reason; the list is meant to become shorter.
LONG_FILES: dict[str, str] = {}  # path: why
PRINTS = {"cli"}  # a command line prints
BROAD = {"Exception", "BaseException"}


def length(node: ast.AST) -> int:
    """Lines from the first decorator to the end."""
    decorators = getattr(node, "decorator_list", [])
    return node.end_lineno - min([node.lineno, *(one.lineno for one in decorators)]) + 1


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module.tree) if isinstance(node, FUNCTIONS))


def other_clocks(module: Module) -> Iterator[str]:
    """Where the machine is asked what time it is."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        if name.endswith(("datetime.now", "datetime.utcnow", "datetime.today", "date.today")) \
                or name in {"time.time", "time.time_ns"}:
            yield f"{module.where}:{node.lineno} {name}"


def broad_excepts(module: Module) -> Iterator[str]:
    """Where any error at all is swallowed; tidying up and raising it again swallows nothing."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = {ast.unparse(one) for one in ast.walk(node.type) if isinstance(one, ast.Name)} \
                if node.type else BROAD
            again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if caught & BROAD and not again:
                yield f"{module.where}:{node.lineno}"


def prints(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.stdout.write", "sys.stderr.write"}:
            yield f"{module.where}:{node.lineno}"


def without_docstring(module: Module) -> Iterator[str]:
    """Public classes and functions of the module that do not say what they are; a port (Protocol) is its methods."""
    for node in module.tree.body:
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)) or node.name.startswith("_") or ast.get_docstring(node):
            continue
        if "Protocol" not in [ast.unparse(base) for base in getattr(node, "bases", ())]:
            yield f"{module.where}:{node.lineno} {node.name}"


def test_files_are_short() -> None:
    long = {module.where: len(module.path.read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {where: lines for where, lines in long.items() if lines > LONGEST_FILE and where not in LONG_FILES} == {}


def test_the_long_files_named_here_are_still_long() -> None:
    for module in modules():
        if module.where in LONG_FILES:
            assert len(module.path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE, module.where


def test_functions_are_short() -> None:
    """A router's function holds its routes, so what is inside it is measured by itself."""
    long = [f"{module.where}:{node.lineno} {node.name}: {lines}" for module in modules()
            for node in functions(module) if (lines := _own_length(node)) > LONGEST_FUNCTION]
    assert not long


def test_only_the_clock_knows_what_time_it_is() -> None:
    assert not [line for module in modules() if module.name != "bot.clock" for line in other_clocks(module)]


def test_no_error_is_caught_without_its_name() -> None:
    assert not [line for module in modules() for line in broad_excepts(module)]


def test_only_the_command_line_prints() -> None:
    assert not [line for module in modules() if module.package not in PRINTS for line in prints(module)]


@pytest.mark.parametrize("part", ["core", "services"])
def test_everything_public_says_what_it_is(part: str) -> None:
    assert not [line for module in modules() if module.package == part for line in without_docstring(module)]


def test_every_module_says_what_it_is_for() -> None:
    assert not [module.where for module in modules() if module.tree.body and not ast.get_docstring(module.tree)]


@pytest.mark.parametrize(("text", "rule"), [
    ("from datetime import datetime\nx = datetime.now()", other_clocks),
    ("import datetime\nx = datetime.datetime.utcnow()", other_clocks),
    ("try:\n    pass\nexcept:\n    pass", broad_excepts),
    ("try:\n    pass\nexcept (KeyError, Exception):\n    pass", broad_excepts),
    ("print('hello')", prints),
    ("def f():\n    return 1", without_docstring),
])
def test_the_rules_see_what_they_forbid(text: str, rule) -> None:
    assert list(rule(module_from(text, "bot.core.sneaky")))


def _own_length(node: ast.AST) -> int:
    inside = [child for child in ast.walk(node) if child is not node and isinstance(child, FUNCTIONS)]
    return length(node) - sum(length(child) for child in inside)
