"""How a run tells whoever waits for it how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Is told of each step, of each thing done in it, and of what a person should know at once."""

    def begin(self, step: str, total: int) -> None:
        """Hear that a step of so many things begins."""
        ...

    def advance(self, count: int = 1) -> None:
        """Hear that some more of the step are done."""
        ...

    def warn(self, message: str) -> None:
        """Hear of something that went wrong and stops nothing."""
        ...


class Silent:
    """Tells nobody."""

    def begin(self, step: str, total: int) -> None:
        """Let a step begin."""

    def advance(self, count: int = 1) -> None:
        """Let it go on."""

    def warn(self, message: str) -> None:
        """Let it pass; the report has it too."""
