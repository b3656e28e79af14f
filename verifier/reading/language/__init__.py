"""Dutch as spaCy sees it here: the tokenizer of ``spacy.blank("nl")`` and sentence boundaries that survive official prose."""

from verifier.reading.language.sentences import sentence_spans

__all__ = ["sentence_spans"]
