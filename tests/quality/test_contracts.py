"""What may import what: the contracts in pyproject.toml."""

import os
import subprocess
import sys
from pathlib import Path

from tests.quality.readme import ROOT


def test_import_contracts_are_kept() -> None:
    """Data flows one way, and libraries stay in their folders."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == done.returncode, done.stdout
    assert " 0 broken." in done.stdout
