"""Records to training examples: windows of word pieces with a label for every word and layer.

An example is a dict of numpy arrays, one entry a word unless said otherwise; -100 means "unknown":
pieces, shapes (one a piece), firsts; upos, heads (index in the window + 1, 0 is the root),
deprels, ends (1 where a sentence ends), names (SOME where the type is open) and tags (BIO), events (1 where rated), facts (nan).
"""

import json
import pickle
import subprocess
from pathlib import Path

import numpy as np

from .corpora import LOADERS, NAME_TYPES, ROLES

UNKNOWN = -100
# Of a name: part of one, its type unknown.
SOME = -101
TRAINING = Path(__file__).parent.parent


def bio(types: list[str]) -> list[str]:
    return ["O"] + [f"{part}-{kind}" for kind in types for part in "BI"]


NAME_LABELS = bio(NAME_TYPES)
ROLE_LABELS = bio(ROLES)


def utf16(text: str) -> np.ndarray:
    """UTF-16 offset of every code point, and of the end."""
    widths = np.fromiter((2 if ord(letter) > 0xFFFF else 1 for letter in text), dtype=np.int64, count=len(text))
    return np.concatenate([[0], np.cumsum(widths)])


def encode(records: list[dict], vocabulary: Path) -> list[list[dict]]:
    """Every record's paragraphs, from Proviso's own tokenizer; spans in UTF-16 code units."""
    requests = []
    for record in records:
        at = utf16(record["text"])
        request = {"text": record["text"]}
        if record["words"] is not None:
            request["words"] = [[int(at[start]), int(at[end])] for start, end in record["words"]]
        requests.append(json.dumps(request))
    done = subprocess.run(
        ["node", str(TRAINING / "encode.mjs"), str(vocabulary)],
        input="\n".join(requests) + "\n", capture_output=True, text=True, check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def label_spans(words: np.ndarray, spans: list[tuple], labels: list[str], at: np.ndarray) -> np.ndarray:
    """BIO labels: a word belongs to the span that holds its middle."""
    tags = np.zeros(len(words), dtype=np.int64)
    middles = (words[:, 0] + words[:, 1] - 1) / 2
    for start, end, kind in spans:
        inside = np.flatnonzero((middles >= at[start]) & (middles < at[end]))
        if len(inside):
            tags[inside] = labels.index(f"I-{kind}")
            tags[inside[0]] = labels.index(f"B-{kind}")
    return tags


def label_paragraph(record: dict, paragraph: dict, first: int, at: np.ndarray, vocabularies: dict) -> dict:
    words = np.array(paragraph["words"], dtype=np.int64)
    count = len(words)
    unknown = np.full(count, UNKNOWN, dtype=np.int64)
    labels = {"upos": unknown, "heads": unknown, "deprels": unknown, "ends": unknown, "names": unknown,
              "tags": unknown, "events": unknown, "facts": np.full(count, np.nan, dtype=np.float32)}
    if record["syntax"] is not None:
        rows = record["syntax"][first : first + count]
        labels["upos"] = np.array([vocabularies["upos"].index(row[0]) for row in rows])
        labels["heads"] = np.array([row[1] - first if row[1] >= 0 else -1 for row in rows])
        labels["deprels"] = np.array([vocabularies["deprels"].index(row[2]) for row in rows])
        labels["ends"] = np.zeros(count, dtype=np.int64)
        starts = set(record["starts"])
        labels["ends"][[i for i in range(count) if first + i + 1 in starts]] = 1
        labels["ends"][-1] = 1
    if record["names"] is not None:
        names = label_spans(words, record["names"], NAME_LABELS, at)
        other, nation = NAME_LABELS.index("B-other"), NAME_LABELS.index("B-nationality")
        inner = NAME_LABELS.index("I-other")
        for i in np.flatnonzero(names == other):
            if paragraph["demonyms"][i] and (i + 1 == count or names[i + 1] != inner):
                names[i] = nation
        labels["names"] = names
    if record["proper"] is not None:
        values = {"name": SOME, "none": NAME_LABELS.index("O"), None: UNKNOWN}
        labels["names"] = np.array([values[mark] for mark in record["proper"][first : first + count]])
    if record["attributions"] is not None:
        labels["tags"] = label_spans(words, record["attributions"], ROLE_LABELS, at)
    if record["events"] is not None:
        labels["events"] = unknown.copy()
        for start, end in record["rated"]:
            labels["events"][max(start - first, 0) : max(end - first, 0)] = 0
        for start, _, fact in record["events"]:
            index = np.flatnonzero(words[:, 0] == at[start])
            if len(index):
                labels["events"][index[0]] = 1
                labels["facts"][index[0]] = fact
    return labels


def window_examples(corpus: str, paragraph: dict, labels: dict) -> list[dict]:
    examples = []
    for window in paragraph["windows"]:
        start, end = window["from"], window["to"]
        example = {name: values[start:end].copy() for name, values in labels.items()}
        heads = example["heads"]
        inside = (heads >= start) & (heads < end)
        example["heads"] = np.where(heads == -1, 0, np.where(inside, heads - start + 1, UNKNOWN))
        example |= {"corpus": corpus, "pieces": np.array(window["pieces"]), "shapes": np.array(window["shapes"]),
                    "firsts": np.array(window["firsts"])}
        examples.append(example)
    return examples


def build(data: Path, corpora: list[str], vocabulary: Path, cache: Path) -> tuple[list[dict], dict]:
    """All training examples of the corpora, and the label lists {"upos", "deprels"}; kept in `cache`."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    records = [record for corpus in corpora for record in LOADERS[corpus](data)]
    rows = [row for record in records for row in record["syntax"] or []]
    vocabularies = {"upos": sorted({row[0] for row in rows}), "deprels": sorted({row[2] for row in rows})}
    examples = []
    for record, paragraphs in zip(records, encode(records, vocabulary), strict=True):
        at, first = utf16(record["text"]), 0
        for paragraph in paragraphs:
            labels = label_paragraph(record, paragraph, first, at, vocabularies)
            examples += window_examples(record["corpus"], paragraph, labels)
            first += len(paragraph["words"])
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps((examples, vocabularies)))
    return examples, vocabularies
