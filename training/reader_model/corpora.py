"""Corpora as records: a text, its gold words if it has them, and labels on spans of characters.

A record: {"corpus", "text", "words": [(start, end)] | None, "syntax": [[upos, head, deprel]] | None
(one a word; head counts words of the record, -1 is a root), "names": [(start, end, type)] | None,
"attributions": [(start, end, role)] | None, "events": [(start, end, factuality)] | None,
"proper": ["name" | "none" | None] | None (one a word: part of a name of any type, of none, unknown)}.
Spans count Unicode code points. None means that the corpus says nothing about the layer.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

NAME_TYPES = ["person", "organisation", "place", "nationality", "other"]
ROLES = ["source", "cue", "content"]


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


def conllu_documents(path: Path) -> Iterator[list[dict]]:
    """Documents as lists of sentences: {"id", "paragraph": opens one, "rows", "joined": {row: surface}}."""
    sentences: list[dict] = []
    sentence = {"paragraph": False, "rows": [], "joined": {}}
    for line in lines(path):
        if line.startswith("# newdoc") and sentences:
            yield sentences
            sentences = []
        elif line.startswith("# newpar"):
            sentence["paragraph"] = True
        elif line[:1].isdigit():
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                sentence["joined"][first] = (last, cells[1], cells[9])
            elif "." not in cells[0]:
                sentence["rows"].append(cells)
        elif not line and sentence["rows"]:
            sentences.append(sentence)
            sentence = {"paragraph": False, "rows": [], "joined": {}}
    if sentences:
        yield sentences


def word_spans(forms: list[str], surface: str, start: int) -> list[tuple[int, int]]:
    """The words of a multi-word token share its letters in proportion where they do not spell it."""
    spans, at = [], 0
    for index, form in enumerate(forms):
        end = len(surface) if index == len(forms) - 1 else min(at + len(form), len(surface) - 1)
        spans.append((start + min(at, end - 1), start + max(end, at + 1)))
        at = end
    return spans


def spaced(misc: str) -> bool:
    return "SpaceAfter=No" not in misc


def syntax_record(corpus: str, sentences: list[dict]) -> dict:
    """A document's raw text as the CoNLL 2018 shared task builds it, with its words and trees."""
    text, words, syntax, sentence_starts = "", [], [], []
    for sentence in sentences:
        if sentence["paragraph"] and text:
            text = text.rstrip() + "\n\n"
        first = len(words)
        sentence_starts.append(first)
        skip_to = 0
        for cells in sentence["rows"]:
            number = int(cells[0])
            if number in sentence["joined"]:
                last, surface, misc = sentence["joined"][number]
                forms = [row[1] for row in sentence["rows"][number - 1 : last]]
                words += word_spans(forms, surface, len(text))
                text += surface + (" " if spaced(misc) else "")
                skip_to = last
            elif number > skip_to:
                words.append((len(text), len(text) + len(cells[1])))
                text += cells[1] + (" " if spaced(cells[9]) else "")
            head = int(cells[6])
            syntax.append([cells[3], first + head - 1 if head else -1, cells[7]])
    return {"corpus": corpus, "text": text, "words": words, "syntax": syntax, "starts": sentence_starts,
            "names": None, "attributions": None, "events": None, "proper": None}


def tokens_key(sentence: dict) -> str:
    return " ".join(row[1] for row in sentence["rows"])


PROPER = {"NNP", "NNPS"}
CALENDAR = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
            "april", "may", "june", "july", "august", "september", "october", "november", "december"}


def proper_marks(rows: list[list[str]]) -> list[str | None]:
    """What the treebank's tags say of names: proper nouns are in one, words in small letters away from them in none.
    Titles, days, months, adjectives ("American") and what stands between proper nouns ("of") are left open."""
    proper = [cells[4] in PROPER for cells in rows]
    marks: list[str | None] = []
    for index, cells in enumerate(rows):
        beside = any(proper[max(index - 1, 0) : index]) and any(proper[index + 1 : index + 3])
        if proper[index] and cells[1].lower() not in CALENDAR and cells[7] != "nmod:desc":
            marks.append("name")
        else:
            marks.append("none" if cells[1].islower() and not beside else None)
    return marks


def ewt(data: Path) -> Iterator[dict]:
    """English Web Treebank, with UDS-IH2's factuality on the sentences that it rates."""
    rated = {}
    for line in lines(data / "factuality/UDS_IH2-train.jsonl.gz"):
        item = json.loads(line)
        rated[item["text"]] = item["targets"]
    for sentences in conllu_documents(data / "ewt/en_ewt-ud-train.conllu.gz"):
        record = syntax_record("ewt", sentences)
        record["events"], record["rated"] = [], []
        for start, sentence in zip(record["starts"], sentences):
            targets = rated.get(tokens_key(sentence))
            if targets is None:
                continue
            record["rated"].append((start, start + len(sentence["rows"])))
            for target in targets:
                record["events"].append((*record["words"][start + target["span1"][0]], target["label"]))
        record["proper"] = [mark for sentence in sentences for mark in proper_marks(sentence["rows"])]
        yield record


GUM_TYPES = {"person": "person", "organization": "organisation", "place": "place"}
INSIDE = {"of", "the", "and", "-", "&", "'s", "for", "de", "del", "la", "al"}


