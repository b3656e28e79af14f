"""What sentences name: every example of the word lists is a test."""

from __future__ import annotations

import pytest

from verifier.reading.facts.mentions import named_things, names
from verifier.reading.facts.remedies import Remedy, remedy_of

EXAMPLES = [(n.name, s) for n in named_things() for s in n.examples]
COUNTER_EXAMPLES = [(n.name, s) for n in named_things() for s in n.counter_examples]


@pytest.mark.parametrize(("thing", "sentence"), EXAMPLES)
def test_example_names_it(thing: str, sentence: str) -> None:
    assert names(thing, sentence) is not None


@pytest.mark.parametrize(("thing", "sentence"), COUNTER_EXAMPLES)
def test_counter_example_does_not(thing: str, sentence: str) -> None:
    assert names(thing, sentence) is None


@pytest.mark.parametrize(
    ("clause", "remedy"),
    [
        ("U kunt binnen zes weken beroep instellen bij de rechtbank Limburg. Bezwaar maken is niet mogelijk.",
         Remedy(True, True, False, True, False)),
        ("Binnen 6 weken kan beroep worden ingesteld bij de rechtbank; er hoeft niet eerst bezwaar te worden gemaakt.",
         Remedy(True, True, False, True, False)),
        ("Tegen dit besluit staat beroep open bij de rechtbank Gelderland.", Remedy(True, True, False, False, False)),
        ("U kunt binnen vier weken beroep instellen bij de rechtbank. Het beroep schorst de tien dagen niet.",
         Remedy(True, True, False, False, True)),
        ("Stuur binnen zes weken een bezwaarschrift naar het college. Vraag een voorlopige voorziening bij de rechtbank Limburg.",
         Remedy(False, False, True, True, False)),
        ("Beroep staat binnen zes weken open bij de rechtbank Limburg, en de voorzieningenrechter kan een voorlopige voorziening treffen.",
         Remedy(True, True, False, True, False)),
        ("U kunt binnen zes weken in beroep.", Remedy(True, False, False, True, False)),
    ],
)  # fmt: skip
def test_remedy(clause: str, remedy: Remedy) -> None:
    assert remedy_of([clause]) == remedy
