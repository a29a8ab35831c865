"""Kalender: the days of weeks, months and parts of a year, all exact."""

from __future__ import annotations

from datetime import date, timedelta

from bkl.domein.notatie.values.jaren import first_day

Dagen = tuple[date, date]
"""The first and the last day of a period, both included."""


def months_of(jaar: int, skip: int, length: int) -> Dagen:
    """Return the days of `length` months of a year, after the first `skip`.

    A school year begins in August, so that its second quarter is November up to January.
    """
    begin = _after(first_day(jaar), skip)
    return begin, _after(begin, length) - timedelta(days=1)


def weken(jaar: int, nummer: int) -> Dagen:
    """Return the days of a week as ISO 8601 counts them, Monday to Sunday.

    Week 1 holds the first Thursday of the year: it may begin in the year before.
    """
    begin = date.fromisocalendar(jaar, nummer, 1)
    return begin, begin + timedelta(days=6)


def weeks_in(jaar: int) -> int:
    """Return how many weeks a year has: 52, or 53."""
    return date(jaar, 12, 28).isocalendar().week


def half_month(jaar: int, maand: int) -> Dagen:
    """Return the middle of a month, which is its fifteenth day (WvK art. 135, third paragraph)."""
    day = date(jaar, maand, 15)
    return day, day


def _after(first: date, months: int) -> date:
    """Return the first day of a month so many months after that of another."""
    whole = first.year * 12 + first.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)
