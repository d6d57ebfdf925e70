"""Lexemes to balanced and bounded lexemes: every parenthesis has its partner, every operator its words."""

from dataclasses import dataclass, replace
from typing import Final

from indexer.model.results import NoteKind, QueryNote
from indexer.querylanguage.lexemes import JOINERS, NEGATIONS, OPERANDS, Lexeme, LexemeKind

MOST_CLAUSES: Final = 32


@dataclass(frozen=True, slots=True)
class Repaired:
    """Lexemes that can be parsed without a fault, and what was done to them."""

    lexemes: list[Lexeme]
    notes: list[QueryNote]


def repaired(lexemes: list[Lexeme], deepest: int) -> Repaired:
    """Return the lexemes with parentheses balanced, lone operators as words, and not too many of them."""
    notes: list[QueryNote] = []
    balanced = _balanced(_not_too_deep(lexemes, deepest, notes), notes)
    return Repaired(_not_too_many(_joined(balanced, notes), notes), notes)


def _not_too_deep(lexemes: list[Lexeme], deepest: int, notes: list[QueryNote]) -> list[Lexeme]:
    """Pass over the parentheses that stand in too many others."""
    kept: list[Lexeme] = []
    depth = 0
    for lexeme in lexemes:
        if lexeme.kind is LexemeKind.OPEN:
            depth += 1
            if depth == deepest + 1 and not notes:
                message = f"Parentheses are read {deepest} deep at most; those further in are passed over."
                notes.append(QueryNote(NoteKind.BOUND, message, lexeme.start, lexeme.end))
        if depth <= deepest or lexeme.kind not in (LexemeKind.OPEN, LexemeKind.CLOSE):
            kept.append(lexeme)
        if lexeme.kind is LexemeKind.CLOSE:
            depth = max(depth - 1, 0)
    return kept


def _balanced(lexemes: list[Lexeme], notes: list[QueryNote]) -> list[Lexeme]:
    """Drop what closes nothing and what holds nothing; close at the end what is still open."""
    kept: list[Lexeme] = []
    opened: list[Lexeme] = []
    for lexeme in lexemes:
        if lexeme.kind is LexemeKind.OPEN:
            opened.append(lexeme)
            kept.append(lexeme)
        elif lexeme.kind is not LexemeKind.CLOSE:
            kept.append(lexeme)
        elif opened:
            opened.pop()
            _close(kept, lexeme)
        else:
            message = f"The parenthesis at character {lexeme.start + 1} closes nothing and is passed over."
            notes.append(QueryNote(NoteKind.REPAIRED, message, lexeme.start, lexeme.end))
    for lexeme in reversed(opened):
        place = lexeme.end - 1
        message = f"The parenthesis at character {place + 1} is not closed; it is read as closed at the end."
        notes.append(QueryNote(NoteKind.REPAIRED, message, place, lexeme.end))
        _close(kept, Lexeme(LexemeKind.CLOSE, ")", lexeme.end, lexeme.end))
    return kept


def _close(kept: list[Lexeme], closing: Lexeme) -> None:
    """Close a group, without the signs that have nothing after them; an empty one goes, with what would deny it."""
    while kept[-1].kind in JOINERS | {LexemeKind.MINUS} and not kept[-1].text.isalpha():
        kept.pop()
    if kept[-1].kind is not LexemeKind.OPEN:
        kept.append(closing)
        return
    kept.pop()
    while kept and kept[-1].kind in NEGATIONS:
        kept.pop()


def _joined(lexemes: list[Lexeme], notes: list[QueryNote]) -> list[Lexeme]:
    """Put words for operators that have nothing to join, and drop minus signs before nothing."""
    kept: list[Lexeme] = []
    for position, lexeme in enumerate(lexemes):
        if lexeme.kind not in JOINERS | NEGATIONS or _has_both_sides(kept, lexeme, lexemes[position + 1 :]):
            kept.append(lexeme)
        elif lexeme.text.isalpha():
            message = f"{lexeme.text} at character {lexeme.start + 1} joins nothing; it is searched as a word."
            notes.append(QueryNote(NoteKind.REPAIRED, message, lexeme.start, lexeme.end))
            kept.append(replace(lexeme, kind=LexemeKind.WORDS, text=lexeme.text.lower()))
    return kept


def _has_both_sides(before: list[Lexeme], lexeme: Lexeme, after: list[Lexeme]) -> bool:
    begins = next((other.kind for other in after if other.kind not in NEGATIONS), None)
    if begins not in OPERANDS and begins is not LexemeKind.OPEN:
        return False
    return lexeme.kind in NEGATIONS or (bool(before) and before[-1].kind in OPERANDS | {LexemeKind.CLOSE})


def _not_too_many(lexemes: list[Lexeme], notes: list[QueryNote]) -> list[Lexeme]:
    operands = [position for position, lexeme in enumerate(lexemes) if lexeme.kind in OPERANDS]
    if len(operands) <= MOST_CLAUSES:
        return lexemes
    cut = operands[MOST_CLAUSES]
    start = lexemes[cut].start
    message = f"Only the first {MOST_CLAUSES} words and fields are searched, up to character {start}."
    notes.append(QueryNote(NoteKind.BOUND, message, start, lexemes[-1].end))
    kept = lexemes[:cut]
    while kept[-1].kind not in OPERANDS | {LexemeKind.CLOSE}:
        kept.pop()
    open_groups = sum((lexeme.kind is LexemeKind.OPEN) - (lexeme.kind is LexemeKind.CLOSE) for lexeme in kept)
    return kept + [Lexeme(LexemeKind.CLOSE, ")", start, start)] * open_groups
