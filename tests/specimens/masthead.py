"""The words of a masthead and of the notice under it, in the six official languages."""

from dataclasses import dataclass

from tests.specimens.specimen import Specimen

AUTHOR = "Masthead sample archive"
MEETING = "TWELFTH COORDINATION MEETING ON INTERNATIONAL MIGRATION"
CONVENOR = "Department of Economic and Social Affairs, Population Division"
PLACE_AND_DATES = "New York, 20-21 February 2014"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a masthead says in one language."""

    united_nations: str
    general_assembly: str
    specimen: str
    notice: str
    official_copy: str
    notes: str


WORDINGS = {
    "ar": Wording(
        "الأمم المتحدة",
        "الجمعية العامة",
        "عيّنة.",
        "كُتب هذا النص لأغراض الأرشيف النموذجي لبرنامج Masthead، وهو ليس {original}.",
        "النسخة الرسمية متاحة على العنوان التالي:",
        "الحواشي",
    ),
    "zh": Wording(
        "联合国",
        "大会",
        "样本。",
        "本文是为 Masthead 示例档案库编写的，并非{original}。",
        "正式文本见：",
        "注",
    ),
    "en": Wording(
        "United Nations",
        "General Assembly",
        "Specimen.",
        "This text was written for the Masthead sample archive. It is not {original}.",
        "The official copy is at",
        "Notes",
    ),
    "fr": Wording(
        "Nations Unies",
        "Assemblée générale",
        "Spécimen.",
        "Ce texte a été écrit pour les archives d’exemple de Masthead. Ce n’est pas {original}.",
        "La version officielle se trouve à l’adresse",
        "Notes",
    ),
    "ru": Wording(
        "Организация Объединенных Наций",
        "Генеральная Ассамблея",
        "Образец.",
        "Этот текст написан для демонстрационного архива Masthead и не является {original}.",
        "Официальный документ размещен по адресу",
        "Примечания",
    ),
    "es": Wording(
        "Naciones Unidas",
        "Asamblea General",
        "Espécimen.",
        "Este texto se escribió para el archivo de muestra de Masthead. No es {original}.",
        "La versión oficial se encuentra en",
        "Notas",
    ),
}


def notice(specimen: Specimen) -> str:
    """Say in the language of the text that it is a specimen, and where the official copy is."""
    words = WORDINGS[specimen.language]
    said = words.notice.format(original=specimen.original)
    return f"{said} {words.official_copy}" if specimen.symbol else said
