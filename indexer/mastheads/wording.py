"""The words that mastheads are made of, in six languages."""

import re
from typing import Final

from indexer.model.identifiers import Language

LANGUAGE_WORDS: Final = {
    word: Language(code)
    for code, words in {
        "ar": ("arabic", "arabe", "árabe", "арабский", "阿拉伯文", "العربية", "بالعربية", "عربي"),
        "zh": ("chinese", "chinois", "chino", "китайский", "中文", "الصينية", "بالصينية"),
        "en": (
            "english",
            "anglais",
            "inglés",
            "английский",
            "英文",
            "الانكليزية",
            "الإنكليزية",
            "بالانكليزية",
            "بالإنكليزية",
        ),
        "fr": ("french", "français", "francais", "francés", "французский", "法文", "الفرنسية", "بالفرنسية"),
        "ru": ("russian", "russe", "ruso", "русский", "俄文", "الروسية", "بالروسية"),
        "es": (
            "spanish",
            "espagnol",
            "español",
            "espanol",
            "испанский",
            "西班牙文",
            "الاسبانية",
            "الإسبانية",
            "بالإسبانية",
        ),
    }.items()
    for word in words
}
_LANGUAGE = "|".join(sorted(LANGUAGE_WORDS, key=len, reverse=True))
LANGUAGE: Final = re.compile(rf"(?<!\w)(?:{_LANGUAGE})(?!\w)", re.IGNORECASE)

UNITED_NATIONS: Final = re.compile(
    r"United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|Объединенные Нации"
    r"|联合国|الأمم المتحدة",
    re.IGNORECASE,
)
DISTRIBUTION: Final = re.compile(
    r"(?:Distr(?:\.|ibution|ibución)|Расп(?:\.|ространение)|分发|(?:ال)?توزيع)\s*[:：.]*\s*"
    r"(?:GENERAL|LIMITED|RESTRICTED|générale|limitée|limitada|reservada|обща?[яе]е?|ограниченное|普遍|有限|限制|عام|محدود)?",
    re.IGNORECASE,
)
ORIGINAL: Final = re.compile(
    r"(?:Original|Оригинал|Язык оригинала|原文|原件|الأصل)\s*[:：]+\s*"
    rf"(?:{_LANGUAGE})(?:\s*(?:/|and|et|y|и|,)\s*(?:{_LANGUAGE}))*",
    re.IGNORECASE,
)
ONLY: Final = re.compile(
    rf"(?:(?:{_LANGUAGE})\s+(?:ONLY|seulement|uniquement|solamente|únicamente|только)|仅有\s*(?:{_LANGUAGE})|(?:{_LANGUAGE})\s+فقط)",
    re.IGNORECASE,
)
JOB_NUMBER: Final = re.compile(
    r"(?:GE|V|N|K)\.?\s?\d{2}\s?-\s?\d{0,5}(?:\s*\((?P<letter>[ACEFRS])\))?(?:\s+\d{6})*"
    r"|\d{2}-\d{5}(?:\s*\([ACEFRS]\))?(?:\s+\d{6})*|[*•]\d{6,}[*•]"
)
SESSION: Final = re.compile(
    r"(?:\w+[\s-]){0,4}session|\w+(?:\s\w+){0,4}\s(?:período|periodo) de sesiones|.{0,40}сесси[яи]"
    r"|第.{1,8}届会议|الدورة\s.{2,40}"
    r"|\w+-\w+ year|\d+(?:st|nd|rd|th) (?:plenary )?meeting",
    re.IGNORECASE,
)
AGENDA_ITEM: Final = re.compile(
    r"(?:Provisional\s+|Preliminary\s+)?(?:Agenda\s+items?|Items?)\s+\d.*|Points?\s+\d.*ordre du jour.*"
    r"|Tema\s+\d.*|Пункт\w*\s+\d.*|(?:临时)?议程\W*项目\s*\d.*|البند\s.{1,40}",
    re.IGNORECASE,
)
BODY: Final = re.compile(
    r"General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    r"|Commission on [\w ,]+|Committee (?:on|against) [\w ,]+|Human Rights Committee|Statistical Commission"
    r"|Assemblée générale|Conseil de sécurité|Conseil économique et social|Conseil des droits de l['’]homme"
    r"|Asamblea General|Consejo de Seguridad|Consejo Económico y Social|Consejo de Derechos Humanos"
    r"|Генеральная Ассамблея|Совет Безопасности|Экономический и Социальный Совет|Совет по правам человека"
    r"|大会|安全理事会|经济及社会理事会|人权理事会"
    r"|الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان",
    re.IGNORECASE,
)
STATE: Final = re.compile(
    r"(?:\w+\s+){0,4}(?:Republic|Kingdom|State|Government|Commonwealth|Principality|Union)\s+of\s+[\w ’'-]{3,44}"
    r"|(?:R[ée]publique|Royaume|Gouvernement)\b[\w ’'-]{3,60}|(?:Rep[úu]blica|Reino|Gobierno|Estado)\b[\w ’'-]{3,60}"
    r"|\w+\s+Республика|Республика\s+[\w ]{3,40}|(?:جمهورية|دولة|مملكة|حكومة)\s.{2,40}",
    re.IGNORECASE,
)
MINISTRY: Final = re.compile(r"(?:Minist\w+|Министерство|وزارة)\b.{3,80}|بسم الله الرحمن الرحيم", re.IGNORECASE)
DOCUMENT_WORD: Final = re.compile(
    r"(?:Draft |Interim |Final |Annual |National |Periodic )?"
    r"(?:report|note|summary|letter|statement|compilation|memorandum)\b"
    r"|(?:rapport|note|résumé|lettre|informe|nota|resumen|carta)\b|(?:доклад|записка|резюме|письмо)\b"
    r"|秘书长|.{0,20}(?:的报告|的说明)|(?:تقرير|مذكرة|موجز|رسالة)\b",
    re.IGNORECASE,
)
ADDITION: Final = re.compile(
    r"(?:Addendum|Corrigendum|Revision|Additif|Rectificatif|Adición|Corrección|Добавление|Исправление"
    r"|增编|更正|إضافة|تصويب)(?:\s\d{1,2})?",
    re.IGNORECASE,
)
OPENING_OF_TEXT: Final = re.compile(
    r"(?:table of )?contents|summary|executive summary|introduction|abstract|\d+\.\s.*|[IVX]+\.\s.*|annex\b.*"
    r"|sommaire|table des mati[èe]res|résumé|contenidos?|índice|resumen|содержание|резюме|введение|目录|摘要|导言"
    r"|المحتويات|موجز|ملخص|مقدمة|the (?:general assembly|security council).*|paragraphs\b.*",
    re.IGNORECASE,
)
