"""From a delivered file to the papers in it: their kind, date and units."""

from verifier.reading.papers.split import papers_of

__all__ = ["papers_of"]
