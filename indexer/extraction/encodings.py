"""Which encoding text is in, where nothing says it: told from the letters that each would give."""

import codecs
from collections import Counter

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 100_000
# The commonest letters of each language: in the wrong encoding they turn into rare ones.
COMMON_LETTERS = {
    "cp1251": "оеаинтсрвлкмдпу",
    "koi8-r": "оеаинтсрвлкмдпу",
    "cp866": "оеаинтсрвлкмдпу",
    "iso8859-5": "оеаинтсрвлкмдпу",
    "cp1256": "اليمونترةبعدفأ",
    "iso8859-6": "اليمونترةبعدفأ",
}
LATIN_SHARE = 0.25  # of letters that are not ASCII: more is no Latin script
COMMON_IDEOGRAPHS = range(0xB0, 0xD8)  # first bytes of the level that GB 2312 orders by frequency


def decoded(content: bytes) -> str:
    """Return the text of bytes; bytes that are no text in the encoding found become U+FFFD."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content[:SAMPLE].count(0) > len(content[:SAMPLE]) // 5:
        is_little = content[1:SAMPLE:2].count(0) > content[0:SAMPLE:2].count(0)
        return content.decode("utf-16-le" if is_little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_legacy_encoding(content[:SAMPLE]), errors="replace")


def _legacy_encoding(sample: bytes) -> str:
    if _is_mostly_utf8(sample):
        return "utf-8"
    high = sum(byte > 127 for byte in sample)  # noqa: PLR2004  # the end of ASCII
    letters = sum(bytes((byte,)).isalpha() for byte in sample) + high
    if high < LATIN_SHARE * letters:
        return "cp1252"
    pairs = [sample[i : i + 2] for i in range(len(sample) - 1) if sample[i] > 127]  # noqa: PLR2004
    scores = {name: _score(sample, name) for name in COMMON_LETTERS}
    best = max(scores, key=lambda name: scores[name])
    return "gb18030" if _is_chinese(sample, pairs) and scores[best] < 0.6 else best  # noqa: PLR2004


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether only a few bytes keep the sample from being UTF-8, as where a file was pasted together."""
    broken = sample.decode("utf-8", errors="replace").count("\ufffd")
    good = sum(character > "\x7f" for character in sample.decode("utf-8", errors="ignore"))
    return good > 20 * broken


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    foreign = Counter(character for character in text if character > "\x7f" and character.isalpha())
    total = sum(character > "\x7f" for character in text) or 1
    return sum(foreign[letter] for letter in COMMON_LETTERS[encoding]) / total


def _is_chinese(sample: bytes, pairs: list[bytes]) -> bool:
    text = sample.decode("gb18030", errors="replace")
    return text.count("\ufffd") < len(text) / 50 and bool(pairs)
