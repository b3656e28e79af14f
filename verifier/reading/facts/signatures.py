"""Who signed a decision or a form, in what capacity and on whose behalf: the block under the closing formula."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.reading.facts.model import Signature, SignerRole
from verifier.reading.facts.names import find_names, roles, tidy
from verifier.reading.paper import Paper, Passage, Unit

_CLOSING = re.compile(r"namens de(?:ze|zen)?\b|de (?:loco-?|wnd\.? |waarnemend )?burgemeester (?:van|voornoemd)|hoogachtend|"
                      r"vriendelijke groet|aldus|ondertekening|getekend", re.I)
_RECEIPT = re.compile(r"ontvangst|ontvangen|rechtsmiddel|^\W*kennisgeving", re.I)
_SIGN_ROW = re.compile(r"^\W*(?:\d{1,2}[.)]?\s*)?(?:ondertekening|handtekening|getekend|naam (?:en handtekening )?(?:van de )?(?:hovj|hulpofficier))", re.I)
_DOTTED = re.compile(r"_{4,}|\.{5,}|…{2,}|(?:handtekening|ondertekening)\W*(?:niet ingevuld)?\W*$", re.I)
_FORMULA = re.compile(r"(?:voor en )?namens (?:de )?burgemeester(?: van(?: de gemeente)? [\w’'-]+)?|"
                      r"de burgemeester(?: van(?: de gemeente)? [\w’'-]+)?,?\s*(?:namens|voor) deze", re.I)
_ORDER: tuple[SignerRole, ...] = ("hovj", "locoburgemeester", "burgemeester", "anders")
SERVED = re.compile(r"uitgereikt|uitreiking|overhandigd|ter hand gesteld|betekend", re.I)
"""Words that open a service block, where the signature block ends."""


def role_in(text: str) -> SignerRole | None:
    """The capacity that words beside a name give."""
    folded = text.lower()
    for role in _ORDER:
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded) for form in roles()[role]):
            return role
    return None


def signature_of(paper: Paper) -> Signature:
    """The block under the closing formula, read from the end of the paper."""
    body = [u for u in paper.units if u.function not in ("preprinted", "remedy")]
    starts = [i for i, u in enumerate(body) if _closes(u)]
    blocks = [_block(body, i, set(starts)) for i in reversed(starts)]
    if not blocks:
        return Signature(None, None, False)
    empty = blocks[0] if any(_DOTTED.search(u.text) for u in blocks[0]) else None
    block = empty or next((b for b in blocks if any(True for u in b for _ in find_names(u.text))), blocks[0])
    text = "\n".join(_without_formula(u.text) for u in block)
    named = [(u, n) for u in block for n in find_names(u.text)]
    passage = paper.passage(block[0].start, block[-1].end)
    behalf = next((paper.passage(u.start, u.end) for u in block if _behalf(u.text)), None)
    if not named:
        number = re.search(r"\b\d{5,6}\b", text)
        return Signature(None, _capacity(text, behalf) if number else None, bool(number), passage, behalf)
    unit, name = max(named, key=lambda pair: (_capacity(pair[0].text, behalf) is not None, len(pair[1].name)))
    at = block.index(unit)
    beside = _capacity(unit.text, behalf) or _capacity("\n".join(u.text for u in block[at : at + 2]), behalf)
    return Signature(tidy(name.name), beside or _capacity(text, behalf), True, paper.passage(unit.start, unit.end), behalf)


def _closes(unit: Unit) -> bool:
    """Whether a unit is where a signature block begins: a closing formula, or a form row for the signature."""
    signs = _SIGN_ROW.match(unit.label or unit.text)
    return bool(signs and len(unit.text) < 400) or bool(_CLOSING.search(unit.text) and len(unit.text) < 160)


def _without_formula(text: str) -> str:
    """The words of a block without the mayor on whose behalf it is signed, who is not the one who signs."""
    return _FORMULA.sub("", text)


def _capacity(text: str, behalf: Passage | None) -> SignerRole | None:
    """The capacity that words of the block give whoever signs; nobody signs as the mayor on the mayor's behalf."""
    role = role_in(_without_formula(text))
    return None if role == "burgemeester" and behalf else role


def _block(body: Sequence[Unit], start: int, starts: set[int]) -> Sequence[Unit]:
    """The units of one signature block: from its first closing formula to the service block or seven units on."""
    first = start
    while first - 1 in starts:
        first -= 1
    block = body[first : start + 7]
    cut = next((i for i, u in enumerate(block) if i and (SERVED.search(u.text) or _RECEIPT.search(u.text))), len(block))
    return block[:cut]


def _behalf(text: str) -> bool:
    return any(form in text.lower() for form in roles()["namens"])
