"""A light dataclass or named tuple is what the standard library makes of the same class."""

import copy
import dataclasses
import pickle
import typing
from dataclasses import field, fields, replace
from typing import ClassVar

import pytest

from bkl.domein import records


def classes(dataclass):
    @dataclass(frozen=True, slots=True)
    class Point:
        """A point."""

        KIND: ClassVar[str] = "point"

        x: int
        y: int = 0
        names: list[str] = field(default_factory=list)
        hidden: str = field(default="", repr=False, compare=False)

        def __post_init__(self):
            if self.x < 0:
                raise ValueError("x")

    @dataclass(frozen=True, slots=True)
    class Further(Point):
        """A point that is further."""

        z: str | None = None

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        """Fields that are always named."""

        one: str
        two: str = "b"

    @dataclass(frozen=True, slots=True, eq=False)
    class Itself:
        """Equal to itself alone."""

        a: int

    @dataclass(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    @dataclass(slots=True)
    class Loose:
        """Not frozen."""

        a: int
        b: list[int] = field(default_factory=list)

    return Point, Further, Named, Itself, Empty, Loose


OURS, THEIRS = classes(records.dataclass), classes(dataclasses.dataclass)
ARGUMENTS = [
    *[(0, args, {}) for args in ((1,), (1, 2), (1, 2, ["a"]), (-1,), (), (1, 2, [], "h", 5))],
    *[(0, (), named) for named in ({"x": 1}, {"x": 1, "names": ["b"]}, {"q": 1})],
    *[(1, args, {}) for args in ((1,), (1, 2, [], "", "z"), (-1,))],
    *[(2, (), {"one": "a"}), (2, (), {"two": "a"}), (2, ("a",), {}), (2, (), {"one": 1, "two": 2})],
    *[(3, (1,), {}), (4, (), {}), (4, (1,), {})],
    *[(5, (1,), {}), (5, (1, [2]), {}), (5, (), {}), (5, (1,), {"b": [3]})],
]


def outcome(made, number, args, named):
    """What can be seen of an instance, or what its constructor raises."""
    try:
        one, other = made[number](*args, **named), made[number](*args, **named)
    except (TypeError, ValueError) as fault:
        return type(fault)
    try:
        told = hash(one) == hash(other)
    except TypeError:
        told = "no hash"
    values = {f.name: getattr(one, f.name) for f in fields(one)}
    return repr(one), one == other, one == args, told, values, hasattr(one, "__dict__")


@pytest.mark.parametrize(("number", "args", "named"), ARGUMENTS)
def test_it_is_what_the_standard_library_makes(number, args, named):
    assert outcome(OURS, number, args, named) == outcome(THEIRS, number, args, named)


@pytest.mark.parametrize("number", range(6))
def test_its_fields_are_told_alike(number):
    def told(cls):
        return [(f.name, f.default, f.kw_only, f.compare, f.repr) for f in fields(cls)]

    assert told(OURS[number]) == told(THEIRS[number])
    assert OURS[number].__doc__ == THEIRS[number].__doc__
    assert OURS[number].__match_args__ == THEIRS[number].__match_args__


def test_nothing_in_it_changes():
    point = OURS[1](1, z="z")
    for change in (lambda: setattr(point, "x", 2), lambda: delattr(point, "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert replace(point, x=3) == OURS[1](3, z="z")
    with pytest.raises(ValueError, match="x"):
        replace(point, x=-1)


@records.dataclass(frozen=True, slots=True)
class Sent:
    """One that another process gets."""

    a: int
    b: tuple[str, ...] = ()


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))])
def test_it_can_be_copied_and_sent(way):
    assert way(Sent(1, ("b",))) == Sent(1, ("b",))


def named(base):
    class Place(base):
        """Somewhere."""

        x: int
        y: int = 0
        names: tuple[str, ...] = ()

        @property
        def both(self):
            """The two numbers."""
            return self.x, self.y

        @classmethod
        def at(cls, x):
            """Return a place."""
            return cls(x, names=("a",))

        def __bool__(self):
            return self.x > 0

    return Place


def seen(place):
    made = [place(1), place(1, 2), place(x=0), place.at(3), place(1)._replace(y=5)]
    made.append(place._make([1, 2, ()]))
    one = place(1, 2, ("a",))
    with pytest.raises(AttributeError):
        one.x = 2
    with pytest.raises(TypeError):
        place()
    about = [place._fields, place._field_defaults, place.__doc__, place.__match_args__]
    about += [place.__mro__[1:], place.__qualname__, hasattr(one, "__dict__")]
    told = [(repr(p), p.both, bool(p), p._asdict(), hash(p), p == tuple(p)) for p in made]
    return about, told, place.__name__, place.__module__, place.__annotations__.keys()


def test_a_named_tuple_is_what_the_standard_library_makes():
    assert seen(named(records.NamedTuple)) == seen(named(typing.NamedTuple))


class Told(records.NamedTuple):
    """One that another process gets."""

    a: int
    b: tuple[str, ...] = ()


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))])
def test_a_named_tuple_can_be_copied_and_sent(way):
    assert way(Told(1, ("b",))) == Told(1, ("b",))
