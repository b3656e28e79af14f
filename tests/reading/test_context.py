"""The context component: every cue group by its own examples, and the ways Dutch denies."""

from __future__ import annotations

import pytest

from verifier.reading.context.component import cue_groups, read_context

EXAMPLES = [(g.name, text, True) for g in cue_groups() for text in g.examples] + [
    (g.name, text, False) for g in cue_groups() for text in g.counter_examples
]


@pytest.mark.parametrize(("group", "text", "found"), EXAMPLES)
def test_a_group_finds_its_examples_and_nothing_in_its_counter_examples(group: str, text: str, found: bool) -> None:
    assert any(c.group.name == group for c in read_context(text).cues) is found


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("Betrokkene is niet gehoord.", "gehoord", True),
        ("Van het horen is afgezien.", "horen", True),
        ("Het horen is achterwege gelaten.", "horen", True),
        ("Betrokkene is om 14.30 uur gehoord.", "gehoord", False),
        ("Hij sprak niet, maar zij is gehoord.", "gehoord", False),
    ],
)
def test_a_denial_reaches_to_the_clause_boundary(text: str, word: str, denied: bool) -> None:
    context = read_context(text)
    assert context.denied(context.words.index(word)) is denied
