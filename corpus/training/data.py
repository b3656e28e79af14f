"""What the scorer learns from: labelled sentences (one concept each), labelled papers (every line for every concept) and tops of pages.

A labelled paper is plain text: ``== kind`` begins a paper, ``@ part: name; name`` says who bears a part in it, ``## words`` is a heading,
every other line is one unit (a sentence or a form row), with what it carries behind it as ``{concept:over+ concept- regel:function+}``
(``+`` for ja, ``-`` for tegendeel; what is not named is nee). A top of a page is a JSON line with the kind of paper that begins there
(``soort``, or ``vervolg``) and its words (``tekst``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from verifier.reading.cast import Cast, in_parts
from verifier.reading.concepts.encoder import Shown
from verifier.reading.concepts.place import Place
from verifier.reading.concepts.reader import shown_as, shown_top

ANSWERS = ("ja", "tegendeel", "nee")
_LABELS = re.compile(r"\s*\{([^{}]*)\}\s*$")


@dataclass(frozen=True)
class Example:
    """A text with its answers; of the concepts of these ``families`` (the word before the colon, or "" for every concept that is
    neither ``regel`` nor ``soort``) those not among the answers are nee, of others nothing is known. ``in_parts`` is the text with the
    parts of the persons for their names, where it names one."""

    shown: Shown
    answers: dict[str, str] = field(default_factory=dict)
    families: tuple[str, ...] = ()
    in_parts: Shown | None = None


def family(key: str) -> str:
    """The family of a concept key: ``regel``, ``soort`` or ""."""
    name = key.split(":")[0]
    return name if name in ("regel", "soort") else ""


def sentences(paths: Iterable[Path]) -> Iterator[Example]:
    """The labelled sentences of the JSON-lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                d = json.loads(line)
                yield Example(shown_as(d["stuk"], Place(), d["tekst"]), {f"{d['concept']}:{d.get('over') or ''}": d["telt"]})


def papers(paths: Iterable[Path]) -> Iterator[Example]:
    """The lines of the labelled papers.

    Raises:
        ValueError: a label that is no ``concept[:over]`` followed by ``+`` or ``-``.
    """
    for path in paths:
        kind, place, cast, text = "overig", Place(), dict[str, tuple[str, ...]](), path.read_text(encoding="utf-8")
        families = ("", "regel") if "regel:" in text else ("",)
        for line in text.splitlines():
            if line.startswith("== "):
                kind, place, cast = line[3:].strip(), Place(), {}
            elif line.startswith("@ "):
                part, _, names = line[2:].partition(":")
                cast[part.strip()] = tuple(name.strip() for name in names.split(";"))
            elif line.startswith("## "):
                place = place.under(line[3:].strip())
            elif line.strip():
                words, labels = _LABELS.sub("", line).strip(), _LABELS.search(line)
                shown = shown_as(kind, place, words)
                changed = _in_parts(shown, cast)
                answers = dict(_answers(labels.group(1) if labels else "", path))
                yield Example(shown, answers, families, changed if changed != shown else None)
                place = place.after(words)


def _in_parts(shown: Shown, cast: Cast) -> Shown:
    change = in_parts(cast)
    return replace(shown, before=change(shown.before), text=change(shown.text))


def tops(paths: Iterable[Path]) -> Iterator[Example]:
    """The tops of pages of the JSON-lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                d = json.loads(line)
                yield Example(shown_top(d["tekst"]), {f"soort:{d['soort']}": "ja"}, ("soort",))


def _answers(labels: str, path: Path) -> Iterator[tuple[str, str]]:
    for label in labels.replace(",", " ").replace(";", " ").split():
        found = re.fullmatch(r"([a-z_0-9]+)(?::([a-z_]*))?([+-])", label)
        if found is None:
            raise ValueError(f"{path}: '{label}' is no label")
        yield f"{found[1]}:{found[2] or ''}", "ja" if found[3] == "+" else "tegendeel"
