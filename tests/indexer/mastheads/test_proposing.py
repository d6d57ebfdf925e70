"""A first page proposes what a librarian would read off it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.mastheads import propose
from indexer.model.document import Basis, DocumentKind
from indexer.model.identifiers import Language
from tests.indexer.mastheads.builders import pages, proposal_of

REVIEW = """United Nations A/HRC/15/9

General Assembly Distr.: General

6 July 2010

Original: English

Human Rights Council

Fifteenth session
Agenda item 6
Universal Periodic Review

Report of the Working Group on the Universal Periodic Review*

Armenia

* Previously issued under document symbol A/HRC/WG.6/8/L.8. The annex to the present report is circulated as received.

GE.10-14942"""

OLDER_REVIEW = """UNITED

NATIONS A

Distr.

General Assembly GENERAL

A/HRC/12/10 4 June 2009

Original: ENGLISH HUMAN RIGHTS COUNCIL
Twelfth session
Agenda item 6

UNIVERSAL PERIODIC REVIEW
Report of the Working Group on the Universal Periodic Review * Chile

…

* Previously issued under document symbol A/HRC/WG.6/5/L.9; minor revisions have been added."""

PAPER = """UNITED NATIONS UN/POP/MIG-12CM/2014/05

12 February 2014

ENGLISH ONLY

TWELFTH COORDINATION MEETING ON INTERNATIONAL MIGRATION

Department of Economic and Social Affairs, Population Division

New York, 20-21 February 2014

Specimen. This text was written for an archive. It is not the paper of the organization.

Follow-up to the High-level Dialogue in the Arab region

United Nations Economic and Social Commission for Western Asia (UN/ESCWA)

Introduction

1. The Arab region contains nearly every form of international migration (A/68/190)."""

ASSEMBLY_RESOLUTION = """United Nations A/RES/73/3

General Assembly Distr.: General

18 October 2018

Seventy-third session
Agenda item 129

Resolution adopted by the General Assembly
on 10 October 2018

[without reference to a Main Committee (A/73/L.4)]

73/3. Political declaration of the high-level meeting of the
General Assembly on the fight against tuberculosis

The General Assembly

Adopts the following political declaration"""

COUNCIL_RESOLUTION = """Resolution 528 (1982)
of 21 December 1982

The Security Council,

Having considered the letter of 1 December 1982 (S/15528),

Recalling its resolution 508 (1982)"""

SUMMARY = {
    "en": """United Nations A/68/370

General Assembly Distr.: General
5 September 2013

Original: English

Sixty-eighth session
Item 21 (e) of the provisional agenda*
Globalization and interdependence: international migration and development

Summary of the informal interactive hearings

Note by the President of the General Assembly

* A/68/150.""",
    "fr": """Nations Unies A/68/370

Assemblée générale Distr. générale
5 septembre 2013
Français
Original : anglais

Soixante-huitième session
Point 21 e) de l’ordre du jour provisoire*
Mondialisation et interdépendance : migrations internationales et développement

Résumé des auditions interactives

Note du Président de l’Assemblée générale

* A/68/150.""",
    "es": """Naciones Unidas A/68/370

Asamblea General Distr. general
5 de septiembre de 2013
Español
Original: inglés

Sexagésimo octavo período de sesiones
Tema 21 e) del programa provisional*
Globalización e interdependencia: migración internacional y desarrollo

Resumen de las audiencias interactivas

Nota del Presidente de la Asamblea General

* A/68/150.""",
    "ru": """Организация Объединенных Наций A/68/370

Генеральная Ассамблея Distr.: General
5 сентября 2013
Russian
Original: English

Шестьдесят восьмая сессия
Пункт 21(e) предварительной повестки дня*
Глобализация и взаимозависимость: международная миграция и развитие

Резюме неофициальных интерактивных слушаний

Записка Председателя Генеральной Ассамблеи

* A/68/150.""",
    "zh": """联合国 A/68/370

大会 Distr.: General
2013年9月5日
Chinese
Original: English

第六十八届会议
临时议程* 项目21(e)
全球化和相互依存：国际移徙与发展

非正式互动听证会纪要

大会主席的说明

* A/68/150。""",
    "ar": """الأمم المتحدة A/68/370

الجمعية العامة Distr.: General
٥ أيلول/سبتمبر ٢٠١٣
Arabic
Original: English

الدورة الثامنة والستون
البند ٢١ (هـ) من جدول الأعمال المؤقت*
العولمة والترابط: الهجرة الدولية والتنمية

موجز جلسات الاستماع التفاعلية غير الرسمية

مذكرة من رئيس الجمعية العامة

