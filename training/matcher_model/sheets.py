"""Pairs of the sheets, as training/encode-pairs.mjs writes them: what an epoch shows of them."""

import json
import random
from pathlib import Path

from .network import REASONS


def load(path: Path, allusive: bool) -> list[dict]:
    examples = []
    for line in path.open(encoding="utf8"):
        one = json.loads(line)
        reason = {"k": REASONS.index(one["k"])} if one.get("k") else {}
        examples.append({**{name: one[name] for name in ("pieces", "marks", "y", "f", "kind", "group") if name in one},
                         **({"d": one["d"]} if "d" in one and one["y"] else {}), **reason, "allusive": allusive})
    return examples


def epoch(examples: list[dict], shares: dict[str, float], seed: int) -> list[dict]:
    """Each kind of pair by its share; allusive sheets by theirs too; some pairs without the marks of who is who."""
    chance = random.Random(seed)
    drawn = []
    for one in examples:
        share = shares[one["kind"]] * (shares["allusive"] if one["allusive"] else 1)
        if chance.random() >= share:
            continue
        if chance.random() < shares["unmarked"]:
            one = {**one, "marks": [mark - mark % 4 for mark in one["marks"]]}
        drawn.append(one)
    return drawn
