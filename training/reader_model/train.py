"""Training with checkpoints: batches of one corpus each, AdamW, linear warm-up and decay."""

import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .examples import NAME_LABELS, ROLE_LABELS, UNKNOWN
from .losses import losses
from .network import Network, Size

WORD_LABELS = ["upos", "heads", "deprels", "ends", "names", "tags", "events"]


def pad(rows: list[np.ndarray], value: float) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.from_numpy(np.stack([np.pad(row, (0, width - len(row)), constant_values=value) for row in rows]))


def sentence_numbers(example: dict) -> np.ndarray:
    ends = np.where(example["ends"] == 1, 1, 0)
    return np.cumsum(ends) - ends


def collate(examples: list[dict]) -> dict[str, Tensor]:
    batch = {name: pad([example[name] for example in examples], UNKNOWN) for name in WORD_LABELS}
    batch["facts"] = pad([example["facts"] for example in examples], np.nan)
    batch["sentences"] = pad([sentence_numbers(example) for example in examples], -1)
    batch["firsts"] = pad([example["firsts"] for example in examples], 0)
    batch["shapes"] = pad([example["shapes"] for example in examples], 0)
    pieces = pad([example["pieces"] for example in examples], -1)
    batch["mask"] = torch.where(pieces < 0, -1e4, 0.0)[:, None, None, :]
    batch["pieces"] = pieces.clamp(min=0)
    return batch


def epoch_batches(examples: list[dict], shares: dict[str, float], pieces: int, seed: int) -> list[list[dict]]:
    """Each corpus `share` times, in batches of about `pieces` pieces of like length, in random order."""
    chance = random.Random(seed)
    batches: list[list[dict]] = []
    for corpus, share in shares.items():
        own = [example for example in examples if example["corpus"] == corpus]
        drawn = own * int(share) + chance.sample(own, round((share - int(share)) * len(own)))
        drawn.sort(key=lambda example: len(example["pieces"]) * chance.uniform(0.85, 1.15))
        batch: list[dict] = []
        for example in drawn:
            longest = max(len(example["pieces"]), *(len(other["pieces"]) for other in batch)) if batch else 0
            if batch and longest * (len(batch) + 1) > pieces:
                batches.append(batch)
                batch = []
            batch.append(example)
        if batch:
            batches.append(batch)
    chance.shuffle(batches)
    return batches


def build_network(config: dict, vocabularies: dict, vocabulary_size: int) -> Network:
    counts = {"upos": len(vocabularies["upos"]), "deprels": len(vocabularies["deprels"]),
              "names": len(NAME_LABELS), "tags": len(ROLE_LABELS)}
    model = config["model"]
    return Network(Size(layers=model["layers"]), counts, vocabulary_size, model["positions"], config["training"]["dropout"], model["shapes"])


def parameter_groups(network: Network, training: dict) -> list[dict]:
    network.encoder.words.weight.requires_grad = not training["freeze_words"]
    trunk = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    inside = {id(weight) for weight in network.encoder.parameters()}
    heads = [weight for weight in network.parameters() if id(weight) not in inside]
    return [{"params": trunk, "lr": training["encoder_rate"]}, {"params": heads, "lr": training["head_rate"]}]


def train(network: Network, examples: list[dict], config: dict, folder: Path, resume: bool, log=print) -> None:
    """Trains in place; `folder` gets `checkpoint.pt` every few minutes and `log.jsonl`."""
    training = config["training"]
    torch.manual_seed(training["seed"])
    optimizer = torch.optim.AdamW(parameter_groups(network, training), weight_decay=training["weight_decay"], fused=True)
    epochs = [epoch_batches(examples, training["shares"], training["batch_pieces"], training["seed"] + epoch) for epoch in range(training["epochs"])]
    total = sum(map(len, epochs)) if not training.get("steps") else training["steps"]
    warm = round(training["warm_up"] * total)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm))))
    checkpoint, done = folder / "checkpoint.pt", 0
    folder.mkdir(parents=True, exist_ok=True)
    if resume and checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        done = state["done"]

    def save() -> None:
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                 "random": torch.get_rng_state(), "done": done}
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").rename(checkpoint)

    network.train()
    started = saved = time.time()
    means: dict[str, list[float]] = {}
    seen = 0
    for batch_examples in [batch for epoch in epochs for batch in epoch][done:total]:
        batch = collate(batch_examples)
        weights = training["loss_weights"] | training.get("corpus_weights", {}).get(batch_examples[0]["corpus"], {})
        parts = losses(network, batch)
        sum(weights[name] * loss for name, loss in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), training["clip"])
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        done += 1
        seen += int((batch["mask"] == 0).sum())
        for name, loss in parts.items():
            means.setdefault(name, []).append(loss.item())
        if done % 100 == 0 or done == total:
            report = {name: round(sum(values) / len(values), 4) for name, values in sorted(means.items())}
            log(json.dumps({"step": done, "of": total, "pieces_per_s": round(seen / (time.time() - started)), **report}))
            means = {}
        if time.time() - saved > training["checkpoint_minutes"] * 60 or done == total:
            save()
            saved = time.time()
    network.eval()
