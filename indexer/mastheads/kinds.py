"""What sort of document it is, from its symbol and the words of its title."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.mastheads.proposal import Proposed
from indexer.model.document import DocumentKind
from indexer.model.place import PlaceKind, PlaceText

_BY_SYMBOL: Final = (
    (DocumentKind.RESOLUTION, re.compile(r"(?:.+/)?RES/.+")),
    (DocumentKind.CONTRIBUTED_PAPER, re.compile(r"UN/POP/MIG-\w+CM/.+")),
)
_BY_TITLE: Final = tuple(
    (kind, re.compile(rf"(?:.{{0,400}}: )?\W*(?:{words})", re.IGNORECASE))
    for kind, words in (
        (
            DocumentKind.AGENDA,
            r"(?:provisional |annotated |draft )*agenda\b|ordre du jour|programa\b|повестка дня|议程|جدول الأعمال",
        ),
        (
            DocumentKind.INFORMATION_NOTE,
            r"information note|note d.information|nota informativa|информационная записка|情况说明",
        ),
        (
            DocumentKind.LIST_OF_PARTICIPANTS,
            (
                r".{0,20}list of participants|liste des participants|lista de participantes|список участников"
                r"|与会者名单|قائمة المشاركين"
            ),
        ),
        (DocumentKind.TEMPLATE, r"template\b|modèle\b|plantilla\b"),
        (
            DocumentKind.RESOLUTION,
            r"(?:draft )?resolution\b|\d{1,4} \(\d{4}\)\.|résolution\b|resolución\b|резолюция|قرار",
        ),
        (
            DocumentKind.REPORT,
            r"(?:\w+ )?reports?\b|.{0,80}\breport of the\b|rapport\b|informe\b|доклад|.{0,30}报告|تقرير",
        ),
        (DocumentKind.NOTE, r"note\b|nota\b|записка|.{0,30}说明|مذكرة"),
    )
)


def propose_kind(symbol: str | None, title: str | None, places: Sequence[PlaceText]) -> Proposed[DocumentKind] | None:
    """Return the kind that symbol, slides or title tell; none where a person should say."""
    if symbol:
        for kind, pattern in _BY_SYMBOL:
            if pattern.fullmatch(symbol):
                return Proposed(kind, 0.95, "Its symbol is of that series.")
    if places and places[0].place.kind is PlaceKind.SLIDE:
        return Proposed(DocumentKind.PRESENTATION, 0.8, "It is made of slides.")
    for kind, pattern in _BY_TITLE:
        if title and pattern.match(title):
            return Proposed(kind, 0.8, "Its title says so.")
    return None
