from __future__ import annotations

from bot.supervisor.restarts import FREE, HOPELESS, LONGEST, Restarts


def test_the_first_deaths_are_answered_at_once_and_later_ones_ever_more_slowly() -> None:
    restarts = Restarts()
    waits = []
    for second in range(9):
        restarts.was_ready()
        waits.append(restarts.after_death(float(second)))
    assert waits == [0.0] * FREE + [1.0, 2.0, 4.0, 8.0, 16.0, LONGEST, LONGEST]


def test_deaths_long_ago_do_not_count() -> None:
    restarts = Restarts()
    for hour in range(20):
        restarts.was_ready()
        assert restarts.after_death(hour * 3600.0) == 0.0


def test_one_that_was_never_ready_is_given_up() -> None:
    restarts = Restarts()
    waits = [restarts.after_death(0.0) for _ in range(HOPELESS)]
    assert waits[-1] is None
    assert None not in waits[:-1]


def test_having_been_ready_once_gives_new_hope() -> None:
    restarts = Restarts()
    for _ in range(HOPELESS - 1):
        restarts.after_death(0.0)
    restarts.was_ready()
    assert restarts.after_death(0.0) is not None
