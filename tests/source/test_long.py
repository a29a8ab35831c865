"""Long lines and long files: what is shown is bounded, and nothing is looked up by walking."""

import pytest

from bkl.source.parsing.yaml_tree import read_tree
from bkl.source.text.comments import read_toestemmingen
from bkl.source.text.source_text import LONGEST, SourceText


def tree_of(text):
    return read_tree("x.yaml", text.encode())


def test_an_excerpt_of_a_long_line_is_what_stands_near():
    line = "".join(f"{number:05}" for number in range(4000))
    source = SourceText("x", f"kort\n{line}\n")
    for column in (1, 400, 10_001, 19_996, 20_000):
        position = source.position(5 + column - 1, 5 + column + 3)
        text, cut = source.excerpt(position)
        assert len(text) == LONGEST
        assert line[cut : cut + LONGEST] == text
        assert 0 <= position.column - 1 - cut < LONGEST
        assert text[position.column - 1 - cut :].startswith(line[column - 1 : column + 3])
    assert source.excerpt(source.position(1, 2)) == ("kort", 0)


class Counted(list):
    """A list of lines that counts how often one is asked for."""

    asked = 0

    def __getitem__(self, index):
        Counted.asked += 1
        return super().__getitem__(index)


def test_what_comments_are_about_is_searched_once():
    text = "werkplan: 2021\n" + "# bkl: sta BKL208 toe: Een reden.\n# gewoon\n" * 500 + "a: b\n"
    tree = tree_of(text)
    tree.source._line_starts = Counted(tree.source.line_starts)
    found = read_toestemmingen(tree)
    assert {one.line for one in found} == {1002}
    assert Counted.asked < 40 * 1000


def test_comments_at_the_end_are_about_themselves():
    found = read_toestemmingen(tree_of("werkplan: 2021\n# bkl: sta BKL208 toe: Een reden.\n#\n"))
    assert [one.line for one in found] == [2]


TEXTS = (
    "a: [x, 'y z', '', {b: c}] # d\ne: | # f\n  g # h\n  i\nj:\nk: '#l' # m\n",
    "- \n- \n- a\n- {b: , c: [1, [2], []]}\n- >-\n  d\n\n  e\n\n# f\n- \n",
    "",
    "x",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_character_is_found_in_the_scalar_that_holds_it(text):
    """Beside the definition: the first scalar in the file whose stretch holds the character."""
    tree = tree_of(text)
    layout = tree._layout
    for at in range(len(text) + 2):
        expected = None
        for node, start in enumerate(layout.starts):
            if node not in layout.after and start <= at < layout.ends[node]:
                inside = text[start] not in "|>" or "\n" in text[start:at]
                expected = start if inside else None
                break
        assert tree.scalar_at(at) == expected, at
