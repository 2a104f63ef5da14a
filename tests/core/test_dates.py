"""Times as people write them."""

from datetime import datetime, timezone

import pytest

from bot.core.dates import to_the_second


@pytest.mark.parametrize("hour, said", [(0, "12:04:09 am"), (11, "11:04:09 am"), (12, "12:04:09 pm"), (23, "11:04:09 pm")])
def test_a_time_to_the_second_in_the_zone_of_who_reads_it(hour: int, said: str) -> None:
    assert to_the_second(datetime(2026, 1, 5, hour, 4, 9, tzinfo=timezone.utc), "Europe/London") == said
    assert to_the_second(datetime(2026, 7, 5, 22, 30, tzinfo=timezone.utc), "Europe/London") == "11:30:00 pm"
