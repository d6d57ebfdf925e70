"""Small files of text, read at once: a line with a checksum, then the text.

The checksum is of the file's name, too: a file in the place of another is not taken for it.
"""

from pathlib import Path
from zlib import crc32

from indexer.search.whoosh_engine.errors import IndexDamagedError


def sealed(name: str, text: bytes) -> bytes:
    """Return the content of a file for one line of text."""
    return b"%08x\n%b\n" % (crc32(text, crc32(name.encode())), text)


def unsealed(path: Path, content: bytes) -> bytes:
    """Return the text of a file of some content.

    Raises:
        IndexDamagedError: The content is not as it was written.
    """
    _, _, rest = content.partition(b"\n")
    if not rest.endswith(b"\n"):
        raise IndexDamagedError(path, "it is cut off")
    text = rest[:-1]
    if content != sealed(path.name, text):
        raise IndexDamagedError(path, "it is not as it was written")
    return text
