"""Which language a text is in."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.language import detect
from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Strengthening collaboration on migration and development"),
        ("fr", "Renforcement de la collaboration dans le domaine des migrations"),
        ("es", "Fortalecimiento de la colaboración en materia de migración"),
        ("ru", "Укрепление сотрудничества по вопросам миграции и развития"),
        ("ar", "تعزيز التعاون في مجال الهجرة والتنمية"),
        ("zh", "加强国际移徙与发展方面的合作"),
        ("ja", "国際的な移住と開発に関する協力の強化"),
        ("ko", "국제 이주와 개발에 관한 협력 강화 방안에 대하여"),
        ("pt", "A reunião anual de coordenação não será realizada até que as questões sejam resolvidas"),
        ("de", "Die Zusammenarbeit in Fragen der Migration und der Entwicklung wird gestärkt"),
        ("uk", "Зміцнення співробітництва з питань міграції та розвитку"),
        ("fa", "تقویت همکاری‌ها در زمینه مهاجرت و توسعه در گفتگوهای چندجانبه"),
    ],
)
def test_a_title_is_enough(language: str, text: str) -> None:
    """One line in a language tells it, script first, then letters."""
    assert language == detect(text)


@pytest.mark.parametrize("text", ["", "2014", "A/RES/68/4 (2013)", "Agenda", "移徙"])
def test_too_little_text_is_undetermined(text: str) -> None:
    """A symbol or a word is no evidence, whatever the record says."""
    assert UNDETERMINED == detect(text, hint=Language("fr"))


def test_a_hint_decides_a_tie() -> None:
    """Words that two languages share are in the language that the record names."""
    shared = "Informe del Secretario General"

    assert ["es", "it"] == [detect(shared, hint=Language(code)) for code in ("es", "it")]


def test_a_hint_does_not_outvote_the_text() -> None:
    """A French text stays French, although its record says English."""
    assert "fr" == detect("Renforcement de la collaboration dans le domaine des migrations", hint=Language("en"))


def test_capitals_and_foreign_names_do_not_mislead() -> None:
    """Chinese with Latin acronyms is Chinese."""
    assert "zh" == detect("国际移民组织（IOM）和联合国人口基金（UNFPA）共同主持全球移徙小组（GMG）")


def test_a_long_text_is_in_the_language_of_most_of_it() -> None:
    """A cover page in English does not make a French report English."""
    cover = "Report of the Secretary-General on international migration and development. " * 20
    body = "Le présent rapport examine les progrès accomplis dans le domaine des migrations. " * 500

    assert "fr" == detect(cover + body)


def test_threads_share_one_model() -> None:
    """Many threads may ask first at the same time."""
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(detect, ["Die Zusammenarbeit wird in diesem Jahr gestärkt"] * 16))

    assert {"de"} == found


@pytest.mark.real_files
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_three_lines_of_a_document_are_always_told(language: Language) -> None:
    """Three lines of United Nations text, titles and lists of names among them, are told without a fault."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if folder is None:
        pytest.skip("MASTHEAD_TEST_DATA names no folder")
    lines = (Path(folder) / "un/devset6" / f"dev2000.{language}").read_text("utf-8").splitlines()

    snippets = [" ".join(lines[start : start + 3]) for start in range(0, len(lines), 3)]

    assert [] == [snippet for snippet in snippets if detect(snippet) != language]
