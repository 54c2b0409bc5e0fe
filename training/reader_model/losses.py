"""Losses of one batch; a layer that the corpus lacks adds nothing."""

import torch
import torch.nn.functional as F
from torch import Tensor

from .examples import NAME_LABELS, SOME, UNKNOWN
from .network import Network

FAR = -1e4


def cross_entropy(scores: Tensor, labels: Tensor) -> Tensor | None:
    if not (labels != UNKNOWN).any():
        return None
    return F.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN)


def name_loss(scores: Tensor, labels: Tensor) -> Tensor | None:
    """Cross entropy; where only "some name" is known, of being outside names."""
    known = labels != UNKNOWN
    if not known.any():
        return None
    likely, labels = F.log_softmax(scores[known], -1), labels[known]
    some = torch.log1p(-likely[:, NAME_LABELS.index("O")].exp().clamp(max=1 - 1e-6))
    exact = likely.gather(1, labels.clamp(min=0).unsqueeze(1)).squeeze(1)
    return -torch.where(labels == SOME, some, exact).mean()


def chain(emissions: Tensor, tags: Tensor, known: Tensor, starts: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood a word of the gold tags under a linear chain (Lafferty et al. 2001)."""
    batch = torch.arange(len(tags))
    gold = tags.clamp(min=0)
    total = starts + emissions[:, 0]
    score = total[batch, gold[:, 0]]
    for at in range(1, emissions.shape[1]):
        step = torch.logsumexp(total.unsqueeze(2) + transitions, 1) + emissions[:, at]
        total = torch.where(known[:, at, None], step, total)
        added = transitions[gold[:, at - 1], gold[:, at]] + emissions[batch, at, gold[:, at]]
        score = score + torch.where(known[:, at], added, 0.0)
    return (torch.logsumexp(total, 1) - score).sum() / known.sum()


def arc_losses(network: Network, outputs: tuple[Tensor, ...], batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Heads among the words of the same sentence and the root; labels at the gold heads."""
    arcs, dependent, head, dependent_bias, head_bias = outputs[5:]
    sentence = batch["sentences"]
    same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    allowed = F.pad(same, (1, 0), value=True)
    heads = batch["heads"]
    arc_loss = F.cross_entropy(arcs.masked_fill(~allowed, FAR).flatten(0, 1), heads.flatten(), ignore_index=UNKNOWN)
    row, word = (heads != UNKNOWN).nonzero(as_tuple=True)
    chosen = heads[row, word]
    scores = network.relations(dependent[row, word], head[row, chosen], dependent_bias[row, word], head_bias[row, chosen])
    return arc_loss, F.cross_entropy(scores, batch["deprels"][row, word])


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    outputs = network(batch["pieces"], batch["shapes"], batch["firsts"], batch["mask"])
    upos, ends, names, tags, events = outputs[:5]
    found = {"upos": cross_entropy(upos, batch["upos"]), "names": name_loss(names, batch["names"])}
    known = batch["ends"] != UNKNOWN
    if known.any():
        found["ends"] = F.binary_cross_entropy_with_logits(ends[known], batch["ends"][known].float())
        found["arcs"], found["relations"] = arc_losses(network, outputs, batch)
    known = batch["tags"] != UNKNOWN
    if known.any():
        found["tags"] = chain(tags, batch["tags"], known, network.starts, network.transitions)
    known = batch["events"] != UNKNOWN
    if known.any():
        found["events"] = F.binary_cross_entropy_with_logits(events[..., 0][known], batch["events"][known].float())
    rated = ~batch["facts"].isnan()
    if rated.any():
        found["facts"] = F.smooth_l1_loss(events[..., 1][rated], batch["facts"][rated])
    return {name: loss for name, loss in found.items() if loss is not None}
