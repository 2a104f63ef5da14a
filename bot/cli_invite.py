"""``paratoi invite``: invite everybody on a CSV file, or nobody and a table of what to mend."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import typer
from rich.markup import escape
from rich.table import Table

from bot.bootstrap import House
from bot.cli import console
from bot.core.csv_table import LARGEST_FILE
from bot.core.invitation_list import Problem
from bot.core.invited import ADD_A_CONTACT, InvitingClinic, MadeInvitation, links_csv
from bot.services.import_invitations import ImportResult, UnknownClinic
from bot.services.people import NoSuchPerson

USAGE = 2


def invite(
    file: Path = typer.Argument(None, help="The CSV file, one row for each appointment.", show_default=False),
    clinic: str = typer.Option("", help="The clinic's short name. Needed when there are several.", show_default=False),
    dry_run: bool = typer.Option(False, "--dry-run", help="Check the file and change nothing."),
    links: Path = typer.Option(None, help="Where to write the links, as CSV.", show_default=False),
    revoke: str = typer.Option("", help="Take back one link: its appointment's reference.", show_default=False),
) -> None:
    """Invite everybody on a list: all of them, or nobody when a row is wrong.

    The file names its columns in the first row:

        patient_reference,name,appointment_reference,appointment_at
        DEMO-1,Demo Alys,VISIT-1,2026-12-03 14:30

    It may also have timezone, clinician, appointment_type (follow_up, first, review, simple,
    frequent_treatment, inpatient, urgent) and needs (advocate, wait_for_team).
    The same file twice does no harm. No message goes out; send each person their link.

    Examples:

        paratoi invite people.csv --clinic harbour --dry-run
        paratoi invite people.csv --clinic harbour --links links.csv
        paratoi invite --clinic harbour --revoke VISIT-1

    Exit codes: 0 done, 1 something in the file is wrong or the clinic has no safety contact, 2 no such file or clinic.
    """
    if (file is None) == (not revoke):
        _usage("Name a file to invite people from, or a link to take back with --revoke.", "paratoi invite --help")
    house = House()
    home = _clinic(house, clinic)
    if revoke:
        _revoke(house, home, revoke)
        return
    if not home.has_contact:
        console.stop(ADD_A_CONTACT, f'paratoi contacts add "Dr Ito" --email ito@clinic.example --clinic {home.slug}')
    data = _read(file)
    if links is not None and not links.parent.is_dir():
        _usage(f"There is no folder {links.parent} to write the links to.", "Make it first, or choose another.")
    with console.err.status("Reading the file") as status:
        result = house.import_invitations(
            home.id, data, file.name, dry_run=dry_run, tell=lambda step: status.update(step)
        )
    for note in result.notes:
        console.err.print("[yellow]![/yellow]", escape(note))
    if result.problems:
        _show(result.problems)
        console.stop(f"{_many(len(result.problems), 'problem')} in {file.name}. Nobody was invited.",
                     "Mend them in your spreadsheet, save, and run this again.")
    _summary(house, result, dry_run, file, links)


def _clinic(house: House, slug: str) -> InvitingClinic:
    try:
        return house.import_invitations.clinic(slug)
    except UnknownClinic as error:
        known = ", ".join(error.known)
        if not error.known:
            _usage("There is no clinic yet.", "paratoi run --demo makes one to try.")
        if not slug:
            _usage("Which clinic invites? Name it with --clinic.", f"There are: {known}.")
        _usage(f"There is no clinic with the short name {slug}.", f"There are: {known}.")


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        _usage(f"{file} cannot be read: {error.strerror}.", "Check its name and that it is a file of yours.")


def _show(problems: tuple[Problem, ...]) -> None:
    table = Table(header_style="bold", show_edge=False)
    table.add_column("Row", justify="right")
    for title in ("Column", "Found", "What to do"):
        table.add_column(title, overflow="fold")
    for problem in problems:
        texts = (problem.column, problem.found, problem.todo)
        table.add_row(str(problem.row or "–"), *(escape(text) for text in texts))
    console.out.print(table)


def _summary(house: House, result: ImportResult, dry_run: bool, file: Path, links: Path | None) -> None:
    before = f"; {_many(result.unchanged, 'row')} invited already, unchanged" if result.unchanged else ""
    if dry_run:
        console.done(f"Nothing is wrong. {_many(result.new, 'person')} would be invited{before}.")
        return
    console.done(f"{_many(result.new, 'person')} invited{before}.")
    if not result.made:
        return
    path = _write(house, result.made, result.clinic, links or file.with_name(f"{file.stem}-links.csv"))
    console.done(f"Their links are in {escape(str(path))}. Each is for one person only.")


def _write(house: House, made: tuple[MadeInvitation, ...], clinic: InvitingClinic, path: Path) -> Path:
    rows = ((one, house.links.url(one.code), house.links.telegram_url(one.code)) for one in made)
    text = links_csv(rows, clinic.timezone)
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        # They are invited; only this file is missing. The page has the same links.
        console.stop(f"The people are invited, but {path} could not be written: {error.strerror}.",
                     "Download the links from the programme page, at /programme.")
    return path


def _revoke(house: House, clinic: InvitingClinic, reference: str) -> None:
    try:
        person = house.invited_people.find(clinic.id, reference)
    except NoSuchPerson:
        _usage(f"{clinic.name} invited nobody with {reference}.", "Give the appointment reference, or the whole link.")
    house.invited_people.revoke(clinic.id, person.appointment_id)
    console.done(f"The link to {escape(person.appointment_reference)} was taken back. It does not open any more.")


def _usage(what: str, todo: str) -> NoReturn:
    console.error(what, todo)
    raise typer.Exit(USAGE)


def _many(number: int, word: str) -> str:
    several = {"person": "people"}.get(word, f"{word}s")
    return f"{number:,} {word if number == 1 else several}"
