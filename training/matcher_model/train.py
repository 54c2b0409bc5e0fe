"""Training with checkpoints: batches of like length, AdamW, linear warm-up and decay, bfloat16 where the processor has it."""

import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .network import PairReader

UNKNOWN = -100


def collate(examples: list[dict]) -> dict[str, Tensor]:
    width = max(len(one["pieces"]) for one in examples)
    pieces, marks, mask = (torch.zeros(len(examples), width, dtype=torch.int64) for _ in range(3))
    for row, one in enumerate(examples):
        size = len(one["pieces"])
        pieces[row, :size] = torch.tensor(one["pieces"])
        marks[row, :size] = torch.tensor(one["marks"])
        mask[row, :size] = 1
    known = [(one.get("f"), one.get("d")) for one in examples]
    return {
        "pieces": pieces, "marks": marks, "mask": mask,
        "bearing": torch.tensor([one.get("y", UNKNOWN) for one in examples]),
        # Only "does not entail" is known of some pairs: which of the other two stays open.
        "not": torch.tensor([one.get("not", UNKNOWN) for one in examples]),
        "factuality": torch.tensor([float("nan") if f is None else f / 3 for f, _ in known]),
        "direct": torch.tensor([float("nan") if d is None else float(d) for _, d in known]),
        "reason": torch.tensor([one.get("k", UNKNOWN) for one in examples]),
        "weight": torch.tensor([float(one.get("w", 1)) for one in examples]),
    }


def mean(values: Tensor, weights: Tensor) -> Tensor:
    return (values * weights).sum() / weights.sum().clamp(min=1e-6)


def losses(out: Tensor, early: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    logs = F.log_softmax(out[:, :3].float(), -1)
    weight = batch["weight"]
    bearing = F.nll_loss(logs, batch["bearing"], ignore_index=UNKNOWN, reduction="none")
    excluded = batch["not"].clamp(min=0)
    other = -torch.log1p(-logs.exp().gather(1, excluded[:, None]).squeeze(1).clamp(max=0.9999)) * (batch["not"] != UNKNOWN)
    facts, direct = batch["factuality"], batch["direct"]
    told, marked = ~facts.isnan(), ~direct.isnan()
    reasons = F.cross_entropy(out[:, 5:].float(), batch["reason"], ignore_index=UNKNOWN, reduction="none")
    first = F.cross_entropy(early.float(), batch["bearing"], ignore_index=UNKNOWN, reduction="none")
    return {
        "early": mean(first, weight * (batch["bearing"] != UNKNOWN)),
        "reason": mean(reasons, weight * (batch["reason"] != UNKNOWN)),
        "bearing": mean(bearing + other, weight),
        "factuality": mean((out[:, 3].float() - facts.nan_to_num()) ** 2, weight * told),
        "direct": mean(F.binary_cross_entropy_with_logits(out[:, 4].float(), direct.nan_to_num(), reduction="none"), weight * marked),
    }


def batches_of(examples: list[dict], pieces: int, seed: int) -> list[list[dict]]:
    """All examples once, in batches of about `pieces` pieces of like length, in random order."""
    chance = random.Random(seed)
    drawn = sorted(examples, key=lambda one: len(one["pieces"]) * chance.uniform(0.9, 1.1))
    found: list[list[dict]] = []
    batch: list[dict] = []
    longest = 0
    for one in drawn:
        longest = max(longest, len(one["pieces"]))
        if batch and longest * (len(batch) + 1) > pieces:
            found.append(batch)
            batch, longest = [], len(one["pieces"])
        batch.append(one)
    found.append(batch)
    chance.shuffle(found)
    return found


def train(network: PairReader, draw, training: dict, folder: Path, resume: bool, log=print) -> None:
    """Trains in place. `draw(epoch)` gives an epoch's examples; `folder` gets `checkpoint.pt` every few minutes."""
    torch.manual_seed(training["seed"])
    network.words.weight.requires_grad = False
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    heads = {id(weight) for part in (network.pool, network.head, network.exit_pool, network.exit_head, network.marks) for weight in part.parameters()}
    groups = [
        {"params": [weight for weight in weights if id(weight) not in heads], "lr": training["encoder_rate"]},
        {"params": [weight for weight in weights if id(weight) in heads], "lr": training["head_rate"]},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=training["weight_decay"], fused=True)
    epochs = [batches_of(draw(epoch), training["batch_pieces"], training["seed"] + epoch) for epoch in range(training["epochs"])]
    total = sum(map(len, epochs))
    warm = max(1, round(training["warm_up"] * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm + 1))))
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
    for examples in [batch for epoch in epochs for batch in epoch][done:]:
        batch = collate(examples)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out, early = network(batch["pieces"], batch["marks"], batch["mask"])
        parts = losses(out, early, batch)
        sum(training["loss_weights"][name] * loss for name, loss in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(weights, training["clip"])
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        done += 1
        seen += len(examples)
        right = (out[:, :3].argmax(-1) == batch["bearing"])[batch["bearing"] != UNKNOWN].float()
        for name, value in (parts | {"right": right.mean() if len(right) else torch.tensor(float("nan"))}).items():
            means.setdefault(name, []).append(value.item())
        if done % 50 == 0 or done == total:
            report = {name: round(float(np.nanmean(values)), 4) for name, values in sorted(means.items())}
            log(json.dumps({"step": done, "of": total, "pairs_per_s": round(seen / (time.time() - started), 1), **report}))
            means = {}
        if time.time() - saved > training["checkpoint_minutes"] * 60 or done == total:
            save()
            saved = time.time()
    network.eval()
