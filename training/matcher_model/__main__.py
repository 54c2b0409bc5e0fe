"""python -m matcher_model --data ../../shared/corpora: sheets, accords and corpora in, models/matcher/ out.

The sums are fitted afterwards, by combine.py (see ../README.md).
"""

import argparse
import subprocess
from pathlib import Path

import torch
import yaml
from tokenizers import Tokenizer

from . import base, export, inference, sheets, train
from .network import PairReader

TRAINING = Path(__file__).parent.parent


def encoded(script: str, out: Path, files: list[Path]) -> list[dict]:
    """What one of Proviso's own encoders makes of some files, made once."""
    if not out.exists():
        subprocess.run(["node", str(TRAINING / script), str(out), *map(str, files)], check=True)
    return sheets.load(out, "allusive" in out.stem)


def examples(phase: dict, config: dict, data: Path, work: Path, tokenizer: Tokenizer):
    """What each epoch of a phase shows, by its number."""
    if phase["name"] == "inference":
        pairs = inference.load(data / "nli", tokenizer, phase["limits"], config["training"]["seed"])
        return lambda _: pairs
    ours = TRAINING / "sheets"
    told = [
        *encoded("encode-pairs.mjs", work / "plain.jsonl", sorted((data / "sheets").glob("plain-*")) + sorted(ours.glob("plain-*"))),
        *encoded("encode-pairs.mjs", work / "allusive.jsonl", sorted((data / "sheets").glob("sheets-*")) + sorted(ours.glob("allusive-*"))),
    ]
    if phase["name"] == "sheets":
        return lambda epoch: sheets.epoch(told, phase["shares"], epoch)
    files = [TRAINING / "accords" / f"{name}.json" for name in config["accords"]]
    whole = encoded("encode-accord-pairs.mjs", work / "accords.jsonl", files)
    # What people marked is rare in whole accords: twice an epoch.
    marked = [one for one in whole if one["kind"] == "own"]
    return lambda epoch: sheets.epoch(whole, phase["shares"], epoch) + marked + sheets.epoch(told, phase["again"], epoch + 50)


def main() -> None:
    parser = argparse.ArgumentParser(prog="matcher_model", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--config", type=Path, default=TRAINING / "matcher.yaml")
    parser.add_argument("--work", type=Path, default=TRAINING / "work" / "matcher", help="examples, checkpoints, logs")
    parser.add_argument("--out", type=Path, default=TRAINING.parent / "models/matcher")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint of each phase")
    options = parser.parse_args()
    config = yaml.safe_load(options.config.read_text())
    graph, pieces = base.fetch(config["base"], options.work / "base")
    tokenizer = Tokenizer.from_file(str(pieces))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    torch.manual_seed(config["training"]["seed"])
    network = PairReader()
    network.load_base(graph)
    options.out.mkdir(parents=True, exist_ok=True)
    # The encoders compare words by these vectors.
    export.vectors(network.words.weight.data.numpy(), options.out / "vectors.bin")
    for phase in config["phases"]:
        draw = examples(phase, config, options.data, options.work, tokenizer)
        settings = config["training"] | phase
        train.train(network, draw, settings, options.work / phase["name"], options.resume, log=lambda line: print(line, flush=True))
    export.export(network, options.out)


if __name__ == "__main__":
    main()
