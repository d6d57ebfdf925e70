"""Makes every original into a folder: python -m tests.specimens corpus/12cm-2014."""

import sys
from pathlib import Path

from tests.specimens.pdf import write_pdf
from tests.specimens.specimen import TEXTS, Specimen, all_specimens
from tests.specimens.word import write_word


def original_of(specimen: Specimen, folder: Path) -> Path:
    """Where the original of a text belongs: papers and the template are Word files, the rest PDF."""
    name = specimen.source.relative_to(TEXTS)
    is_word = name.parent.name == "papers" or name.name.startswith("template")
    return folder / name.with_name(f"{name.stem}{'.docx' if is_word else '.pdf'}")


def main(folder: Path, wanted: list[str]) -> None:
    """Make the originals whose names begin as wanted, or all of them."""
    for specimen in all_specimens():
        path = original_of(specimen, folder)
        if wanted and not path.name.startswith(tuple(wanted)):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write = write_word if path.suffix == ".docx" else write_pdf
        write(specimen, path)
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
