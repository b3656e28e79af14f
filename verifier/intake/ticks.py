"""Tick boxes and struck words: from characters, from drawn squares, and from lines drawn through words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.intake.document import Box, Tick, Word
from verifier.intake.piece import Piece, Rule, Square, centre, middle, overlap

_TICKED = frozenset("☒☑✓✔✗✘☓⊠■🗹🗷\uf0fe\uf0fd\uf078\uf052\uf053\uf0fc\uf0fb\uf0a2\uf06e")
_UNTICKED = frozenset("☐□▢⬜❑❏❐⊡◻\uf0a8\uf06f\uf071\uf072\uf0a1")
_TYPED = re.compile(r"[\[(]\s*([xXvV✓✗×]?)\s*[\])]")
_MARK = re.compile(r"[xXvV×✓✗✘√]$")
_GLUED = re.compile(r"^([☒☑☐□■✓✔✗✘]|\[[xXvV ]?\])(\w.*)$", re.DOTALL)


def tick_of(text: str) -> Tick | None:
    """The state of a tick box that is written as ``text``, None when it is none."""
    if text in _TICKED:
        return "ticked"
    if text in _UNTICKED:
        return "unticked"
    typed = _TYPED.fullmatch(text)
    if typed:
        return "ticked" if typed.group(1) else "unticked"
    return None


def mark_words(words: Sequence[Word]) -> list[Word]:
    """Words without geometry with their ticks set: ``[``, ``]`` and ``[ x ]`` over several words become one word."""
    out: list[Word] = []
    at = 0
    while at < len(words):
        word, taken = _typed_box(words, at)
        out.append(word)
        at += taken
    return out


def _typed_box(words: Sequence[Word], at: int) -> tuple[Word, int]:
    word = words[at]
    if word.text in ("[", "("):
        closing = "]" if word.text == "[" else ")"
        for taken in (2, 3):
            last = words[at + taken - 1] if at + taken <= len(words) else None
            between = words[at + 1].text if taken == 3 and last else ""
            if last and last.text == closing and (taken == 2 or _MARK.fullmatch(between)):
                text = " ".join(part.text for part in words[at : at + taken])
                return replace(word, text=text, tick="ticked" if between else "unticked", box=_around(word, last)), taken
    tick = tick_of(word.text)
    return (replace(word, tick=tick) if tick else word), 1


def _around(first: Word, last: Word) -> Box | None:
    if first.box is None or last.box is None:
        return None
    return Box(first.box.x0, min(first.box.top, last.box.top), last.box.x1, max(first.box.bottom, last.box.bottom))


def split_glued(text: str) -> tuple[str, str] | None:
    """``☒ja`` as ``☒`` and ``ja``; None when nothing is glued on."""
    match = _GLUED.match(text)
    return (match.group(1), match.group(2)) if match else None


def mark_ticks(pieces: Sequence[Piece], squares: Sequence[Square]) -> list[Piece]:
    """The pieces with tick characters marked, and a drawn word added for every drawn square that is a tick box."""
    out = _typed(_unglue(pieces))
    for square in squares:
        inside = [piece for piece in out if _holds(square.box, piece.box)]
        if any(piece.word.tick for piece in inside):
            continue
        if any(not _MARK.fullmatch(piece.word.text) for piece in inside) or not _beside_text(square.box, out):
            continue
        ticked = square.ticked or bool(inside)
        word = Word("☒" if ticked else "☐", square.box, 1.0, _order_at(square.box, out), drawn=True, tick="ticked" if ticked else "unticked")
        out = [replace(p, word=replace(p.word, tick="ticked")) if p in inside else p for p in out] if inside else [*out, Piece(word, square.box)]
    return out


def _unglue(pieces: Sequence[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for piece in pieces:
        parts = split_glued(piece.word.text)
        if parts is None:
            out.append(piece)
            continue
        box, share = piece.box, len(parts[0]) / len(piece.word.text)
        cut = box.x0 + (box.x1 - box.x0) * share
        for text, part in ((parts[0], Box(box.x0, box.top, cut, box.bottom)), (parts[1], Box(cut, box.top, box.x1, box.bottom))):
            out.append(replace(piece, word=replace(piece.word, text=text, box=part), box=part))
    return out


def _typed(pieces: Sequence[Piece]) -> list[Piece]:
    """Set ticks by character; ``[`` and ``]`` that stand close together are one unticked box."""
    words = mark_words([piece.word for piece in pieces])
    out, at = [], 0
    for word in words:
        piece = pieces[at]
        box = word.box or piece.box
        if box.x1 < box.x0 or box.bottom - box.top > 3 * (piece.box.bottom - piece.box.top):
            box, word = piece.box, piece.word
        out.append(replace(piece, word=word, box=box))
        at += word.text.count(" ") + 1 if word.tick and " " in word.text else 1
    return out


def _holds(square: Box, box: Box) -> bool:
    return square.x0 - 2 <= centre(box) <= square.x1 + 2 and square.top - 3 <= middle(box) <= square.bottom + 3 and box.x1 - box.x0 < 16


def _beside_text(square: Box, pieces: Sequence[Piece]) -> bool:
    """A tick box has words on its row, before it or close after it; a square on its own is an ornament."""
    return any(
        abs(middle(piece.box) - middle(square)) < 9 and (0 <= square.x0 - piece.box.x1 < 450 or -2 < piece.box.x0 - square.x1 < 60)
        for piece in pieces
    )


def _order_at(square: Box, pieces: Sequence[Piece]) -> int:
    """The order of the word that follows the square on its row."""
    right = [p for p in pieces if abs(middle(p.box) - middle(square)) < 8 and p.box.x0 >= square.x1 - 2]
    return min(right, key=lambda p: p.box.x0).word.order if right else 0


def strike_out(pieces: Sequence[Piece], rules: Sequence[Rule]) -> tuple[list[Piece], list[Rule]]:
    """Words with a level line through their middle become struck; those lines are no rules of a table."""
    level = [rule for rule in rules if rule.horizontal]
    if not level:
        return list(pieces), list(rules)
    struck: set[int] = set()
    used: set[Rule] = set()
    for at, piece in enumerate(pieces):
        for rule in level:
            if _crosses(rule, piece.box):
                struck.add(at)
                used.add(rule)
    out = [replace(p, word=replace(p.word, struck=True)) if at in struck else p for at, p in enumerate(pieces)]
    return out, [rule for rule in rules if rule not in used]


def _crosses(rule: Rule, box: Box) -> bool:
    height, width = box.bottom - box.top, box.x1 - box.x0
    return box.top + 0.36 * height < rule.at < box.top + 0.72 * height and overlap(rule.start, rule.end, box.x0, box.x1) > 0.6 * width
