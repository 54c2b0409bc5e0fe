"""The trained pair reader as an 8-bit ONNX graph, and word vectors cut down for the likeness of words."""

from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .network import PairReader

VECTOR_WIDTH = 96


class ByteWords(nn.Module):
    """An embedding of bytes with a scale a row."""

    def __init__(self, weight: Tensor):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("bytes", (weight / scale).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        return self.bytes[pieces].to(torch.float32) * self.scale[pieces]


class Unpadded(nn.Module):
    """One pair a run needs no mask."""

    def __init__(self, network: PairReader):
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, marks: Tensor) -> Tensor:
        return self.network(pieces, marks, torch.ones_like(pieces))


def to_onnx(network: PairReader, path: Path) -> None:
    pieces, marks = torch.randint(0, 1000, (2, 24)), torch.randint(0, 16, (2, 24))
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length")
    torch.onnx.export(
        Unpadded(network), (pieces, marks), path, input_names=["pieces", "marks"], output_names=["scores"], opset_version=20,
        dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}), dynamo=True, external_data=False,
    )


def export(network: PairReader, out: Path, whole: Path) -> None:
    """Writes pairs.onnx (8-bit: weights per channel in 7 bits, activations as they come) and vectors.bin to `out`."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    to_onnx(network, whole)
    words = network.words
    network.words = ByteWords(words.weight.data)
    between = out / "bytes.onnx"
    to_onnx(network, between)
    network.words = words
    quantize_dynamic(between, out / "pairs.onnx", op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8)
    between.unlink()


def vectors(words: np.ndarray, path: Path) -> None:
    """The first principal components of the base's word vectors, one row of signed bytes a piece."""
    centred = words - words[1996:].mean(0)
    _, _, axes = np.linalg.svd(centred[1996:], full_matrices=False)
    # The strongest axes tell how common a word is, not what it means (Mu & Viswanath 2018).
    reduced = centred @ axes[2 : 2 + VECTOR_WIDTH].T
    scale = np.abs(reduced).max(1, keepdims=True) / 127
    np.round(reduced / np.maximum(scale, 1e-9)).astype(np.int8).tofile(path)
