"""Text as typed to lexemes: what looks like syntax and is none is words."""

import re
from collections.abc import Iterator
from typing import Final

from indexer.model.querytree import ExactField, TextField
from indexer.model.results import NoteKind, QueryNote
from indexer.querylanguage.fields import FIELDS, YEAR, QueryField
from indexer.querylanguage.lexemes import Lexeme, LexemeKind
from indexer.querylanguage.pieces import RUN, pieces
from indexer.symbols import canonical

_FARTHEST: Final = 100
"""Words that far apart have nothing to do with each other."""

_QUOTES: Final = {'"': '"', "＂": "＂", "“": "”", "„": "“”"}
_PLAIN_QUOTES: Final = '"＂'
_OPERATOR: Final = re.compile(r'(?:(AND|&&)|(OR|\|\|)|(NOT))(?=[\s()"]|$)')
_OPERATOR_KINDS: Final = (LexemeKind.AND, LexemeKind.OR, LexemeKind.NOT)
_FIELD: Final = re.compile(r"(\w+):(?=[^\s)])")
_UNKNOWN_FIELD: Final = re.compile(r"(\w+):(?=\w|//)")
_MINUS: Final = re.compile(r"-(?=[^\s)-])")
_EVERYTHING: Final = re.compile(r"\*+(?=[\s)]|$)")
_VALUE: Final = re.compile(r'[^\s()"]+')
_SYMBOL: Final = re.compile(r'[^\s()"]*[/∕／][^\s()"]*(?: ?\([^\s()"]+\))?')
_DISTANCE: Final = re.compile(r"~(\d+)")
_SIMILAR: Final = re.compile(r"~(\d{0,3})(?!\.?\w)")
_ASTERISKS: Final = re.compile(r"\*+")
_AROUND_YEARS: Final = ",;:!?*"  # dots stay: they leave an end open
_AROUND_VALUES: Final = ".“”„«»" + _AROUND_YEARS


