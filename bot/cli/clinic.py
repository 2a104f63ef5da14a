"""``paratoi clinic`` and ``paratoi staff``: a clinic and its staff, before anybody is invited."""

from __future__ import annotations

import sys
from email.utils import parseaddr
from typing import Annotated

import typer
from rich.markup import escape

from bot.bootstrap import House
from bot.cli import console
from bot.core.clinic import ClinicFacts, NewContact
from bot.services.safety_contacts import ContactError
from bot.services.set_up_clinic import ClinicError
from bot.services.staff_login import StaffError

clinic_app = typer.Typer(help="Clinics: add one, list them.", no_args_is_help=True)
staff_app = typer.Typer(help="Staff: add somebody who may log in.", no_args_is_help=True)


@clinic_app.command("add")
def add_clinic(
    slug: Annotated[str, typer.Argument(help="A short name for commands, such as harbour.")],
    name: Annotated[str, typer.Option(help="As people know it.")],
    contact: Annotated[list[str], typer.Option(
        help="Who is told about a message that may mean danger: name and e-mail. In order, when given several times.")] = [],  # noqa: B006
    timezone: Annotated[str, typer.Option(help="Where the clinic's clock is.")] = "Europe/London",
    phone: Annotated[str, typer.Option(help="The number people can call.")] = "",
    hours: Annotated[str, typer.Option(help="When somebody answers it.")] = "",
    topic: Annotated[list[str], typer.Option(help="Something people can tick. May be given several times.")] = [],  # noqa: B006
) -> None:
    """Add a clinic.

    [bold]paratoi clinic add harbour --name "Harbour Clinic" --contact "Dr Ito <ito@harbour.example>"[/bold]
    """
    house = House()
    house.schema.upgrade()
    try:
        house.set_up_clinic(ClinicFacts(
            name, slug, timezone, phone, hours, tuple(NewContact(*parseaddr(one)) for one in contact), topics=tuple(topic)))
    except ClinicError as error:
        console.stop(f"{error}.")
    except ContactError as error:
        console.stop(f"{name} is there, but not with all of its contacts. {error}", f"paratoi contacts list --clinic {slug}")
    if not contact:
        console.step(escape(f"Nobody can be invited yet. Name who is told of danger: paratoi contacts add --clinic {slug}"))
    console.done(escape(f"{name} is there. Next: paratoi staff add NAME --clinic {slug} --role programme"))


@clinic_app.command("topics")
def set_topics(
    slug: Annotated[str, typer.Argument(help="The clinic's short name.")],
    topic: Annotated[list[str], typer.Argument(help="What people can tick; none takes them all away.")] = [],  # noqa: B006
) -> None:
    """Set what people are offered to tick, after they have said in their own words what matters.

    [bold]paratoi clinic topics harbour "Sleep" "Getting about" "My medicines"[/bold]
    """
    try:
        House().set_up_clinic.topics(slug, tuple(topic))
    except ClinicError as error:
        console.stop(f"{error}.")
    console.done(escape(f"{slug}: {', '.join(topic) or 'no topics'}"))


@clinic_app.command("list")
def list_clinics() -> None:
    """List the clinics."""
    with House().units.reading() as unit:
        for clinic in unit.clinics.all():
            console.out.print(escape(f"{clinic.slug}  {clinic.name}  {clinic.timezone}  {clinic.phone}"))


@staff_app.command("add")
def add_staff(
    username: Annotated[str, typer.Argument(help="What they log in with.")],
    clinic: Annotated[str, typer.Option(help="The clinic's short name.")],
    role: Annotated[str, typer.Option(help="clinician or programme")],
    name: Annotated[str, typer.Option(help="Their name, as colleagues see it.")] = "",
) -> None:
    """Add somebody who may log in. The password is asked for, or read from a pipe."""
    house = House()
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True) if sys.stdin.isatty() else input()
    try:
        house.staff_login.add_staff(house.set_up_clinic.find(clinic), username, name or username, role, password)
    except (ClinicError, StaffError) as error:
        console.stop(f"{str(error).capitalize()}.")
    console.done(escape(f"{username} can log in at {house.settings.public_url}/staff/login"))
