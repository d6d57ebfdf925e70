"""PDF as a browser writes it: shaped text of every official language, subset fonts, drawn glyphs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from indexer.extraction.reading import extract

PARAGRAPHS = {
    "ar": "إن الجمعية العامة، إذ تشير إلى قرارها 68/4 المؤرخ 3 تشرين الأول/أكتوبر 2013 (انظر A/RES/68/4)،"
    " نظراً لأن الاجتماع عُقد يومي 20-21 شباط/فبراير 2014، فإن المنظمة الدولية للهجرة (IOM) قدّمت 15% من الوثائق.",
    "zh": "大会回顾其2013年10月3日第68/4号决议,其中通过了《国际移徙与发展问题高级别对话宣言》,重申国际移徙的重要性。",
    "en": "The General Assembly, recalling resolution 68/4, reaffirms the efficient flow of remittances in offices.",
    "fr": "L’Assemblée générale, rappelant sa résolution 68/4 : « œuvre collective », réaffirme l’importance du flux.",
    "ru": "Генеральная Ассамблея, ссылаясь на свою резолюцию 68/4, вновь подтверждает важность международной миграции.",
    "es": "La Asamblea General, recordando su resolución 68/4, reafirma la importancia de la migración: ¿qué más?",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what is read of each paragraph, one page for each."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("chromium is not installed")
    folder = tmp_path_factory.mktemp("browser")
    body = "".join(
        f'<p lang="{language}" dir="auto" style="break-after:page;text-align:justify;width:12cm">{text}</p>'
        for language, text in PARAGRAPHS.items()
    )
    (folder / "page.html").write_text(f'<!DOCTYPE html><meta charset="utf-8">{body}')
    target = folder / "page.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    paths = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", (folder / "page.html").as_uri()]
    subprocess.run(
        [browser, *options, *paths],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return dict(zip(PARAGRAPHS, (place.text for place in extract(Path(target)).places), strict=False))


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_every_official_language_comes_back_as_it_was_written(texts: dict[str, str], language: str) -> None:
    """Shaping, ligatures, direction and line breaks of the printed page are undone."""
    assert PARAGRAPHS[language] == texts[language]