def gum_entities(sentence: dict, first: int) -> Iterator[tuple[int, int, str]]:
    """Every bracket of the Entity annotation as (first word, word after the last, type)."""
    open_brackets: dict[str, list] = {}
    for index, cells in enumerate(sentence["rows"], first):
        notes = dict(note.split("=", 1) for note in cells[9].split("|") if "=" in note)
        value = notes.get("Entity", "")
        at = 0
        while at < len(value):
            if value[at] == "(":
                end = at + 1
                while end < len(value) and value[end] not in "()":
                    end += 1
                number, kind = value[at + 1 : end].split("-")[:2]
                if end < len(value) and value[end] == ")":
                    yield index, index + 1, kind
                    end += 1
                else:
                    open_brackets.setdefault(number, []).append((index, kind))
                at = end
            else:
                end = value.index(")", at)
                number = value[at:end]
                if open_brackets.get(number):
                    start, kind = open_brackets[number].pop()
                    yield start, index + 1, kind
                at = end + 1


def named_part(rows: list[list[str]], start: int, end: int) -> tuple[int, int] | None:
    """The proper name that a noun phrase opens with, titles left out, or None: "the Congress of Vienna, which …"."""
    while start < end and (rows[start][1].lower() in {"the", "a", "an"} or rows[start][7] == "nmod:desc"):
        start += 1
    last = start
    while last < end and (rows[last][4] in PROPER | {"CD"} or rows[last][1].lower() in INSIDE):
        last += 1
    if last < end and rows[last][1] not in {",", "("} and rows[last][4] not in {"POS"}:
        return None
    while last > start and rows[last - 1][4] not in PROPER | {"CD"}:
        last -= 1
    if last == start or not any(row[4] in PROPER for row in rows[start:last]) or rows[start][1].lower() in INSIDE:
        return None
    return start, last


def outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def gum(data: Path) -> Iterator[dict]:
    """GUM: trees, and the entities whose phrase is a proper name."""
    for sentences in conllu_documents(data / "gum/en_gum-train.conllu.gz"):
        record = syntax_record("gum", sentences)
        names = []
        for start, sentence in zip(record["starts"], sentences):
            for first, after, kind in gum_entities(sentence, start):
                part = named_part(sentence["rows"], first - start, after - start)
                if part and kind not in {"time"}:
                    names.append((start + part[0], start + part[1], GUM_TYPES.get(kind, "other")))
        record["names"] = [
            (record["words"][first][0], record["words"][after - 1][1], kind) for first, after, kind in outermost(names)
        ]
        yield record


def polnear(data: Path) -> Iterator[dict]:
    """PolNeAR: attributions by hand (the first annotator's), names by CoreNLP."""
    silver_types = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "other"}
    for line in lines(data / "polnear/train.jsonl.gz"):
        article = json.loads(line)
        attributions = {
            (start, end, role)
            for attribution in article["annotations"][0]["attributions"]
            for role in ROLES
            for start, end in attribution[role]
        }
        names = None
        if article.get("sentences"):
            names = []
            glued = False
            for sentence in article["sentences"]:
                for start, end, _, _, tag, *_ in sentence:
                    kind = silver_types.get(tag)
                    if kind and names and names[-1][2] == kind and 0 <= start - names[-1][1] <= 1 and glued:
                        names[-1] = (names[-1][0], end, kind)
                    elif kind:
                        names.append((start, end, kind))
                    glued = kind is not None
        yield {"corpus": "polnear", "text": article["text"], "words": None, "syntax": None,
               "names": names, "attributions": sorted(attributions), "events": None, "proper": None}


def iob(path: Path, column: int, types: dict[str, str], separator: str | None) -> Iterator[dict]:
    """Sentences of tokens with tags, glued by the usual spacing of marks."""
    tokens: list[tuple[str, str]] = []
    for line in [*lines(path), ""]:
        if line.strip():
            cells = line.split(separator)
            tokens.append((cells[0], cells[column]))
        elif tokens:
            text, words, names, before = "", [], [], "O"
            for token, tag in tokens:
                apart = text and not (token in {",", ".", "?", "!", ";", ":", ")", "%"} or token.startswith("'") or token == "n't")
                text += " " if apart and not text.endswith("(") else ""
                words.append((len(text), len(text) + len(token)))
                text += token
                kind = types.get(tag[2:])
                if kind and (tag[0] == "B" or before[2:] != tag[2:]):
                    names.append((*words[-1], kind))
                elif kind:
                    names[-1] = (names[-1][0], words[-1][1], kind)
                before = tag
            yield {"corpus": path.parent.name, "text": text, "words": None, "syntax": None,
                   "names": names, "attributions": None, "events": None, "proper": None}
            tokens = []


def wnut17(data: Path) -> Iterator[dict]:
    types = {"person": "person", "location": "place", "corporation": "organisation", "group": "organisation",
             "product": "other", "creative-work": "other"}
    yield from iob(data / "wnut17/wnut17train.conll.gz", 1, types, "\t")


def wikigold(data: Path) -> Iterator[dict]:
    types = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other"}
    yield from iob(data / "wikigold/wikigold.conll.txt.gz", 1, types, None)


LOADERS = {"ewt": ewt, "gum": gum, "polnear": polnear, "wnut17": wnut17, "wikigold": wikigold}
