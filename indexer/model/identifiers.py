"""The ids by which records name each other, and the languages they are written in."""

from typing import Final, NewType

DocumentId = NewType("DocumentId", str)
"""The canonical symbol of a document, or its slug where it has none; unique in the archive."""

MeetingId = NewType("MeetingId", str)
SeriesId = NewType("SeriesId", str)
OrganizationId = NewType("OrganizationId", str)
PersonId = NewType("PersonId", str)
TopicId = NewType("TopicId", str)

WorkId = NewType("WorkId", str)
"""What a hit stands for: a DocumentId, or `<meeting>/<anchor>` for a talk, an agenda item or a side event."""

Language = NewType("Language", str)
"""An ISO 639-1 code in lower case; `und` where the language is not known or there is no text."""

Sha256 = NewType("Sha256", str)
"""A checksum in 64 lower-case hexadecimal digits."""

UNDETERMINED: Final = Language("und")
OFFICIAL_LANGUAGES: Final = tuple(Language(code) for code in ("ar", "zh", "en", "fr", "ru", "es"))
LANGUAGE_NAMES: Final = {
    Language("ar"): "العربية",
    Language("zh"): "中文",
    Language("en"): "English",
    Language("fr"): "Français",
    Language("ru"): "Русский",
    Language("es"): "Español",
    UNDETERMINED: "Language not known",
}
RIGHT_TO_LEFT: Final = frozenset({Language("ar"), Language("fa"), Language("he"), Language("ur")})
