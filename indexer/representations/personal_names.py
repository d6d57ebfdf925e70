"""Which words of a person's name are the family name."""

import unicodedata
from typing import Final

_LETTERS_WITHOUT_PARTS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def split_name(person_id: str, name: str) -> tuple[str, str] | None:
    """Return family name and given names, or None where that cannot be told.

    The id of a person is `family-given`, so a name in the other order tells by it where the family name begins:
    `klein-solomon-michele` and "Michele Klein Solomon". A name with one comma says it itself.
    """
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        return (family, given) if family and given else None
    words = name.split()
    for start in range(1, len(words)):
        family, given = " ".join(words[start:]), " ".join(words[:start])
        if _as_id(f"{family} {given}") == person_id:
            return family, given
    return None


def _as_id(name: str) -> str:
    """Return a name as ids spell it: lower case, letters and digits only, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS_WITHOUT_PARTS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join("".join(letter if letter.isalnum() else " " for letter in kept).split())
