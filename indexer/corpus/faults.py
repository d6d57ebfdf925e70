"""The faults of one record file, collected while it is read, each with its line."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping

from indexer.corpus.lines import KeyPath, line_of
from indexer.model.archive import RecordFault

_LINE = re.compile(r" \(at line (\d+), column \d+\)$|\s*\(at end of document\)$")
_SHOWN = 3


class FaultLog:
    """What is wrong with one file; a grave fault means that the record cannot be taken."""

    def __init__(self, path: str, content: bytes | OSError) -> None:
        self.path = path
        self.found: list[RecordFault] = []
        self.graves = 0
        self._content = content

    @property
    def is_readable(self) -> bool:
        """Whether there is a content; where there is none, it may come without a change of the file."""
        return not isinstance(self._content, OSError)

    def grave(self, message: str, place: KeyPath = (), value: str | None = None) -> None:
        """Note a fault that makes a record useless."""
        self.graves += 1
        self.light(message, place, value)

    def light(self, message: str, place: KeyPath = (), value: str | None = None) -> None:
        """Note a fault that costs a part of a record and leaves the rest."""
        self.found.append(RecordFault(self.path, line_of(self._text(), place, value), message))

    def in_order(self) -> list[RecordFault]:
        """Return the faults in the order of their lines."""
        return sorted(self.found, key=lambda fault: fault.line or 0)

    def parsed(self) -> Mapping[str, object] | None:
        """Return the top table of the file, or None after noting why it cannot be read."""
        if isinstance(self._content, OSError):
            self.grave(f"the file cannot be read: {self._content.strerror}; mend its permissions")
            return None
        try:
            return tomllib.loads(self._content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = self._content.count(b"\n", 0, error.start) + 1
            self._useless(line, "this is not UTF-8; save the file in the encoding UTF-8")
        except (ValueError, RecursionError) as error:
            self._not_toml(str(error))
        return None

    def _text(self) -> str:
        return "" if isinstance(self._content, OSError) else self._content.decode("utf-8-sig", errors="replace")

    def _not_toml(self, said: str) -> None:
        where = _LINE.search(said)
        line = int(where[1]) if where and where[1] else self._text().rstrip().count("\n") + 1
        reason = _LINE.sub("", said).replace("\n", " ")
        self._useless(line, f"this is not TOML: {reason}; mend the line or the one above it")

    def _useless(self, line: int, message: str) -> None:
        self.graves += 1
        self.found.append(RecordFault(self.path, line, message))


def nearest_of(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words that are spelled most like this one, the nearest first."""
    return tuple(difflib.get_close_matches(text, tuple(known), n=_SHOWN, cutoff=0.6))


def unknown(what: str, text: str, nearest: Iterable[str], otherwise: str) -> str:
    """Return the sentence about a value that is none of the known ones."""
    guesses = " or ".join(f"'{guess}'" for guess in nearest)
    return f"{what} '{text}' is not known; {f'did you mean {guesses}?' if guesses else otherwise}"
