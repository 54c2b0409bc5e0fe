"""python -m reader_model --data ../../shared/corpora: corpora in, models/reader/ out."""

import argparse
from pathlib import Path

import torch
import yaml

from . import base, examples, export, train

TRAINING = Path(__file__).parent.parent


def laid_over(config: dict, changes: dict) -> dict:
    """The configuration with nested values replaced."""
    return config | {
        name: laid_over(config[name], value) if isinstance(value, dict) and isinstance(config.get(name), dict) else value
        for name, value in changes.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="reader_model", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--config", type=Path, default=TRAINING / "config.yaml")
    parser.add_argument("--ablation", help="a run of ablations.yaml, laid over the configuration")
    parser.add_argument("--work", type=Path, default=TRAINING / "work", help="examples, checkpoints, logs")
    parser.add_argument("--name", default="reader", help="of this run, its folder in --work")
    parser.add_argument("--out", type=Path, default=TRAINING.parent / "models/reader")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--export-only", action="store_true", help="write --out from the last checkpoint")
    options = parser.parse_args()
    config = yaml.safe_load(options.config.read_text())
    if options.ablation:
        ablations = yaml.safe_load((TRAINING / "ablations.yaml").read_text())
        config = laid_over(laid_over(config, ablations["budget"]), ablations["runs"][options.ablation])
    folder = base.fetch(config["base"], options.work / "base")
    found, vocabularies = examples.build(options.data, config["corpora"], folder / "vocab.txt", options.work / "examples.pickle")
    torch.manual_seed(config["training"]["seed"])
    network = train.build_network(config, vocabularies, sum(1 for _ in (folder / "vocab.txt").open()))
    run = options.work / options.name
    if options.export_only:
        network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=False)["network"])
    else:
        network.encoder.load_base(folder / "model.safetensors")
        train.train(network, found, config, run, options.resume, log=lambda line: print(line, flush=True))
    export.export(network, vocabularies, folder / "vocab.txt", options.out, run / "float.onnx")


if __name__ == "__main__":
    main()
