"""A BERT cross-encoder over a commitment and a sentence in its context.

Every piece carries a mark beside its word vector: which part it stands in (commitment, context, sentence)
and whom it names (nobody, the debtor, the creditor, another known actor); see src/match/pair-input.ts.
"""

import re
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

from reader_model.network import Layer, Size

MARKS = 16
POSITIONS = 192
EXIT = 4
BEARINGS = ["none", "breach", "performance"]
# Why a sentence bears on nothing, as the sheets say it.
REASONS = ["duty", "call", "plan-of-other", "other-actor", "other-topic", "before", "verdict", "filler"]
OUTPUTS = len(BEARINGS) + 2 + len(REASONS)


def attention_bias(mask: Tensor, like: Tensor) -> Tensor:
    return ((1.0 - mask.to(like.dtype)) * -1e4)[:, None, None, :]


def pooled(x: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
    """The first piece, and the mean of the sentence's pieces: what is said beside what it is said of."""
    told = ((marks >= 8) & (marks < 12) & (mask > 0)).to(x.dtype).unsqueeze(-1)
    return torch.cat([x[:, 0], (x * told).sum(1) / told.sum(1).clamp(min=1)], -1)


class PairReader(nn.Module):
    """[B, P] pieces and marks, mask [B, P] of 1 and 0 → [B, OUTPUTS]: logits of BEARINGS, factuality / 3, logit of direct, logits of REASONS.

    After the first `EXIT` layers a small head says already what a pair is about, so that most pairs need no more
    (early exit, Schwartz et al. 2020).
    """

    def __init__(self, layers: int = 12, vocabulary: int = 30522, dropout: float = 0.1):
        super().__init__()
        size = Size(layers=layers)
        width = size.width
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.marks = nn.Embedding(MARKS, width)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(layers))
        self.pool = nn.Linear(2 * width, width)
        self.head = nn.Linear(width, OUTPUTS)
        self.exit_pool = nn.Linear(2 * width, width)
        self.exit_head = nn.Linear(width, len(BEARINGS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the whole network says, and what the early head says [B, 3]."""
        hidden, early = self.lower(pieces, marks, mask)
        return self.upper(hidden, marks, mask), early

    def lower(self, pieces: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.marks(marks)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = attention_bias(mask, x)
        for layer in self.layers[:EXIT]:
            x = layer(x, bias)
        return x, self.exit_head(torch.tanh(self.exit_pool(pooled(x, marks, mask))))

    def upper(self, x: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        bias = attention_bias(mask, x)
        for layer in self.layers[EXIT:]:
            x = layer(x, bias)
        features = torch.tanh(self.pool(pooled(x, marks, mask)))
        return self.head(F.dropout(features, self.dropout, self.training))

    def load_base(self, path: Path) -> None:
        """Weights of a BERT graph in float ONNX (bge-small-en-v1.5); its segment 0 is folded into the positions."""
        graph = onnx.load(path).graph
        by_name = {weight.name: weight for weight in graph.initializer}
        used = {node.name: [name for name in node.input if name in by_name] for node in graph.node}

        def tensor(name: str) -> Tensor:
            return torch.from_numpy(np.array(numpy_helper.to_array(by_name[name])))

        def linear(at: str) -> tuple[Tensor, Tensor]:
            # Exported weights are transposed and anonymous; the node that multiplies tells whose they are.
            [weight] = used["/" + re.sub(r"\.(?!\d)", "/", at) + "/MatMul"]
            return tensor(weight).T.contiguous(), tensor(f"{at}.bias")

        def copy(module: nn.Module, weight: Tensor, bias: Tensor) -> None:
            assert module.weight.shape == weight.shape
            module.weight.data, module.bias.data = weight.clone(), bias.clone()

        self.words.weight.data = tensor("embeddings.word_embeddings.weight").clone()
        segment = tensor("embeddings.token_type_embeddings.weight")[0]
        self.positions.weight.data = tensor("embeddings.position_embeddings.weight")[:POSITIONS] + segment
        copy(self.norm, tensor("embeddings.LayerNorm.weight"), tensor("embeddings.LayerNorm.bias"))
        for index, layer in enumerate(self.layers):
            at = f"encoder.layer.{index}."
            parts = [linear(f"{at}attention.self.{name}") for name in ("query", "key", "value")]
            copy(layer.qkv, torch.cat([weight for weight, _ in parts]), torch.cat([bias for _, bias in parts]))
            copy(layer.out, *linear(at + "attention.output.dense"))
            copy(layer.norm1, tensor(at + "attention.output.LayerNorm.weight"), tensor(at + "attention.output.LayerNorm.bias"))
            copy(layer.up, *linear(at + "intermediate.dense"))
            copy(layer.down, *linear(at + "output.dense"))
            copy(layer.norm2, tensor(at + "output.LayerNorm.weight"), tensor(at + "output.LayerNorm.bias"))
