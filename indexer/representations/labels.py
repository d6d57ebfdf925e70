"""The English words for what records and parameters say in ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indexer.model.authority import OrganizationKind
from indexer.model.document import Basis, ContributionRole, DocumentKind, RelationKind
from indexer.model.identifiers import LANGUAGE_NAMES, UNDETERMINED, Language
from indexer.model.meeting import Recording, TalkMode, TalkStatus
from indexer.model.place import Place, PlaceKind, QualityFault
from indexer.model.querytree import UNDATED_YEAR, Sort
from indexer.representations.years import as_range


@dataclass(frozen=True, slots=True)
class Label:
    """The words for one thing and for several of them."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """Return the words that go with a number."""
        return self.one if count == 1 else self.many


KINDS: Final[Mapping[str, Label]] = {
    DocumentKind.CONTRIBUTED_PAPER: Label("Contributed paper", "Contributed papers"),
    DocumentKind.RESOLUTION: Label("Resolution", "Resolutions"),
    DocumentKind.NOTE: Label("Note", "Notes"),
    DocumentKind.REPORT: Label("Report", "Reports"),
    DocumentKind.BACKGROUND_DOCUMENT: Label("Background document", "Background documents"),
    DocumentKind.PRESENTATION: Label("Presentation", "Presentations"),
    DocumentKind.AGENDA: Label("Agenda", "Agendas"),
    DocumentKind.INFORMATION_NOTE: Label("Information note", "Information notes"),
    DocumentKind.LIST_OF_PARTICIPANTS: Label("List of participants", "Lists of participants"),
    DocumentKind.TEMPLATE: Label("Template", "Templates"),
    DocumentKind.RECORDING: Label("Recording", "Recordings"),
    DocumentKind.OTHER: Label("Other document", "Other documents"),
    "talk": Label("Talk", "Talks"),
    "agenda_item": Label("Agenda item", "Agenda items"),
    "side_event": Label("Side event", "Side events"),
}
"""By the kind of a hit."""

FILTERS: Final[Mapping[str, Label]] = {
    "organization": Label("Organization", "Organizations"),
    "person": Label("Person", "People"),
    "topic": Label("Topic", "Topics"),
    "kind": Label("Kind", "Kinds"),
    "language": Label("Language", "Languages"),
    "meeting": Label("Meeting", "Meetings"),
    "agenda_item": Label("Agenda item", "Agenda items"),
    "year": Label("Year", "Years"),
}
"""By the name of a filter; facets are among them."""

SORTS: Final[Mapping[Sort, str]] = {
    Sort.RELEVANCE: "Best match",
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.TITLE: "Title, A to Z",
}

LANGUAGES: Final[Mapping[Language, str]] = {
    Language("ar"): "Arabic",
    Language("zh"): "Chinese",
    Language("en"): "English",
    Language("fr"): "French",
    Language("ru"): "Russian",
    Language("es"): "Spanish",
    Language("de"): "German",
    Language("fa"): "Persian",
    Language("he"): "Hebrew",
    Language("it"): "Italian",
    Language("ja"): "Japanese",
    Language("ko"): "Korean",
    Language("nl"): "Dutch",
    Language("pl"): "Polish",
    Language("pt"): "Portuguese",
    Language("sv"): "Swedish",
    Language("th"): "Thai",
    Language("tr"): "Turkish",
    Language("uk"): "Ukrainian",
    Language("ur"): "Urdu",
    UNDETERMINED: LANGUAGE_NAMES[UNDETERMINED],
}

ROLES: Final[Mapping[ContributionRole, Label]] = {
    ContributionRole.AUTHOR: Label("Author", "Authors"),
    ContributionRole.CONTRIBUTOR: Label("Contributor", "Contributors"),
    ContributionRole.ISSUING_BODY: Label("Issuing body", "Issuing bodies"),
    ContributionRole.SUBMITTER: Label("Submitter", "Submitters"),
}

RELATIONS: Final[Mapping[RelationKind, str]] = {
    RelationKind.ADDENDUM_TO: "Addendum to",
    RelationKind.REVISION_OF: "Revision of",
    RelationKind.CORRIGENDUM_TO: "Corrigendum to",
    RelationKind.REPLACES: "Replaces",
}

REVERSE_RELATIONS: Final[Mapping[RelationKind, str]] = {
    RelationKind.ADDENDUM_TO: "Has addendum",
    RelationKind.REVISION_OF: "Revised by",
    RelationKind.CORRIGENDUM_TO: "Corrected by",
    RelationKind.REPLACES: "Replaced by",
}
"""What the target of a relation says of the document that names it."""

ORGANIZATION_KINDS: Final[Mapping[OrganizationKind, Label]] = {
    OrganizationKind.ENTITY: Label("United Nations entity", "United Nations entities"),
    OrganizationKind.INTERGOVERNMENTAL: Label("Intergovernmental organization", "Intergovernmental organizations"),
    OrganizationKind.STATE: Label("State", "States"),
    OrganizationKind.PROCESS: Label("Process", "Processes"),
    OrganizationKind.CIVIL_SOCIETY: Label("Civil society organization", "Civil society organizations"),
    OrganizationKind.ACADEMIC: Label("Academic institution", "Academic institutions"),
}

TALK_MODES: Final[Mapping[TalkMode, str]] = {
    TalkMode.TALK: "Talk",
    TalkMode.REMARKS: "Remarks",
    TalkMode.KEYNOTE: "Keynote",
    TalkMode.VIDEO_MESSAGE: "Video message",
}

TALK_STATUSES: Final[Mapping[TalkStatus, str]] = {
    TalkStatus.CONFIRMED: "Confirmed",
    TalkStatus.TO_BE_CONFIRMED: "To be confirmed",
}

RECORDINGS: Final[Mapping[Recording, str]] = {
    Recording.NONE: "No recording known",
    Recording.MARKED: "Recorded; no address of the recording is known",
    Recording.AVAILABLE: "Recording available",
}

BASES: Final[Mapping[Basis, str]] = {
    Basis.STATED: "Stated by the source",
    Basis.FROM_SYMBOL: "Taken from the symbol",
    Basis.INFERRED: "Inferred",
    Basis.UNKNOWN: "Not known",
}

QUALITY_FAULTS: Final[Mapping[QualityFault, str]] = {
    QualityFault.NO_TEXT: "No text in the file",
    QualityFault.UNMAPPED_FONT: "Letters that the file does not explain",
    QualityFault.OTHER_LANGUAGE: "Text in another language than recorded",
    QualityFault.TRUNCATED: "Text cut short",
}

PLACES: Final[Mapping[PlaceKind, Label]] = {
    PlaceKind.PAGE: Label("Page", "Pages"),
    PlaceKind.PARAGRAPH: Label("Paragraph", "Paragraphs"),
    PlaceKind.SLIDE: Label("Slide", "Slides"),
}

MEDIA_TYPES: Final[Mapping[str, str]] = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/rtf": "RTF",
    "text/rtf": "RTF",
    "text/html": "HTML",
    "text/plain": "Text",
}


def kind_label(kind: str, count: int = 1) -> str:
    """Return the words for a kind of hit, for one or for several; the kind itself where there are none here."""
    return KINDS[kind].of(count) if kind in KINDS else kind


def facet_label(name: str, count: int = 1) -> str:
    """Return the words for a facet or another filter, for one value or for several."""
    return FILTERS[name].of(count) if name in FILTERS else name


def value_label(name: str, value: str, label: str) -> str:
    """Return the words for a value of a facet: those of this module, else the label that its record has."""
    if name == "kind":
        return kind_label(value)
    if name == "language":
        return language_name(value)
    return year_label(value) if name == "year" else label


def language_name(language: str) -> str:
    """Return the English name of a language, or its code where there is none here."""
    return LANGUAGES.get(Language(language), language)


def media_type_name(media_type: str) -> str:
    """Return the short name of a media type, or the type itself."""
    return MEDIA_TYPES.get(media_type, media_type)


def year_label(value: str) -> str:
    """Return the words for a value of the year parameter."""
    if value == UNDATED_YEAR:
        return "Undated"
    years = as_range(value)
    if years is None:
        return value
    if years.start is None:
        return f"Up to {years.end}"
    return f"From {years.start}" if years.end is None else f"{years.start} to {years.end}"


def place_label(place: Place) -> str:
    """Return the words for a place: "Page 12", or "Page 6 (iv)" where the document itself names it otherwise.

    The label of a paragraph is words already: "Para. 12, under Recommendations".
    """
    if place.kind is PlaceKind.PARAGRAPH and place.label and not place.label.isdecimal():
        return place.label[0].upper() + place.label[1:]
    name = place_name(place)
    return name if place.label in {"", str(place.number)} else f"{name} ({place.label})"


def place_name(place: Place) -> str:
    """Return the shortest words for a place: "Page 12", whatever the document itself calls it."""
    return f"{PLACES[place.kind].one} {place.number:,}"
