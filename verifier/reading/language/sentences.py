"""Sentence boundaries for official Dutch: a spaCy component that knows abbreviations, initials, clock times and numbered lists."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

_OPENING = "\"'“‘„«([<*–—-•▸☒☐"
_CLOSING = "\"'”’»)]"
_ENDS = {".", "!", "?", "..", "...", "…", ".)", "!!", "?!"}
_INITIAL = re.compile(r"^(?:[A-ZÀ-Þ]|Chr|Ch|IJ|Ij|Ph|Th|Tj|Jr|St|Fr)$")
_ENUMERATOR = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4}|[A-Z])$")


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations, in lower case without their closing point, after which a point does not close a sentence."""
    lines = (files(__package__) / "afkortingen.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


@Language.component("zinsgrenzen")
def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` on every token; a line break always starts a sentence."""
    for token in doc:
        token.is_sent_start = token.i == 0 or _starts(token)
    return doc


def _starts(token: Token) -> bool:
    before = token.nbor(-1)
    if "\n" in before.text:
        return True
    if token.is_space or token.text in _CLOSING or token.text in _ENDS:
        return False
    last, i = before, before.i
    while i > 0 and (last.text in _CLOSING or last.is_space) and last.i > 0:
        i -= 1
        last = token.doc[i]
    if not _closes(last) or (last is before and not before.whitespace_):
        return False
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPENING


def _closes(token: Token) -> bool:
    """Whether the token can end a sentence."""
    text = token.text
    if text in _ENDS:
        if token.i == 0 or text != ".":
            return True
        word = token.nbor(-1)
        return bool(token.nbor(-1).whitespace_) or not _is_abbreviation(word.text) and not _opens_list(word)
    if len(text) > 1 and text[-1] in ".!?":
        return not _is_abbreviation(text[:-1])
    return False


def _is_abbreviation(word: str) -> bool:
    if _INITIAL.match(word) or word.lower() in abbreviations():
        return True
    return bool(re.fullmatch(r"(?:[A-Za-zÀ-ÿ]{1,2}\.)+[A-Za-zÀ-ÿ]{1,3}", word))


def _opens_list(word: Token) -> bool:
    """A number or letter that opens an item ("3." or "b."), at the start of a line or sentence."""
    if not _ENUMERATOR.match(word.text):
        return False
    return word.i == 0 or "\n" in word.nbor(-1).text or word.nbor(-1).text in _ENDS | {":", ";"}


@cache
def pipeline() -> Language:
    """The one Dutch pipeline: tokenizer and sentence boundaries. Kept for the life of the process, never changed."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("zinsgrenzen")
    nlp.max_length = 5_000_000
    return nlp


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Character ranges of the sentences of a text, without surrounding white space."""
    spans = []
    for sentence in pipeline()(text).sents:
        raw = sentence.text
        start = sentence.start_char + len(raw) - len(raw.lstrip())
        end = sentence.start_char + len(raw.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
