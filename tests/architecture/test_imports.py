"""Who may import whom."""

import sys
from collections.abc import Iterator

from tests.architecture.source import OURS, Module, imports, module_from, modules, part_of

ENTRY = {"bootstrap", "services", "core", "config", "clock"}

# Each part of the house and the parts it may import, besides itself.
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "clock": set(),
    "config": set(),
    "leash": set(),
    "content": {"core"},
    "store": {"core"},
    "channels": {"core"},
    "summary": {"core"},
    "services": {"core", "clock"},
    "evaluation": {"core"},
    "nlu": {"core", "content", "assistant"},  # lives in Rasa's process, or loads its model, lean
    "assistant": {"core", "config"},  # the channel lives in Rasa's process, the client in ours
    "supervisor": {"config", "leash"},  # starts and watches the processes; knows nothing of the house
    "understanding": {"services", "content", "nlu"},  # joins what reads single messages; heavy, so apart from the bootstrap
    "gateway": ENTRY,
    "worker": ENTRY,
    "actions": ENTRY,
    "cli": ENTRY | {"supervisor", "leash", "evaluation", "understanding", "content"},
    "cli_invite": ENTRY | {"cli"},
    "cli_sheet": ENTRY | {"cli"},
}
EVERYTHING = "bootstrap"
NOBODYS = "bot"  # bot/__init__.py


def broken(module: Module) -> Iterator[str]:
    """What ``module`` imports of ours and may not."""
    if module.package == EVERYTHING:
        return
    for found in imports(module):
        if found.module.split(".")[0] not in OURS:
            continue
        part = part_of(found.module)
        if part != module.package and part not in MAY_IMPORT.get(module.package, set()):
            yield f"{module.where}:{found.line} imports {found.module}"


def strangers(module: Module) -> Iterator[str]:
    """What ``module`` imports that is neither ours nor Python's own."""
    for found in imports(module):
        first = found.module.split(".")[0]
        if first not in OURS and first not in sys.stdlib_module_names:
            yield f"{module.where}:{found.line} imports {found.module}"


def test_every_part_of_the_house_has_a_rule() -> None:
    assert {module.package for module in modules()} - set(MAY_IMPORT) == {EVERYTHING, NOBODYS}
    assert set(MAY_IMPORT) <= {module.package for module in modules()}


def test_every_part_imports_only_what_it_may() -> None:
    assert not [line for module in modules() for line in broken(module)]


def test_the_core_imports_nothing_but_the_standard_library() -> None:
    assert not [line for module in modules() if module.package == "core" for line in strangers(module)]


def test_the_use_cases_know_no_database_no_web_and_no_rasa() -> None:
    allowed = {"argon2", "itsdangerous"}  # hashing and signing are calculations, not an outside world
    found = [line for module in modules() if module.package == "services" for line in strangers(module)]
    assert not [line for line in found if line.rpartition(" ")[2].split(".")[0] not in allowed]


def test_rasa_is_imported_only_where_rasa_lives() -> None:
    at_home = {"nlu", "assistant", "actions"}
    found = [f"{module.where}:{one.line}" for module in modules() if module.package not in at_home
             for one in imports(module) if one.module.split(".")[0] in {"rasa", "rasa_sdk"}]
    assert not found


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    """What only type checkers see is no circle: it does not happen at run time."""
    names = {module.name for module in modules()}
    leads_to = {module.name: {_existing(one.module, names) for one in imports(module) if not one.for_types}
                - {"", module.name} for module in modules()}
    assert not _circle(leads_to)


def test_no_two_parts_import_each_other_in_a_circle() -> None:
    """The bootstrap is left out: it joins all parts, and the entry points begin with it."""
    leads_to: dict[str, set[str]] = {}
    for module in modules():
        parts = {part_of(one.module) for one in imports(module) if one.module.split(".")[0] in OURS}
        leads_to.setdefault(module.package, set()).update(parts - {module.package, EVERYTHING})
    leads_to.pop(EVERYTHING)
    assert not _circle(leads_to)


def test_the_rules_see_relative_late_and_type_only_imports() -> None:
    sneaky = module_from(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from bot.gateway import hub\n"
        "def f():\n    from ..store import tables\n    import bot.services.links\n", "bot.core.sneaky")
    assert [line.rpartition(" ")[2] for line in broken(sneaky)] == [
        "bot.gateway.hub", "bot.store.tables", "bot.services.links"]


def test_the_rules_see_what_is_not_pythons_own() -> None:
    assert list(strangers(module_from("import yaml\nimport re\n", "bot.core.sneaky")))


def test_the_rules_see_a_circle() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert not _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})


def _existing(name: str, names: set[str]) -> str:
    """The module that an imported name is, or is defined in."""
    return name if name in names else name.rpartition(".")[0] if name.rpartition(".")[0] in names else ""


def _circle(leads_to: dict[str, set[str]]) -> list[str]:
    """One way that leads back to where it began; nothing when there is none."""
    done: set[str] = set()

    def follow(way: list[str]) -> list[str]:
        for target in sorted(leads_to.get(way[-1], ())):
            if target in way:
                return [*way[way.index(target):], target]
            if target not in done and (found := follow([*way, target])):
                return found
        done.add(way[-1])
        return []

    return next((found for start in sorted(leads_to) if start not in done and (found := follow([start]))), [])
