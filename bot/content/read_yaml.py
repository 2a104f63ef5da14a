"""Reads YAML by libyaml where PyYAML was built with it: ten times quicker, and a process reads half a megabyte at its start.

YAML itself lets the last of two equal keys win without a word; here a key given twice is an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bot.content.errors import ContentError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Twice(yaml.YAMLError):
    """A key is given twice in one mapping."""


class _Loader(LOADER):  # type: ignore[misc, valid-type]
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[tuple[str, str], int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            line, first = key.start_mark.line + 1, lines.get((key.tag, key.value))
            if first is not None:
                raise _Twice(f"line {line}: the key {key.value} is given twice, first in line {first}")
            lines[key.tag, key.value] = line
        return super().construct_mapping(node, deep)


def read_yaml(written: str | bytes, name: str = "YAML") -> Any:
    """What ``written`` holds: plain values, never objects.

    Args:
        name: of the file, for the messages.

    Raises: yaml.YAMLError, which tells line and column; ContentError, with name, key and line, for a key given twice.
    """
    try:
        return yaml.load(written, Loader=_Loader)
    except _Twice as error:
        raise ContentError(f"{name}, {error}") from error


def read_yaml_file(path: Path) -> Any:
    """What the file holds. Raises: as :func:`read_yaml`; OSError for a file that cannot be read."""
    return read_yaml(path.read_text(encoding="utf-8"), path.name)
