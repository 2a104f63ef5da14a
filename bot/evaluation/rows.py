"""Rows from a file: CSV with a header, or one JSON object on each line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class RowsError(ValueError):
    """A file cannot be measured with; the message says why, in a sentence."""


def read_rows(path: Path) -> list[Row]:
    """Every row of a ``.csv`` or ``.jsonl`` file. Raises: RowsError."""
    if not path.is_file():
        raise RowsError(f"There is no file {path}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RowsError(f"{path.name} cannot be read as UTF-8 text: {error}") from error
    rows = (
        _json_lines(text, path)
        if path.suffix in (".jsonl", ".ndjson")
        else list(csv.DictReader(text.splitlines(keepends=True)))
    )
    if not rows:
        raise RowsError(f"{path.name} holds no rows.")
    return rows


def _json_lines(text: str, path: Path) -> list[Row]:
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise RowsError(f"{path.name}, line {number}: this is not JSON ({error.msg}).") from error
    return rows


def first_of(row: Row, names: Iterable[str]) -> str:
    """The value of the first of these columns that the row has and that is not empty; else an empty string."""
    return next((str(row[name]) for name in names if row.get(name) not in (None, "")), "")


def needs(rows: list[Row], *columns: tuple[str, ...]) -> None:
    """Raises: RowsError unless every row may have one of each group of column names."""
    for group in columns:
        if not any(name in rows[0] for name in group):
            raise RowsError(f"A column is missing: {' or '.join(group)}. There are: {', '.join(map(str, rows[0]))}.")
