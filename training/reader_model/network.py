"""The reader's network: a BERT encoder with letter shapes, and one head a layer.

Shapes: B windows, P pieces, W words. Word vectors are those of a word's first piece.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

SHAPES = 15


@dataclass(frozen=True)
class Size:
    layers: int
    width: int = 384
    heads: int = 12
    inner: int = 1536
    arc: int = 192
    relation: int = 128


class Layer(nn.Module):
    """A post-norm transformer layer (Vaswani et al. 2017) as BERT has it."""

    def __init__(self, size: Size, dropout: float):
        super().__init__()
        self.heads, self.dropout = size.heads, dropout
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, pieces, width = x.shape
        q, k, v = self.qkv(x).view(batch, pieces, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads)
        if mask is not None:
            scores = scores + mask
        attended = (F.dropout(scores.softmax(-1), self.dropout, self.training) @ v).transpose(1, 2).reshape(batch, pieces, width)
        x = self.norm1(x + F.dropout(self.out(attended), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, size: Size, vocabulary: int, positions: int, dropout: float, shapes: bool):
        super().__init__()
        self.words = nn.Embedding(vocabulary, size.width)
        self.positions = nn.Embedding(positions, size.width)
        self.shapes = nn.Embedding(SHAPES, size.width)
        nn.init.zeros_(self.shapes.weight)
        self.use_shapes = shapes
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = dropout

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        if self.use_shapes:
            x = x + self.shapes(shapes)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_base(self, path: Path) -> None:
        """Weights of a BERT checkpoint in safetensors; its segment 0 is folded into the positions."""
        base = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
        self.words.weight.data = base["embeddings.word_embeddings.weight"].clone()
        segment = base["embeddings.token_type_embeddings.weight"][0]
        self.positions.weight.data = base["embeddings.position_embeddings.weight"][: self.positions.num_embeddings] + segment
        self._copy(self.norm, base, "embeddings.LayerNorm")
        for index, layer in enumerate(self.layers):
            at = f"encoder.layer.{index}."
            parts = [(base[f"{at}attention.self.{name}.weight"], base[f"{at}attention.self.{name}.bias"]) for name in ("query", "key", "value")]
            layer.qkv.weight.data = torch.cat([weight for weight, _ in parts])
            layer.qkv.bias.data = torch.cat([bias for _, bias in parts])
            self._copy(layer.out, base, at + "attention.output.dense")
            self._copy(layer.norm1, base, at + "attention.output.LayerNorm")
            self._copy(layer.up, base, at + "intermediate.dense")
            self._copy(layer.down, base, at + "output.dense")
            self._copy(layer.norm2, base, at + "output.LayerNorm")

    @staticmethod
    def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
        module.weight.data = base[name + ".weight"].clone()
        module.bias.data = base[name + ".bias"].clone()


class Network(nn.Module):
    """What `forward` gives for W words: see OUTPUTS in export.py, in the same order."""

    def __init__(self, size: Size, counts: dict[str, int], vocabulary: int, positions: int, dropout: float, shapes: bool = True):
        super().__init__()
        self.encoder = Encoder(size, vocabulary, positions, dropout, shapes)
        width = size.width
        self.drop = nn.Dropout(dropout)
        self.upos = nn.Linear(width, counts["upos"])
        self.ends = nn.Linear(width, 1)
        self.names = nn.Linear(width, counts["names"])
        self.tags = nn.Linear(width, counts["tags"])
        self.events = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 2))
        # Biaffine arcs (Dozat & Manning 2017). Their labels are scored as a product of factors, so that
        # a label can be scored for the one head that the tree keeps.
        self.arc_dependent = nn.Linear(width, size.arc)
        self.arc_head = nn.Linear(width, size.arc)
        self.arc_weight = nn.Parameter(torch.empty(size.arc, size.arc + 1))
        nn.init.normal_(self.arc_weight, std=0.05)
        self.relation_dependent = nn.Linear(width, size.relation)
        self.relation_head = nn.Linear(width, size.relation)
        self.relation_weight = nn.Linear(size.relation, counts["deprels"])
        self.relation_dependent_bias = nn.Linear(width, counts["deprels"])
        self.relation_head_bias = nn.Linear(width, counts["deprels"])
        # Linear-chain transitions of the attribution tags (Lafferty et al. 2001).
        self.transitions = nn.Parameter(torch.zeros(counts["tags"], counts["tags"]))
        self.starts = nn.Parameter(torch.zeros(counts["tags"]))

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """pieces, shapes: [B, P]; firsts: [B, W]; mask: [B, 1, 1, P], added to attention scores."""
        x = self.drop(self.encoder(pieces, shapes, mask))
        index = firsts.unsqueeze(-1).expand(-1, -1, x.shape[-1])
        words = x.gather(1, index)
        # Position 0, which opens the window, stands for the root.
        heads = torch.cat([x[:, :1], words], 1)
        dependent = self.drop(F.gelu(self.arc_dependent(words)))
        head = self.drop(F.gelu(self.arc_head(heads)))
        arcs = (dependent @ self.arc_weight[:, :-1]) @ head.transpose(1, 2) + (head @ self.arc_weight[:, -1]).unsqueeze(1)
        relation_dependent = self.drop(F.gelu(self.relation_dependent(words)))
        relation_head = self.drop(F.gelu(self.relation_head(heads)))
        return (
            self.upos(words), self.ends(words).squeeze(-1), self.names(words), self.tags(words), self.events(words),
            arcs, relation_dependent, relation_head,
            self.relation_dependent_bias(words), self.relation_head_bias(heads),
        )

    def relations(self, dependent: Tensor, head: Tensor, dependent_bias: Tensor, head_bias: Tensor) -> Tensor:
        """Label scores of pairs: factors and biases of the dependents and of their heads, aligned."""
        return self.relation_weight(dependent * head) + dependent_bias + head_bias