class Scanner:
    """Reads one query from left to right; what it meets with a fault is in `notes` afterwards."""

    def __init__(self, text: str) -> None:
        self.notes: list[QueryNote] = []
        self._text = text
        self._at = 0

    def lexemes(self) -> Iterator[Lexeme]:
        """Yield the parts of the query; characters that mean nothing are passed over."""
        while self._at < len(self._text):
            lexeme = self._next()
            if lexeme is None:
                self._at += 1
                continue
            self._at = lexeme.end
            if lexeme.kind not in _WITH_TEXT or pieces(lexeme.text):
                yield lexeme

    def _next(self) -> Lexeme | None:
        character = self._text[self._at]
        if character.isspace() or (character == "+" and self._begins_here()):
            return None
        if character in "()":
            return self._lexeme(LexemeKind.OPEN if character == "(" else LexemeKind.CLOSE, self._at + 1)
        if character in _QUOTES:
            return self._quoted(None, self._at)
        return self._sign() or self._named() or self._symbol(None, self._at) or self._unnamed()

    def _lexeme(self, kind: LexemeKind, end: int) -> Lexeme:
        return Lexeme(kind, self._text[self._at : end], self._at, end)

    def _sign(self) -> Lexeme | None:
        """Read an operator, a minus sign before a word, or an asterisk for everything."""
        operator = _OPERATOR.match(self._text, self._at)
        if operator and operator.lastindex:
            return self._lexeme(_OPERATOR_KINDS[operator.lastindex - 1], operator.end())
        if not self._begins_here():
            return None
        if _MINUS.match(self._text, self._at):
            return self._lexeme(LexemeKind.MINUS, self._at + 1)
        everything = _EVERYTHING.match(self._text, self._at)
        return self._lexeme(LexemeKind.EVERYTHING, everything.end()) if everything else None

    def _begins_here(self) -> bool:
        before = self._text[self._at - 1] if self._at else " "
        return before.isspace() or before in "(-+"

    def _named(self) -> Lexeme | None:
        """Read a field with its value, in quotation marks or without, or with a group of values."""
        match = _FIELD.match(self._text, self._at)
        field = FIELDS.get(match[1].casefold()) if match else None
        if match is None or field is None:
            return None
        at = match.end()
        if self._text[at] == "(":
            return Lexeme(LexemeKind.OPEN, "(", self._at, at + 1, field)
        if self._text[at] in _QUOTES:
            return self._quoted(field, at)
        if isinstance(field, TextField):
            return self._run(field, at)
        return self._symbol(field, at) or self._bare_value(field, at)

    def _bare_value(self, field: QueryField, at: int) -> Lexeme:
        match = _VALUE.match(self._text, at)
        assert match is not None  # a field is one only where its value begins at once
        value = match[0].strip(_AROUND_YEARS if field == YEAR else _AROUND_VALUES)
        return Lexeme(LexemeKind.VALUE, value, self._at, match.end(), field)

    def _quoted(self, field: QueryField | None, at: int) -> Lexeme | None:
        opening = self._text[at]
        ends = [place for closing in _QUOTES[opening] if (place := self._text.find(closing, at + 1)) >= 0]
        if not ends:
            return self._unclosed(field, at) if opening in _PLAIN_QUOTES else None
        inside, end = self._text[at + 1 : min(ends)], min(ends) + 1
        if field is not None and not isinstance(field, TextField):
            return Lexeme(LexemeKind.VALUE, inside.strip(), self._at, end, field)
        distance = _DISTANCE.match(self._text, end)
        if distance is None:
            return Lexeme(LexemeKind.QUOTED, inside, self._at, end, field)
        return Lexeme(LexemeKind.QUOTED, inside, self._at, distance.end(), field, self._distance(distance))

    def _distance(self, match: re.Match[str]) -> int:
        digits = match[1]
        if len(digits) <= len(str(_FARTHEST)) and int(digits) <= _FARTHEST:
            return int(digits)
        self._note(NoteKind.BOUND, f"Words are searched at most {_FARTHEST} words apart.", match.start(), match.end())
        return _FARTHEST

    def _unclosed(self, field: QueryField | None, at: int) -> Lexeme | None:
        """Pass over a quotation mark that nothing closes; after a field, take the rest as its value."""
        message = f"The quotation mark at character {at + 1} is not closed; the words after it are searched as "
        self._note(NoteKind.REPAIRED, message + ("a phrase." if field else "words."), at, at + 1)
        if field is None:
            return None
        kind = LexemeKind.QUOTED if isinstance(field, TextField) else LexemeKind.VALUE
        return Lexeme(kind, self._text[at + 1 :].strip(), self._at, len(self._text), field)

    def _symbol(self, field: QueryField | None, at: int) -> Lexeme | None:
        """Read a document symbol, with a session or year in parentheses where it has one."""
        if field not in (None, ExactField.SYMBOL, ExactField.CITES):
            return None
        match = _SYMBOL.match(self._text, at)
        if match is None:
            return None
        run = RUN.match(self._text, at)
        for end in (match.end(), match.start() + len(match[0].split("(")[0].rstrip()), run.end() if run else at):
            symbol = canonical(self._text[at:end])
            if symbol is not None:
                return Lexeme(LexemeKind.VALUE if field else LexemeKind.SYMBOL, symbol, self._at, end, field)
        return None

    def _unnamed(self) -> Lexeme | None:
        """Read a run of characters; one that looks like a field and is none is read up to its colon."""
        unknown = _UNKNOWN_FIELD.match(self._text, self._at)
        if unknown:
            message = f"There is no field called {unknown[1]}; it is searched as a word."
            self._note(NoteKind.REPAIRED, message, self._at, unknown.end())
        return self._run(None, self._at)

    def _run(self, field: QueryField | None, at: int) -> Lexeme | None:
        match = RUN.match(self._text, at)
        if match is None:
            return None
        text, end = _ASTERISKS.sub("*", match[0].lstrip("*")), match.end()
        similar = _SIMILAR.match(self._text, end)
        if similar and "*" not in text:
            distance = int(similar[1] or 1)
            return Lexeme(LexemeKind.FUZZY, text, self._at, similar.end(), field, distance)
        if similar:
            message = "A word is searched with * or with ~, not with both; ~ is passed over."
            self._note(NoteKind.REPAIRED, message, *similar.span())
            end = similar.end()
        if "*" in text.rstrip("*"):
            return Lexeme(LexemeKind.WILDCARD, text, self._at, end, field)
        kind = LexemeKind.PREFIX if text.endswith("*") else LexemeKind.WORDS
        return Lexeme(kind, text.rstrip("*"), self._at, end, field)

    def _note(self, kind: NoteKind, message: str, start: int, end: int) -> None:
        self.notes.append(QueryNote(kind, message, start, end))


_WITH_TEXT: Final = frozenset(
    (
        LexemeKind.WORDS,
        LexemeKind.PREFIX,
        LexemeKind.WILDCARD,
        LexemeKind.FUZZY,
        LexemeKind.QUOTED,
        LexemeKind.VALUE,
    )
)
