"""Encodings told from the text itself."""

import pytest

from indexer.extraction.encodings import decoded

RUSSIAN = "Генеральная Ассамблея, ссылаясь на свою резолюцию, вновь подтверждает важность международной миграции."
ARABIC = "إن الجمعية العامة، إذ تشير إلى قرارها، تؤكد من جديد أهمية الهجرة الدولية للتنمية المستدامة"
CHINESE = "大会回顾其决议，其中通过了国际移徙与发展问题高级别对话宣言，重申国际移徙对可持续发展的重要性。"
FRENCH = "L’Assemblée générale réaffirme l’importance des migrations internationales pour le développement durable."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "utf-16"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-8"),
    ],
)
def test_text_comes_back_from_its_encoding(text: str, encoding: str) -> None:
    """The letters that an encoding would give tell whether it is the one."""
    assert text == decoded(text.encode(encoding))


def test_a_byte_out_of_place_spoils_no_text() -> None:
    """UTF-8 with one broken byte stays UTF-8."""
    assert decoded(RUSSIAN.encode() + b"\xff").startswith(RUSSIAN)
