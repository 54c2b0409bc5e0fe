"""The trained network as an 8-bit ONNX graph with what TypeScript needs beside it.

8 bits: the linear layers of the encoder, weights per channel and in 7 bits (AVX2 without VNNI adds
two products of bytes in 16 bits, which full range overflows), activations as they come; the word
vectors, a scale a row. Heads stay in float, and so do queries, keys and values: names suffer most
from rounding, and of all layers these give most back for their size (docs/benchmarks.md).
"""

import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .examples import NAME_LABELS, ROLE_LABELS
from .network import Network

OUTPUTS = ["upos", "ends", "names", "tags", "events", "arcs",
           "dependents", "heads", "dependentBiases", "headBiases"]


class ByteWords(nn.Module):
    """An embedding of bytes with a scale a row."""

    def __init__(self, weight: Tensor):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("bytes", (weight / scale).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        return self.bytes[pieces].to(torch.float32) * self.scale[pieces]


def to_onnx(network: Network, path: Path) -> None:
    example = (torch.randint(0, 1000, (2, 24)), torch.ones(2, 24, dtype=torch.int64), torch.arange(1, 21).repeat(2, 1))
    batch, pieces, words = (torch.export.Dim(name) for name in ("batch", "pieces", "words"))
    torch.onnx.export(
        network, example, path, input_names=["pieces", "shapes", "firsts"], output_names=OUTPUTS, opset_version=20,
        dynamic_shapes=({0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: words}), dynamo=True, external_data=False,
    )


def export(network: Network, vocabularies: dict, vocabulary: Path, folder: Path, whole: Path) -> None:
    """Writes reader.onnx (8-bit), labels.json and vocab.txt to `folder`, and the graph in float as `whole`."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    to_onnx(network, whole)
    words = network.encoder.words
    network.encoder.words = ByteWords(words.weight.data)
    bytes_only = folder / "bytes.onnx"
    to_onnx(network, bytes_only)
    network.encoder.words = words
    quantize_dynamic(
        bytes_only, folder / "reader.onnx", op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8, nodes_to_exclude=float_nodes(bytes_only),
    )
    bytes_only.unlink()
    relation = network.relation_weight
    labels = {
        "upos": vocabularies["upos"], "deprels": vocabularies["deprels"], "names": NAME_LABELS, "tags": ROLE_LABELS,
        "tagStarts": rounded(network.starts), "tagTransitions": rounded(network.transitions),
        "relationWeights": rounded(relation.weight), "relationBiases": rounded(relation.bias),
    }
    (folder / "labels.json").write_text(json.dumps(labels, separators=(",", ":")) + "\n", encoding="utf-8")
    (folder / "vocab.txt").write_bytes(vocabulary.read_bytes())


def rounded(values: Tensor) -> list:
    return json.loads(json.dumps(values.tolist()), parse_float=lambda number: round(float(number), 5))


def float_nodes(path: Path) -> list[str]:
    """Multiplications that stay in float: the heads', after the gathering of the words' vectors, and
    those that make queries, keys and values at once, three times as wide as what comes in."""
    graph = onnx.load(path).graph
    tripling = {weight.name for weight in graph.initializer if len(weight.dims) == 2 and weight.dims[1] == 3 * weight.dims[0]}
    gather = next(index for index, node in enumerate(graph.node) if node.op_type == "GatherElements")
    return [
        node.name for index, node in enumerate(graph.node)
        if node.op_type in {"MatMul", "Gemm"} and (index > gather or tripling.intersection(node.input))
    ]
