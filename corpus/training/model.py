"""The scorer as a torch module: a few encoder layers, and for each concept its own attention over the pieces."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from corpus.training.base import Base
from verifier.reading.concepts.vocabulary import Vocabulary

WIDTH, INNER, HEADS, EPSILON = 384, 1536, 12, 1e-12


class _Dropout(nn.Module):
    """Dropout with one mask for all pieces of a text (Gal and Ghahramani 2016): a mask for each piece costs an eighth of the training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        return x * F.dropout(x.new_ones(len(x), 1, x.shape[-1]), self.share) if self.training else x


class Layer(nn.Module):
    """One encoder layer with the weights of the base."""

    def __init__(self, base: Base, number: int) -> None:
        super().__init__()

        def linear(name: str, out: int, into: int) -> nn.Linear:
            made = nn.Linear(into, out)
            made.weight.data = torch.tensor(base.matrix(f"l{number}.{name}.w", out, into))
            made.bias.data = torch.tensor(base.floats(f"l{number}.{name}.b"))
            return made

        self.q, self.k, self.v, self.ao = (linear(n, WIDTH, WIDTH) for n in ("q", "k", "v", "ao"))
        self.fi, self.fo = linear("fi", INNER, WIDTH), linear("fo", WIDTH, INNER)
        self.aln, self.oln = norm_of(base, f"l{number}.aln"), norm_of(base, f"l{number}.oln")
        self.drop = _Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # written out: the fused form is five times slower backwards on a processor
        focus = split(self.q(x)) @ split(self.k(x)).transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        seen = focus.masked_fill(~mask[:, None, None, :], -1e4).softmax(-1) @ split(self.v(x))
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Scorer(nn.Module):
    """Logits of shape (texts, concepts, 3) for ja, tegendeel and nee."""

    def __init__(self, base: Base, layers: int, concepts: int, longest: int) -> None:
        super().__init__()
        words = base.matrix("emb.word", base.tensors["emb.word"][0] // WIDTH, WIDTH)
        self.emb = nn.Embedding.from_pretrained(torch.tensor(words), freeze=True)
        self.pos = nn.Parameter(torch.tensor(base.floats("emb.pos").reshape(-1, WIDTH)[:longest]))
        self.ttype = nn.Parameter(torch.tensor(base.floats("emb.type")[:WIDTH]))
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.ln = norm_of(base, "emb.ln")
        self.layers = nn.ModuleList(Layer(base, n) for n in range(layers))
        self.query = nn.Parameter(torch.randn(concepts, WIDTH) * 0.05)
        self.out = nn.Parameter(torch.randn(concepts, 3, WIDTH) * 0.02)
        self.bias = nn.Parameter(torch.zeros(concepts, 3))
        self.shared = nn.Linear(WIDTH, 3)
        self.drop, self.drop_in = nn.Dropout(0.15), nn.Dropout(0.1)

    def forward(self, ids: Tensor, starts: Tensor) -> Tensor:
        mask = ids != Vocabulary.PADDING
        own = torch.arange(ids.shape[1]) >= starts[:, None]
        x = self.drop_in(self.ln(self.emb(ids) + self.pos[: ids.shape[1]] + self.ttype + own[..., None] * self.segment))
        for layer in self.layers:
            x = layer(x, mask)
        focus = torch.einsum("kh,blh->bkl", self.query, x).masked_fill(~(mask & own)[:, None, :], -1e4).softmax(-1)
        pooled = self.drop(torch.einsum("bkl,blh->bkh", focus, x))
        return torch.einsum("bkh,kyh->bky", pooled, self.out) + self.bias + self.shared(pooled)


def norm_of(base: Base, name: str) -> nn.LayerNorm:
    """A layer norm with the weights of the base."""
    made = nn.LayerNorm(WIDTH, eps=EPSILON)
    made.weight.data, made.bias.data = torch.tensor(base.floats(f"{name}.w")), torch.tensor(base.floats(f"{name}.b"))
    return made
