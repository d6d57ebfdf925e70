"""The first places of a document and its file -> proposed metadata."""

from collections.abc import Iterable, Sequence

from indexer.mastheads.bodies import propose_body
from indexer.mastheads.dating import propose_date
from indexer.mastheads.filenames import read_name
from indexer.mastheads.front import front_of
from indexer.mastheads.kinds import propose_kind
from indexer.mastheads.languages import propose_language
from indexer.mastheads.proposal import Proposal
from indexer.mastheads.symbols import propose_symbol
from indexer.mastheads.titles import heading_of, propose_title
from indexer.model.identifiers import UNDETERMINED, Language
from indexer.model.place import PlaceText


def propose(  # noqa: PLR0917 - these five are what extraction gives of a file
    first_places: Sequence[PlaceText],
    file_name: str,
    running_lines: Sequence[str] = (),
    properties: Iterable[tuple[str, str]] = (),
    detected: Language = UNDETERMINED,
) -> Proposal:
    """Return what a document says of itself.

    Args:
        first_places: The first places of its text; a few suffice, all do no harm.
        file_name: The name that the file came with.
        running_lines: Lines that stand on most of its pages.
        properties: What the file says of itself; untrusted words.
        detected: The language that the text is in.
    """
    stated = dict(properties)
    file_title = stated.get("title") or None
    lines = front_of(first_places)
    symbol = propose_symbol(lines, file_name, running_lines, file_title)
    heading = heading_of(lines, read_name(file_name).state)
    title = propose_title(heading, lines, file_name, file_title)
    own = symbol.value if symbol else None
    return Proposal(
        symbol=symbol,
        date=propose_date(lines, running_lines, own, stated),
        language=propose_language(lines, file_name, detected),
        title=title,
        body=propose_body(lines, file_name, own, heading),
        kind=propose_kind(own, title.value if title else None, first_places),
    )
