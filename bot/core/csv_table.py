"""A file somebody saved from a spreadsheet, read as a table: whatever its encoding, line ends and separator."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

LARGEST_FILE = 5 * 1024 * 1024
SEPARATORS = ",;\t|"
READ_AS_WINDOWS = (
    "The file is not UTF-8, so it was read as Windows text (cp1252). "
    "Check that names with accents look right, or save it as CSV UTF-8."
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotATable(ValueError):
    """The file as a whole cannot be read. The message says why and what to do; ``row`` is 0 when no row is to blame."""

    def __init__(self, message: str, row: int = 0) -> None:
        super().__init__(message)
        self.row = row


@dataclass(frozen=True)
class Table:
    """The rows that hold something, each with its number as a spreadsheet counts. ``notes`` say what was assumed."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[str, ...] = ()


def read_table(data: bytes) -> Table:
    """The cells of a CSV file, stripped of surrounding space; empty rows are left out but counted.

    Raises: NotATable for a workbook, a file over 5 MB, one that is no text, or a quotation mark left open.
    """
    if len(data) > LARGEST_FILE:
        raise NotATable(f"The file is larger than {LARGEST_FILE // 1024 ** 2} MB. Split it into smaller files.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise NotATable("This is a workbook, not a CSV file. In your spreadsheet choose Save as, then CSV UTF-8.")
    text, notes = _text(data)
    skipped = 0
    if text[:4].lower() == "sep=":  # Excel's own first line, which Excel does not show
        text, skipped = text[text.index("\n") + 1:] if "\n" in text else "", 1
    rows = _rows(text, skipped)
    if not rows:
        raise NotATable("The file is empty. Download the template to see what it should hold.")
    return Table(rows, notes)


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    notes: tuple[str, ...] = ()
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        text, notes = _windows_text(data), (READ_AS_WINDOWS,)
    if "\x00" in text:
        raise NotATable("This is not a text file. Save it as CSV UTF-8 and try again.")
    return text, notes


def _windows_text(data: bytes) -> str:
    unreadable = "The file's letters cannot be read. Save it as CSV UTF-8 and try again."
    if data.startswith(_UTF16):
        raise NotATable(unreadable)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotATable(unreadable) from error


def _rows(text: str, skipped: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    first_line = text.lstrip("\r\n").splitlines()[:1]
    separator = max(SEPARATORS, key=(first_line[0] if first_line else "").count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    number = skipped
    try:
        for number, cells in enumerate(reader, start=1 + skipped):
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                rows.append((number, stripped))
    except csv.Error as error:
        raise NotATable(
            "From here on the row cannot be read: a quotation mark is left open or stands in the middle of a cell. "
            'Put a cell with a separator in "…", and write a quotation mark inside it twice.', number + 1,
        ) from error
    return tuple(rows)
