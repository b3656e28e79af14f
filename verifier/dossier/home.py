"""The home a ban holds for, as all papers of a case give it: the address of the order, and other numbers in the same street."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.reading.facts.addresses import Address, find_addresses, numbers_in_street
from verifier.reading.facts.model import Decision, Stated
from verifier.reading.paper import Paper, Passage

_LIVES = re.compile(r"\b(?:woning|adres|wonende|woont|wonen|woonachtig|perceel|ingeschreven|plaats delict)\b", re.I)
_NEXT_DOOR = re.compile(r"\b(?:buur\w*|overbuur\w*|tegenover|naast|getuige)\b", re.I)
"""Words before a house number that is that of somebody else in the street."""
Found = tuple[str, Passage]


def home_of(papers: Sequence[Paper], order: Decision | None) -> Stated[str] | None:
    """The address of the order with what other papers give for the same home, or where the order gives none that of the others."""
    others = [p for i, p in enumerate(papers) if not p.draft and (order is None or i != order.paper) and not p.kind.startswith(("mandaat", "verzoek", "verweer"))]
    if order is None or order.address is None:
        told = [(address.shown(), passage) for address, passage in _lived_at(others)]
        return Stated(told[0][0], tuple(p for v, p in told if v == told[0][0])[:3]) if told else None
    own = next(find_addresses(order.address.value), None)
    if own is None:
        return order.address
    numbers = list(_numbers(others, own))
    confirming, deviating = ([f for f in numbers if (f[0] == own.key[1]) is same] for same in (True, False))
    also = {n: tuple(p for m, p in deviating if m == n) for n, _ in deviating}
    return replace(
        order.address, passages=(*order.address.passages, *(p for _, p in confirming[:3])),
        also=(*order.address.also, *((f"{own.street} {number}", found) for number, found in also.items())),
    )


def _lived_at(papers: Sequence[Paper]) -> Iterator[tuple[Address, Passage]]:
    for paper in papers:
        for unit in paper.units:
            if "persoon_uhg" in unit.does or _LIVES.search(unit.text):
                for address in find_addresses(unit.text):
                    passage = paper.passage(unit.start, unit.end)
                    if passage and not _NEXT_DOOR.search(unit.text[: address.start]):
                        yield address, passage


def _numbers(papers: Sequence[Paper], own: Address) -> Iterator[Found]:
    """The house numbers that other papers give for a home in the street, those of neighbours left out."""
    for paper in papers:
        for unit in paper.units:
            if unit.function in ("preprinted", "party", "heading") or not ("persoon_uhg" in unit.does or _LIVES.search(unit.text)):
                continue
            passage = paper.passage(unit.start, unit.end)
            for start, number in numbers_in_street(unit.text, own.street):
                if passage and not _NEXT_DOOR.search(unit.text[max(0, start - 60) : start]):
                    yield number, passage
