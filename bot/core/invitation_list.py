"""A list of people to invite: rows in, and either everybody on it or every problem out."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.appointment_time import BadTime, read_time, too_far
from bot.core.clinic_day import WIDEST_OFFSET
from bot.core.zones import BadZone, zone_named

REQUIRED = ("patient_reference", "name", "appointment_reference", "appointment_at")
OPTIONAL = ("timezone", "clinician", "appointment_type", "needs")
COLUMNS = REQUIRED + OPTIONAL
LENGTHS = {"patient_reference": 60, "name": 200, "appointment_reference": 60, "clinician": 200}
TYPES = ("follow_up", "first", "review", "simple", "frequent_treatment", "inpatient", "urgent")
NEEDS = ("advocate", "wait_for_team")
MOST_ROWS = 20_000

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where (row as in a spreadsheet, 0 for the whole file), what was found, what to do."""

    row: int
    column: str
    found: str
    todo: str


@dataclass(frozen=True)
class Invitee:
    """One row that is right. ``starts_at`` is in UTC."""

    row: int
    patient_reference: str
    name: str
    appointment_reference: str
    starts_at: datetime
    timezone: str
    clinician: str
    appointment_type: str
    needs: str = ""


@dataclass(frozen=True)
class Known:
    """What a clinic has already: names by patient reference, and (patient, start) by appointment reference."""

    names: Mapping[str, str] = field(default_factory=dict)
    appointments: Mapping[str, tuple[str, datetime]] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """``new`` and ``unchanged`` count for something only when there are no ``problems``."""

    new: tuple[Invitee, ...] = ()
    unchanged: tuple[Invitee, ...] = ()
    problems: tuple[Problem, ...] = ()


def check_list(
    rows: Sequence[Row], known: Known, clinic_zone: str, now: datetime, day_first: bool | None = True
) -> Checked:
    """Read a table whose first row names the columns.

    Args:
        rows: (number, cells) as :func:`bot.core.csv_table.read_table` gives them; at least the header.
        known: what the clinic has already, so that the same list twice changes nothing.
        clinic_zone: the IANA zone of rows that name none.
        day_first: see :func:`bot.core.appointment_time.read_time`.
    """
    (header_row, header), *body = rows
    places, problems = _columns(header_row, header, body)
    if problems:
        return Checked(problems=tuple(problems))
    if not body:
        return Checked(problems=(Problem(0, "", "no rows", "Below the column names, write one row for each person."),))
    if len(body) > MOST_ROWS:
        todo = f"Split the file: at most {MOST_ROWS:,} rows are taken at a time."
        return Checked(problems=(Problem(0, "", f"{len(body):,} rows", todo),))
    reading = _Reading(known, clinic_zone, now, day_first)
    for number, cells in body:
        reading.take(number, {column: cells[place] if place < len(cells) else "" for column, place in places.items()})
    return Checked(tuple(reading.new), tuple(reading.unchanged), tuple(reading.problems))


