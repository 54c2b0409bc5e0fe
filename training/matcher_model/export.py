"""The trained pair reader as an 8-bit ONNX graph, and word vectors cut down for the likeness of words."""

from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reader_model.export import ByteWords

from .network import PairReader

VECTOR_WIDTH = 96


class Lower(nn.Module):
    """One pair a run needs no mask."""

    def __init__(self, network: PairReader):
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.lower(pieces, marks, torch.ones_like(pieces))


class Upper(nn.Module):
    def __init__(self, network: PairReader):
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, marks: Tensor) -> Tensor:
        return self.network.upper(hidden, marks, torch.ones_like(marks))


def to_onnx(module: nn.Module, first: Tensor, names: tuple[str, list[str]], path: Path) -> None:
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length")
    sides = {0: batch, 1: length}
    torch.onnx.export(
        module, (first, torch.randint(0, 16, (2, 24))), path, input_names=[names[0], "marks"], output_names=names[1],
        opset_version=20, dynamic_shapes=(sides, sides), dynamo=True, external_data=False,
    )


def quantized(module: nn.Module, first: Tensor, names: tuple[str, list[str]], path: Path) -> None:
    """8 bits: weights per channel in 7 bits (AVX2 without VNNI adds products in 16 bits), activations as they come."""
    whole = path.with_suffix(".float.onnx")
    to_onnx(module, first, names, whole)
    quantize_dynamic(whole, path, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    whole.unlink()


def export(network: PairReader, out: Path) -> None:
    """Writes lower.onnx (pieces and marks → hidden, early) and upper.onnx (hidden and marks → scores) to `out`."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    words = network.words
    network.words = ByteWords(words.weight.data)
    quantized(Lower(network), torch.randint(0, 1000, (2, 24)), ("pieces", ["hidden", "early"]), out / "lower.onnx")
    network.words = words
    quantized(Upper(network), torch.randn(2, 24, words.weight.shape[1]), ("hidden", ["scores"]), out / "upper.onnx")


def vectors(words: np.ndarray, path: Path) -> None:
    """The first principal components of the base's word vectors, one row of signed bytes a piece."""
    centred = words - words[1996:].mean(0)
    _, _, axes = np.linalg.svd(centred[1996:], full_matrices=False)
    # The strongest axes tell how common a word is, not what it means (Mu & Viswanath 2018).
    reduced = centred @ axes[2 : 2 + VECTOR_WIDTH].T
    scale = np.abs(reduced).max(1, keepdims=True) / 127
    np.round(reduced / np.maximum(scale, 1e-9)).astype(np.int8).tofile(path)
