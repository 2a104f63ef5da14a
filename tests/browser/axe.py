"""Asks axe-core, which is kept beside this file, what is wrong with the page a browser shows."""

from __future__ import annotations

from pathlib import Path

from selenium.webdriver import Chrome

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
  found => done(found.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.html).join(' , '))),
  error => done(['axe failed: ' + error]));
"""


def violations(driver: Chrome) -> list[str]:
    """Every rule of axe's (also its best practices) that the page breaks, each with the elements that break it."""
    driver.execute_script(AXE)
    return driver.execute_async_script(_RUN)
