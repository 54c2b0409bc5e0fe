"""Pairs of inference and of evidence for claims: what the pair reader sees before it sees agreements."""

import gzip
import json
import random
from pathlib import Path

from tokenizers import Tokenizer

# What is said of the hypothesis, as a bearing on it: see BEARINGS.
LABELS = {"neutral": 0, "contradiction": 1, "entailment": 2}
COMMITMENT, SENTENCE = 0, 8


def load(folder: Path, tokenizer: Tokenizer, limits: dict[str, int], seed: int) -> list[dict]:
    """All files of `folder`, at most `limits[name]` pairs of each; premises as sentences, hypotheses as commitments."""
    chance = random.Random(seed)
    examples: list[dict] = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        pairs = [json.loads(line) for line in gzip.open(path, "rt", encoding="utf8")]
        chance.shuffle(pairs)
        for pair in pairs[: limits.get(path.name.split(".")[0], len(pairs))]:
            duty = tokenizer.encode(pair["hypothesis"], add_special_tokens=False).ids[:60]
            told = tokenizer.encode(pair["premise"], add_special_tokens=False).ids[:90]
            pieces = [101, *duty, 102, *told, 102]
            marks = [COMMITMENT] * (len(duty) + 2) + [SENTENCE] * (len(told) + 1)
            label = pair["label"]
            known = {"y": LABELS[label]} if label in LABELS else {"not": LABELS["entailment"]}
            examples.append({"pieces": pieces, "marks": marks, **known})
    return examples
