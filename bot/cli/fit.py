"""``paratoi fit``: what kind of appointment it is, and whether it is time to prepare. It decides what people are asked."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from bot.bootstrap import House
from bot.cli import console
from bot.services.set_fit import FitError


def fit(
    appointment: Annotated[str, typer.Argument(help="The appointment's reference, as on the list of invitations.")],
    clinic: Annotated[str, typer.Option(help="The clinic's short name. Needed when two clinics share the reference.")] = "",
    kind: Annotated[str, typer.Option(
        "--type", help="follow_up, first, review, simple, frequent_treatment, inpatient or urgent.")] = "",
    needs: Annotated[str, typer.Option(
        help="advocate (only with somebody who helps), wait_for_team (ask nothing until we say so), or nothing.")] = "",
) -> None:
    """Show or change what an appointment is, so that the right questions are asked, or none.

    Examples:

        paratoi fit VISIT-1
        paratoi fit VISIT-1 --needs wait_for_team
        paratoi fit VISIT-1 --needs nothing      the team says that it is time
    """
    house = House()
    try:
        found = house.set_fit(appointment, clinic, kind, needs)
    except FitError as error:
        console.stop(f"{error}")
    told = "asks nothing now" if found.path is None else f"takes the {found.path} path"
    helped = ", together with somebody who helps" if found.with_helper else ""
    console.done(escape(f"{appointment}: {found.kind}, needs {found.needs or 'nothing'}; {told}{helped} ({found.rule})."))