def _columns(row: int, header: Sequence[str], body: Sequence[Row]) -> tuple[dict[str, int], list[Problem]]:
    names = ["_".join(cell.casefold().replace("-", " ").replace("_", " ").split()) for cell in header]
    problems = [
        Problem(row, column, "missing", f"Add a column named {column}. Found: {', '.join(filter(None, names))[:200]}.")
        for column in REQUIRED if column not in names
    ]
    for place, name in enumerate(names):
        if name in COLUMNS:
            if name in names[:place]:
                problems.append(Problem(row, name, "twice", f"Keep one column named {name}."))
        elif name and _filled(place, body):
            near = difflib.get_close_matches(name, COLUMNS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            problems.append(Problem(row, header[place], "unknown column", f"Take this column out.{hint}"))
    for number, cells in body:
        for place, cell in enumerate(cells):
            if cell and (place >= len(names) or not names[place]):
                todo = "This cell has no column name above it. Empty it."
                problems.append(Problem(number, f"column {place + 1}", cell[:80], todo))
    return {name: place for place, name in enumerate(names) if name in COLUMNS}, problems


def _filled(place: int, body: Sequence[Row]) -> bool:
    return any(place < len(cells) and cells[place] for _, cells in body)


class _Reading:
    """Goes through the rows once and remembers what it saw, for repeats within the file."""

    def __init__(self, known: Known, clinic_zone: str, now: datetime, day_first: bool | None) -> None:
        self.new: list[Invitee] = []
        self.unchanged: list[Invitee] = []
        self.problems: list[Problem] = []
        self._known, self._clinic_zone, self._now, self._day_first = known, clinic_zone, now, day_first
        self._names: dict[str, tuple[str, int]] = {}
        self._visits: dict[str, int] = {}

    def take(self, row: int, cells: dict[str, str]) -> None:
        before = len(self.problems)
        cells = {column: " ".join(cells.get(column, "").split()) for column in COLUMNS}
        self._texts(row, cells)
        zone = self._zone(row, cells["timezone"])
        kind = self._one_of(row, "appointment_type", cells, TYPES) or TYPES[0]
        needs = self._one_of(row, "needs", cells, NEEDS)
        # UTC in place of a wrong zone: it has no clock changes, so only what is wrong in any zone is reported.
        starts_at = self._starts_at(row, cells["appointment_at"], zone or zone_named("UTC"))
        self._same_name(row, cells)
        is_new = self._new_visit(row, cells, starts_at, surely=zone is not None)
        if len(self.problems) > before or zone is None or starts_at is None:
            return
        (self.new if is_new else self.unchanged).append(Invitee(
            row, cells["patient_reference"], cells["name"], cells["appointment_reference"], starts_at, zone.key,
            cells["clinician"], kind, needs,
        ))

    def _wrong(self, row: int, column: str, found: str, todo: str) -> None:
        self.problems.append(Problem(row, column, found[:80] or "empty", todo))

    def _texts(self, row: int, cells: dict[str, str]) -> None:
        for column, longest in LENGTHS.items():
            text = cells[column]
            if not text and column in REQUIRED:
                self._wrong(row, column, "", f"Write the {column.replace('_', ' ')}.")
            elif len(text) > longest:
                self._wrong(row, column, text, f"Make it shorter: at most {longest} characters.")
            elif any(unicodedata.category(letter) in ("Cc", "Cs", "Co") or letter == "\ufffd" for letter in text):
                shown = text.encode("ascii", "replace").decode()
                self._wrong(row, column, shown, "Take out the signs that cannot be shown.")

    def _zone(self, row: int, text: str) -> ZoneInfo | None:
        try:
            return zone_named(text or self._clinic_zone)
        except BadZone as error:
            self._wrong(row, "timezone", text, str(error) + " Leave it empty for the clinic's own.")
            return None

    def _one_of(self, row: int, column: str, cells: dict[str, str], known: tuple[str, ...]) -> str:
        name = cells[column].casefold().replace("-", " ").replace(" ", "_")
        if name and name not in known:
            self._wrong(row, column, cells[column], f"Write one of {', '.join(known)}, or leave it empty.")
        return name

    def _starts_at(self, row: int, text: str, zone: ZoneInfo) -> datetime | None:
        try:
            return read_time(text, zone, self._day_first)
        except BadTime as error:
            self._wrong(row, "appointment_at", text, str(error))
            return None

    def _same_name(self, row: int, cells: dict[str, str]) -> None:
        reference, name = cells["patient_reference"], cells["name"]
        if not reference or not name:
            return
        earlier, earlier_row = self._names.setdefault(reference, (name, row))
        if earlier.casefold() != name.casefold():
            todo = f"Row {earlier_row} gives {reference} the name {earlier}. Mend one of the two."
            self._wrong(row, "name", name, todo)
            return
        known = self._known.names.get(reference)
        if known is not None and known.casefold() != name.casefold():
            todo = f"{reference} is known here as {known}. Check the reference, or write that name."
            self._wrong(row, "name", name, todo)

    def _new_visit(self, row: int, cells: dict[str, str], starts_at: datetime | None, surely: bool) -> bool:
        """Whether the row is a new appointment; one that is known, with the same person and time, is unchanged.

        What else is wrong with the row does not matter: all is to be listed at once. ``surely`` is whether its zone is
        known; without, only what is wrong in every zone is.
        """
        reference, patient = cells["appointment_reference"], cells["patient_reference"]
        earlier = self._visits.setdefault(reference, row) if reference else row
        if earlier != row:
            self._wrong(row, "appointment_reference", reference, f"Row {earlier} has it too. Keep one of the two rows.")
            return True
        known = self._known.appointments.get(reference)
        if known is not None:
            if surely and known == (patient, starts_at):
                return False
            if (surely and starts_at is not None) or (patient and known[0] != patient):
                self._wrong(row, "appointment_reference", reference, _already_invited(known, patient))
            return True
        self._far(row, cells["appointment_at"], starts_at, surely)
        return True

    def _far(self, row: int, text: str, starts_at: datetime | None, surely: bool) -> None:
        if starts_at is None:
            return
        around = (starts_at,) if surely else (starts_at - WIDEST_OFFSET, starts_at + WIDEST_OFFSET)
        wrong = [too_far(at, self._now) for at in around]
        if all(wrong):
            self._wrong(row, "appointment_at", text, wrong[0])


def _already_invited(known: tuple[str, datetime], patient_reference: str) -> str:
    patient, starts_at = known
    other = f"for {starts_at:%Y-%m-%d %H:%M} UTC" if patient == patient_reference else f"for another person ({patient})"
    return f"Already invited, {other}. Leave the row out, or give a new appointment its own reference."
