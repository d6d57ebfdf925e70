"""What was made once is given again while there is room for it."""

from indexer.kept import Kept


def test_the_latest_asked_for_are_kept_while_there_is_room() -> None:
    """What was asked for longest ago goes first; a value too large for the room is not kept at all."""
    kept: Kept[str, str] = Kept(100, len)
    for name in ("a", "b", "c"):
        kept.keep(name, name * 40)
        kept.find("a")
    assert ["a" * 40, None, "c" * 40] == [kept.find(name) for name in ("a", "b", "c")]

    kept.keep("large", "x" * 101)
    assert [None, None, None, None] == [kept.find(name) for name in ("a", "b", "c", "large")]


def test_a_value_takes_the_place_of_the_former() -> None:
    """And its room: the size of the one before counts no longer."""
    kept: Kept[str, str] = Kept(100, len)
    for text in ("x" * 60, "y" * 60, "z" * 40):
        kept.keep("a", text)
    kept.keep("b", "b" * 60)

    assert ["z" * 40, "b" * 60] == [kept.find("a"), kept.find("b")]


def test_without_sizes_there_may_be_so_many() -> None:
    """Each value counts as one, also one that is empty."""
    kept: Kept[int, str] = Kept(2)
    for number in range(4):
        kept.keep(number, "")

    assert [None, None, "", ""] == [kept.find(number) for number in range(4)]


def test_what_is_not_kept_is_made_at_once() -> None:
    """Those that cannot be made are absent, and are asked for again."""
    asked: list[list[int]] = []

    def make(keys: list[int]) -> dict[int, str]:
        asked.append(keys)
        return {key: str(key) for key in keys if key}

    kept: Kept[int, str] = Kept(10)
    given = [kept.each(keys, make) for keys in ([1, 2], [2, 1], [0, 2, 3], [0])]

    assert [{1: "1", 2: "2"}, {2: "2", 1: "1"}, {2: "2", 3: "3"}, {}] == given
    assert [[1, 2], [0, 3], [0]] == asked
