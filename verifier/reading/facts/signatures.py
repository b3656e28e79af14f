"""Who signed a decision or a form, in what capacity and on whose behalf: the block under the closing formula."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.reading.facts.model import Signature, SignerRole
from verifier.reading.facts.names import find_names, roles, same_person, tidy
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
_BOARD = re.compile(r"\bburgemeester en wethouders\b|\bcollege van b\s?(?:en|&)\s?w\b", re.I)
_NO_PERSON = re.compile(r"mandaat|register|besluit|gemeente|politie", re.I)
_MARK = re.compile(
    r"\bw\.?\s?g\.|\bgetekend (?:met|door)\b|\bwas getekend\b|\(getekend\b|\bparaaf\b|\bhandtekening\b|\(get\.?\)|\b(?:elektronisch|digitaal) ondertekend\b",
    re.I,
)
_SURNAME = re.compile(
    r"(?:hulpofficier(?: van justitie)?|\bhovj|\bHOvJ)[ :,]+"
    r"(?!van\b|namens\b|te\b|(?:Datum|Naam|Handtekening|Paraaf|Functie|Tijd|Akkoord|Ja|Nee|Politie|Eenheid|District)\b)"
    r"(?:mr\. )?([A-ZÀ-Þ][a-zà-ž]+(?:-[A-ZÀ-Þ][a-zà-ž]+)?)\b|"
    r"^\W*(?:w\.g\. )?([A-ZÀ-Þ][a-zà-ž]+(?:-[A-ZÀ-Þ][a-zà-ž]+)?),\s+(?:inspecteur|hulpofficier|hovj|HOvJ|burgemeester|locoburgemeester)",
    re.M,
)
"""A surname without initials, next to the capacity of who bears it."""
_BEFORE, _SHORT, _LINE = 2, 160, 60
"""Units before a name in which service opens the block, or behind it in which the capacity stands; length up to which words on receipt are
such an opening; length of a line that gives a capacity."""
_FOR_THIS = re.compile(r"\bvoor dezen?\s+(?!de\b|hulp|hovj|w\.?g\b|\w\.)[a-z]")
_AFTER = 4
"""Units after the closing words in which the name of who signs can stand."""


def role_in(text: str) -> SignerRole | None:
    """The capacity that words beside a name give."""
    folded = _BOARD.sub("wethouder", text.lower())
    for role in _ORDER:
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded) for form in roles()[role]):
            return role
    return None


def signature_of(paper: Paper) -> Signature:
    """The block under the closing formula, read from the end of the paper."""
    read, worded = _read_blocks(paper), _worded_blocks(paper)
    # A block that was read but names nobody may be only part of the one that the closing words open.
    blocks = [*read, *worded] if read and not any(_named(b) for b in read) else read or worded
    if not blocks:
        return Signature(None, None, False)
    empty = blocks[0] if any(_DOTTED.search(u.text) for u in blocks[0]) else None
    block = empty or next((b for b in blocks if _named(b)), blocks[0])
    text = "\n".join(_without_formula(u.text) for u in block)
    named = [(u, n) for u in block for n in find_names(_without_formula(u.text)) if not _NO_PERSON.search(n.name)]
    passage = paper.passage(block[0].start, block[-1].end)
    behalf = next((paper.passage(u.start, u.end) for u in block if _behalf(u.text)), None)
    if not named:
        alone, number = surname_beside_role(text), re.search(r"\b\d{5,6}\b", text)
        signed = bool(alone or number or (_MARK.search(text) and not _DOTTED.search(text)))
        return Signature(alone, _capacity(text, behalf) if signed else None, signed, passage, behalf)
    unit, name = max(named, key=lambda pair: (_capacity(pair[0].text, behalf) is not None, len(pair[1].name)))
    at = block.index(unit)
    beside = _capacity(unit.text, behalf) or _capacity("\n".join(u.text for u in block[at : at + 2]), behalf)
    return Signature(tidy(name.name), beside or _capacity(text, behalf), True, paper.passage(unit.start, unit.end), behalf)


def surname_beside_role(text: str) -> str | None:
    """A surname without initials that stands next to a capacity: "hovj Jansen", "Jansen, hulpofficier"."""
    match = _SURNAME.search(text)
    return next((g for g in match.groups() if g), None) if match else None


def deciders(paper: Paper) -> tuple[tuple[SignerRole, Passage], ...]:
    """Who takes the decision by its heading and operative part: each capacity with its words (the mayor for whom is signed left out)."""
    found = ((role_in(_without_formula(u.text)), paper.passage(u.start, u.end)) for u in paper.units_that("besluitnemer"))
    return tuple((role, passage) for role, passage in found if role is not None and passage is not None)


def signers(paper: Paper) -> tuple[str, ...]:
    """Names of who drew up, signed or established a paper."""
    units = paper.units_that("steller", "ondertekening", "rihg_vastgesteld")
    return tuple(dict.fromkeys(tidy(n.name) for u in units if "uitreiking_moment" not in u.does for n in find_names(u.text)))


def same_signer(one: str, other: str) -> bool:
    """Whether two names are one person, also where the surname is too short to tell people apart by ("van Es")."""
    return tidy(one) == tidy(other) or same_person(one, other)


def _read_blocks(paper: Paper) -> list[Sequence[Unit]]:
    """The block read as the signature under the decision (not the one for receipt), with the units behind it where it names nobody."""
    body = [u for u in paper.units if u.function != "preprinted"]
    at = [i for i, u in enumerate(body) if "ondertekening" in u.does and not _for_receipt(body[max(0, i - _BEFORE) : i + 1])]
    blocks: list[Sequence[Unit]] = []
    while at:
        last = first = at.pop()
        while at and first - at[-1] <= 2:
            first = at.pop()
        while first and last - first < _AFTER and (_behalf(body[first - 1].text) or _closes(body[first - 1])) and not _receives(body[first - 1]):
            first -= 1  # the formula over a name belongs to it, read so or not
        last = next((i for i in range(last + 1, min(last + 1 + _BEFORE, len(body))) if _capacity_line(body[i])), last)
        block = body[first : last + 1]
        blocks.append(block if _named(block) else _until_service(body[first : last + 1 + _AFTER]))
    return blocks


def _capacity_line(unit: Unit) -> bool:
    """Whether a line under a name gives nothing but a capacity, whatever it was laid out as."""
    return len(unit.text) < _LINE and role_in(unit.text) is not None and not unit.text.endswith(".") and not _receives(unit) and not _named([unit])


def _named(block: Sequence[Unit]) -> bool:
    return any(True for u in block for _ in find_names(u.text))


def _for_receipt(units: Sequence[Unit]) -> bool:
    """Whether the last of some units signs for service or receipt: it does so itself, or stands behind that without closing words between."""
    opened = next((i for i, u in enumerate(units) if _receives(u)), len(units))
    return _receives(units[-1]) or any(True for _ in units[opened:-1]) and not any(_CLOSING.search(u.text) for u in units[opened + 1 :])


def _receives(unit: Unit) -> bool:
    """Whether a unit belongs to the block for service or receipt, where others sign."""
    return "uitreiking_moment" in unit.does or unit.function == "service" or bool(_RECEIPT.search(unit.text) and len(unit.text) < _SHORT)


def _worded_blocks(paper: Paper) -> list[Sequence[Unit]]:
    """The blocks that closing words open, the last first."""
    body = [u for u in paper.units if u.function not in ("preprinted", "remedy")]
    starts = [i for i, u in enumerate(body) if _closes(u)]
    return [_block(body, i, set(starts)) for i in reversed(starts)]


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
    return _until_service(body[first : start + 7])


def _until_service(block: Sequence[Unit]) -> Sequence[Unit]:
    cut = next((i for i, u in enumerate(block) if i and (SERVED.search(u.text) or _RECEIPT.search(u.text))), len(block))
    return block[:cut]


def _behalf(text: str) -> bool:
    """Whether words sign for the mayor; "voor deze" does so only where no noun follows ("voor deze verlenging")."""
    plain = _FOR_THIS.sub("", text.lower())
    return any(form in plain for form in roles()["namens"])
