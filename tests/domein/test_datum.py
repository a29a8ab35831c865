"""A date that is written in another way: the cure writes the same day as bkl reads it."""

import pytest
from pydantic_core import PydanticCustomError

from bkl.domein.model.fields import read_datum


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("2025-12-30", "Schrijf een datum als 30-12-2025."),
        ("2024-02-29", "Schrijf een datum als 29-02-2024."),
        ("2025-02-29", "Schrijf een datum als 31-12-2021."),
        ("2025-W01-1", "Schrijf een datum als 30-12-2024."),
        ("20251230", "Schrijf een datum als 31-12-2021."),
        ("morgen", "Schrijf een datum als 31-12-2021."),
    ],
)
def test_another_way_of_writing_a_day(written, cure):
    with pytest.raises(PydanticCustomError) as told:
        read_datum(written)
    assert told.value.message() == cure
