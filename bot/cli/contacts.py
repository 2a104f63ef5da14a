"""``paratoi contacts``: who is told of a clinic's safety flags, in which order, and how long each has."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer
from rich.markup import escape

from bot.bootstrap import House
from bot.cli import console
from bot.core.alerts import FEWEST_MINUTES, MOST_MINUTES, Contact
from bot.core.invited import InvitingClinic
from bot.services.import_invitations import UnknownClinic
from bot.services.safety_contacts import ContactError

USAGE = 2
app = typer.Typer(
    no_args_is_help=True,
    help="Safety contacts: who is told when a message may mean danger. "
         "The first is told at once; whoever does not acknowledge it in time is followed by the next.",
)
ClinicName = Annotated[str, typer.Option("--clinic", help="The clinic's short name. Needed when there are several.")]
Which = Annotated[str, typer.Argument(help="Their number in the list, or their e-mail.")]
MAIL = {
    "sent": "sent", "not_set_up": "no mail server is set (PARATOI_SMTP_HOST)", "no_address": "no e-mail address",
    "refused": "refused by the mail server", "unreachable": "the mail server cannot be reached",
    "unsure": "the mail server broke off", "wrong_login": "the mail server refuses the account",
    "sender_refused": "the mail server refuses PARATOI_SMTP_FROM", "no_tls": "no safe way there; see PARATOI_SMTP_TLS",
}


@app.command("list")
def list_contacts(clinic: ClinicName = "") -> None:
    """List the contacts in the order in which they are told.

    [bold]paratoi contacts list --clinic harbour[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    found = house.alerting.contacts(home.id)
    for number, one in enumerate(found.contacts, start=1):
        address = one.email or "no e-mail, on the page only"
        login = ", logs in here" if one.staff_id else ""
        console.out.print(escape(f"{number}. {one.name}  {address}{login}  {found.minutes_of(one)} minutes"))
    if not found.contacts:
        earlier = f" Noted earlier: {found.noted_before}." if found.noted_before else ""
        console.step(escape(f"{home.name} has no safety contact, so it cannot invite anybody.{earlier}"))
        console.step(escape(f'Add one: paratoi contacts add "Dr Ito" --email ito@clinic.example --clinic {home.slug}'))
    if not house.alerting.by_mail:
        console.step("No mail server is set: flags are shown on the page only. See docs/settings.md.")


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Their name, as colleagues know it. May be left out with --staff.")] = "",
    email: Annotated[str, typer.Option(help="Where they are told. May be left out with --staff: then on the page only.")] = "",
    staff: Annotated[str, typer.Option(help="What they log in with here, if they do.")] = "",
    minutes: Annotated[int | None, typer.Option(
        help=f"How long they have, {FEWEST_MINUTES} to {MOST_MINUTES}. Else the clinic's minutes.")] = None,
    first: Annotated[bool, typer.Option("--first", help="Tell them first. Else they come last.")] = False,
    clinic: ClinicName = "",
) -> None:
    """Add somebody who is told of flags.

    [bold]paratoi contacts add "Dr Ito" --email ito@clinic.example --clinic harbour[/bold]
    [bold]paratoi contacts add --staff dr.ito --email ito@clinic.example --minutes 10 --first[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    try:
        added = house.alerting.contacts.add(
            home.id, name=name, email=email, username=staff, minutes=minutes, first=first)
    except ContactError as error:
        console.stop(str(error))
    console.done(escape(f"{added.name} is on the list of {home.name}, as number {added.place}."))


@app.command()
def remove(which: Which, clinic: ClinicName = "") -> None:
    """Remove somebody. The last one stays while people can still write.

    [bold]paratoi contacts remove 2 --clinic harbour[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    one = _contact(house, home, which)
    try:
        house.alerting.contacts.remove(home.id, one.id)
    except ContactError as error:
        console.stop(str(error))
    console.done(escape(f"{one.name} is not told any more."))


@app.command()
def move(
    which: Which, place: Annotated[int, typer.Argument(min=1, help="Their new place; 1 is told first.")],
    clinic: ClinicName = "",
) -> None:
    """Change the order in which they are told.

    [bold]paratoi contacts move ito@clinic.example 1 --clinic harbour[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    house.alerting.contacts.move(home.id, _contact(house, home, which).id, place)
    list_contacts(clinic)


@app.command()
def minutes(
    minutes: Annotated[int, typer.Argument(help=f"{FEWEST_MINUTES} to {MOST_MINUTES}.")],
    contact: Annotated[str, typer.Option(help="For this one alone: number in the list, or e-mail.")] = "",
    clinic: ClinicName = "",
) -> None:
    """Set how long a contact has before the next one is told.

    [bold]paratoi contacts minutes 20 --clinic harbour[/bold]
    [bold]paratoi contacts minutes 10 --contact 2[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    one = _contact(house, home, contact) if contact else None
    try:
        house.alerting.contacts.set_minutes(home.id, minutes, one.id if one else None)
    except ContactError as error:
        console.stop(str(error))
    console.done(escape(f"{one.name if one else home.name}: {minutes} minutes."))


@app.command("test")
def try_out(clinic: ClinicName = "") -> None:
    """Send every contact one harmless e-mail, to see that it arrives. Ends with 1 when one could not be sent.

    [bold]paratoi contacts test --clinic harbour[/bold]
    """
    house = House()
    home = _clinic(house, clinic)
    found, bad = house.alerting.contacts(home.id).contacts, 0
    for one in found:
        outcome = asyncio.run(house.alerting.tick.try_out(home.name, one.email)) if one.email else "no_address"
        bad += outcome not in {"sent", "no_address"}
        console.out.print(escape(f"{one.name}  {one.email}  {MAIL[outcome]}"))
    if bad or not found:
        raise typer.Exit(1)


def _clinic(house: House, slug: str) -> InvitingClinic:
    try:
        return house.import_invitations.clinic(slug)
    except UnknownClinic as error:
        known = ", ".join(error.known) or "none; add one with paratoi clinic add"
        what = f"There is no clinic with the short name {slug}." if slug else "Which clinic? Name it with --clinic."
        console.error(what, f"There are: {known}.")
        raise typer.Exit(USAGE) from error


def _contact(house: House, clinic: InvitingClinic, which: str) -> Contact:
    found = house.alerting.contacts(clinic.id).contacts
    for number, one in enumerate(found, start=1):
        if which == str(number) or (one.email and which.casefold() == one.email.casefold()):
            return one
    console.error(f"{clinic.name} has no safety contact '{which}'.", "paratoi contacts list shows them.")
    raise typer.Exit(USAGE)
