"""Reads the source as syntax trees, for the tests that keep the house's rules."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ("bot", "actions")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One file. ``name`` is dotted; ``package`` is the part of the house it belongs to (``core``, ``cli_invite``)."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def package(self) -> str:
        return part_of(self.name)

    @property
    def where(self) -> str:
        return str(self.path.relative_to(ROOT))


@dataclass(frozen=True)
class Import:
    """One imported module, with the line it stands on and whether only type checkers see it."""

    module: str
    line: int
    for_types: bool


def part_of(name: str) -> str:
    """The part of the house a dotted name belongs to; ``actions`` is a part of its own."""
    first, _, rest = name.partition(".")
    return rest.partition(".")[0] if first == "bot" and rest else first


def module_from(text: str, name: str, is_package: bool = False) -> Module:
    """A module that exists only in a test."""
    path = ROOT.joinpath(*name.split("."))
    return Module(path / "__init__.py" if is_package else path.with_suffix(".py"), name, ast.parse(text))


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Every tracked or new module below ``bot`` and ``actions``; migrations, which are history, are left out."""
    found = []
    for path in sorted(path for folder in OURS for path in (ROOT / folder).rglob("*.py")):
        if "migrations" in path.parts:
            continue
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


@lru_cache(maxsize=1)
def tracked() -> tuple[Path, ...]:
    """Every file that belongs to the project; in a copy without git, every one that was not made here."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        made = {"var", "models", "node_modules", "__pycache__"}
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not any(
            part in made or (part.startswith(".") and part != ".ci") for part in path.relative_to(ROOT).parts))
    return tuple(ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file())


def imports(module: Module) -> Iterator[Import]:
    """All imports, wherever they stand; relative ones are made absolute.

    ``from bot.core import commands`` counts as ``bot.core.commands``, so that a whole part cannot slip in by name.
    """
    for_types = {id(node) for branch in ast.walk(module.tree) if _is_type_checking(branch) for node in ast.walk(branch)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            names = [f"{base}.{alias.name}" if base.split(".")[0] in OURS else base for alias in node.names]
        else:
            continue
        yield from (Import(name, node.lineno, id(node) in for_types) for name in names)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    package = parts if module.path.name == "__init__.py" else parts[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])