* A/68/150.""",
}
TITLES = {
    "en": "Summary of the informal interactive hearings: Note by the President of the General Assembly",
    "fr": "Résumé des auditions interactives: Note du Président de l’Assemblée générale",
    "es": "Resumen de las audiencias interactivas: Nota del Presidente de la Asamblea General",
    "ru": "Резюме неофициальных интерактивных слушаний: Записка Председателя Генеральной Ассамблеи",
    "zh": "非正式互动听证会纪要: 大会主席的说明",
    "ar": "موجز جلسات الاستماع التفاعلية غير الرسمية: مذكرة من رئيس الجمعية العامة",
}


def test_a_report_is_read() -> None:
    """Symbol, date, language, title, body and kind stand on the masthead."""
    found = proposal_of(REVIEW, running_lines=("A/HRC/15/9",))

    assert found.symbol is not None
    assert found.date is not None
    assert found.language is not None
    assert found.title is not None
    assert found.body is not None
    assert found.kind is not None
    assert "A/HRC/15/9" == found.symbol.value
    assert "2010-07-06" == found.date.value.iso()
    assert Basis.STATED is found.date.value.basis
    assert Language("en") == found.language.value
    assert "Report of the Working Group on the Universal Periodic Review: Armenia" == found.title.value
    assert "Human Rights Council" == found.body.value
    assert DocumentKind.REPORT is found.kind.value


def test_an_older_masthead_is_read() -> None:
    """Before 2010 the symbol stood under Distr., and the agenda item's title above the report's."""
    found = proposal_of(OLDER_REVIEW)

    assert found.symbol is not None
    assert found.date is not None
    assert found.title is not None
    assert "A/HRC/12/10" == found.symbol.value
    assert "2009-06-04" == found.date.value.iso()
    assert "Report of the Working Group on the Universal Periodic Review: Chile" == found.title.value


def test_a_contributed_paper_is_read() -> None:
    """The date is that of the paper, not of the meeting; the author stands under the title; notices are passed over."""
    found = proposal_of(PAPER, name="05-escwa.docx")

    assert found.symbol is not None
    assert found.date is not None
    assert found.title is not None
    assert found.body is not None
    assert found.kind is not None
    assert "UN/POP/MIG-12CM/2014/05" == found.symbol.value
    assert "2014-02-12" == found.date.value.iso()
    assert "Follow-up to the High-level Dialogue in the Arab region" == found.title.value
    assert "United Nations Economic and Social Commission for Western Asia (UN/ESCWA)" == found.body.value
    assert DocumentKind.CONTRIBUTED_PAPER is found.kind.value


def test_a_resolution_of_the_assembly_is_read() -> None:
    """The title has the number before it; masthead and file name agree."""
    found = proposal_of(ASSEMBLY_RESOLUTION, name="A_RES_73_3-EN.pdf")

    assert found.symbol is not None
    assert found.date is not None
    assert found.title is not None
    assert found.kind is not None
    assert ("A/RES/73/3", 1.0) == (found.symbol.value, found.symbol.confidence)
    assert "2018-10-18" == found.date.value.iso()
    expected = (
        "Political declaration of the high-level meeting of the General Assembly on the fight against tuberculosis"
    )
    assert f"73/3. {expected}" == found.title.value
    assert DocumentKind.RESOLUTION is found.kind.value


def test_a_resolution_of_the_security_council_is_read() -> None:
    """Its heading is symbol and title at once."""
    found = proposal_of(COUNCIL_RESOLUTION, name="S_RES_0528_1982_EN_GOLD.txt")

    assert found.symbol is not None
    assert found.date is not None
    assert found.title is not None
    assert found.body is not None
    assert ("S/RES/528(1982)", 1.0) == (found.symbol.value, found.symbol.confidence)
    assert "1982-12-21" == found.date.value.iso()
    assert "Resolution 528 (1982)" == found.title.value
    assert "Security Council" == found.body.value


@pytest.mark.parametrize("language", sorted(SUMMARY))
def test_a_masthead_is_read_in_each_language(language: str) -> None:
    """The same document proposes the same symbol and date in six languages, and its title in its own."""
    found = proposal_of(SUMMARY[language], name=f"a-68-370.{language}.pdf", detected=language)

    assert found.symbol is not None
    assert found.date is not None
    assert found.language is not None
    assert found.title is not None
    assert ("A/68/370", 1.0) == (found.symbol.value, found.symbol.confidence)
    assert "2013-09-05" == found.date.value.iso()
    assert (Language(language), 1.0) == (found.language.value, found.language.confidence)
    assert found.kind is not None
    assert TITLES[language] == found.title.value
    assert DocumentKind.NOTE is found.kind.value


def test_nothing_gives_nothing_but_the_name() -> None:
    """An empty text proposes what the file's name says, with little confidence."""
    found = propose((), "A_RES_68_4_F.pdf")

    assert found.symbol is not None
    assert found.language is not None
    assert found.date is not None
    assert ("A/RES/68/4", 0.7) == (found.symbol.value, found.symbol.confidence)
    assert Language("fr") == found.language.value
    assert (Basis.FROM_SYMBOL, 2013) == (found.date.value.basis, found.date.value.year)


@given(st.lists(st.text(max_size=400), max_size=4), st.text(max_size=40), st.text(max_size=60))
def test_any_text_is_borne(texts: list[str], name: str, title: str) -> None:
    """Whatever the text, name and properties, each proposal has a confidence from 0 to 1 and a reason."""
    found = propose(pages(*texts), name, (), (("title", title),))

    for value in (found.symbol, found.date, found.language, found.title, found.body, found.kind):
        assert value is None or (0 < value.confidence <= 1 and value.reason.endswith("."))
