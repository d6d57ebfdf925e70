"""Which machine measured, so that figures can be compared with others of the same machine alone."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def machine() -> dict[str, str]:
    """Return what is worth telling of this machine."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{_after_colon('/proc/cpuinfo', 'model name')}, {_cores()}",
        "memory": f"{int(_after_colon('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.0f} GB",
        "system": _system(),
        "versions": f"Python {platform.python_version()}, NumPy {version('numpy')}",
        "load": load(),
    }


def load() -> str:
    """Return how many programs wanted to run at once, on average of the last five minutes; ours is one of them."""
    return f"{os.getloadavg()[1]:.1f}"


def _cores() -> str:
    count = len(os.sched_getaffinity(0))
    return f"{count} cores" if count > 1 else "1 core"


def _after_colon(path: str, name: str) -> str:
    lines = Path(path).read_text("utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "unknown")


def _system() -> str:
    names = platform.freedesktop_os_release()
    return f"{names.get('PRETTY_NAME', 'Linux')}, Linux {platform.release().split('-')[0]}"
