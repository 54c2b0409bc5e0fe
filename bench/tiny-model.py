"""Makes a language model of random weights, and serves it as llama.cpp does, so that the port to language models is tried on
a real server of the protocol (structured output by grammar, counted tokens, errors) without a model worth the name.

    pip install gguf numpy xllamacpp
    python bench/tiny-model.py 8080

Then, in another terminal: node bench/second-reader.mjs http://127.0.0.1:8080/v1
"""

import sys
import tempfile
import time
from pathlib import Path

import gguf
import numpy
import xllamacpp

LAYERS, WIDTH, HEADS, INNER, CONTEXT = 2, 64, 4, 128, 4096
TEMPLATE = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}assistant: "


def vocabulary() -> tuple[list[bytes], list[int]]:
    """Three signs and every byte: enough to write anything."""
    pieces = [b"<unk>", b"<s>", b"</s>"] + [f"<0x{byte:02X}>".encode() for byte in range(256)]
    kinds = [gguf.TokenType.UNKNOWN] + 2 * [gguf.TokenType.CONTROL] + 256 * [gguf.TokenType.BYTE]
    # A tokenizer of this kind looks for a line's end and a blank as pieces of their own.
    pieces += ["\u2581".encode(), b"\n"] + [bytes([sign]) for sign in range(33, 127)]
    kinds += [gguf.TokenType.NORMAL] * (len(pieces) - len(kinds))
    return pieces, [int(kind) for kind in kinds]


def make_model(path: Path) -> None:
    """Writes the network; the same bytes every time."""
    writer = gguf.GGUFWriter(str(path), "llama")
    pieces, kinds = vocabulary()
    writer.add_name("random")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(pieces))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(pieces)
    writer.add_token_scores([0.0] * len(pieces))
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_chat_template(TEMPLATE)
    random = numpy.random.default_rng(1)

    def tensor(name: str, *shape: int) -> None:
        writer.add_tensor(name, random.normal(0, 0.3, shape).astype(numpy.float32))

    def ones(name: str) -> None:
        writer.add_tensor(name, numpy.ones(WIDTH, dtype=numpy.float32))

    tensor("token_embd.weight", len(pieces), WIDTH)
    tensor("output.weight", len(pieces), WIDTH)
    ones("output_norm.weight")
    for layer in range(LAYERS):
        ones(f"blk.{layer}.attn_norm.weight")
        ones(f"blk.{layer}.ffn_norm.weight")
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensor(f"blk.{layer}.{part}.weight", WIDTH, WIDTH)
        for part in ("ffn_gate", "ffn_up"):
            tensor(f"blk.{layer}.{part}.weight", INNER, WIDTH)
        tensor(f"blk.{layer}.ffn_down.weight", WIDTH, INNER)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def serve(path: Path, port: int) -> None:
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.warmup = False
    server = xllamacpp.Server(params)
    print(f"serving {path.stat().st_size} bytes of random weights at {server.listening_address}", flush=True)
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "random.gguf"
        make_model(made)
        serve(made, int(sys.argv[1]) if len(sys.argv) > 1 else 8080)
