"""The few parameters of the API beside those of a search."""

import re
from typing import Final

from flask import request

from indexer.model.identifiers import OFFICIAL_LANGUAGES
from indexer.representations.faults import FaultCode, ParameterFault
from webapp.api.faults import BadParametersError, unknown

_NUMBER: Final = re.compile(r"[0-9]{1,9}")


class Arguments:
    """Reads the parameters of one request; what is wrong is gathered and raised at once."""

    def __init__(self, *names: str) -> None:
        """Take the names that the address knows; `lang` is one everywhere."""
        known = {*names, "lang"}
        self._faults = [unknown(name, value) for name, value in request.args.items() if name not in known]
        language = request.args.get("lang", "")
        if language and language not in OFFICIAL_LANGUAGES:
            self._wrong("lang", language, f"one of {', '.join(OFFICIAL_LANGUAGES)}")

    def number(self, name: str, usual: int, largest: int) -> int:
        """Return a whole number from 1 to a limit."""
        text = request.args.get(name, "")
        if not text:
            return usual
        if _NUMBER.fullmatch(text) and 1 <= int(text) <= largest:
            return int(text)
        self._wrong(name, text, f"a whole number from 1 to {largest:,}")
        return usual

    def text(self, name: str, longest: int) -> str:
        """Return a text of limited length; empty where it is not given."""
        text = request.args.get(name, "")
        if len(text) > longest:
            self._wrong(name, f"{text[:20]}…", f"at most {longest} characters")
        return text[:longest]

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return one of a few values, the first where none is given."""
        text = request.args.get(name, "") or allowed[0]
        if text not in allowed:
            self._wrong(name, text, f"one of {', '.join(allowed)}")
        return text

    def check(self) -> None:
        """Raise a BadParametersError if anything was wrong."""
        if self._faults:
            raise BadParametersError(self._faults)

    def _wrong(self, name: str, value: str, allowed: str) -> None:
        message = f'{name} is "{value}": it must be {allowed}.'
        self._faults.append(ParameterFault(name, value, FaultCode.INVALID_VALUE, message))
