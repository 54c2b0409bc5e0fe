"""Fits the sums that make candidates, and breach, performance or neither, of a pair's features; on whole accords.

python -m matcher_model.combine --step candidate|early|outcome --pairs FILE --out ../models/matcher/combination.json

Every figure that it prints is of accords left out of the fit they are judged by (five folds).
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
# Commitments that are read beside one sentence: of the evidence read, 97 % stands among its first seven.
MOST = 7


def load(paths: list[Path]) -> tuple[list[dict], list[str]]:
    rows = [json.loads(line) for path in paths for line in path.open(encoding="utf8")]
    names = sorted({name for row in rows for name in row["features"]})
    return rows, names


def matrix(rows: list[dict], names: list[str]) -> np.ndarray:
    return np.array([[row["features"].get(name, 0.0) for name in names] for row in rows])


def softmax(odds: np.ndarray) -> np.ndarray:
    """Probabilities of neither (log-odds 0) and of each column."""
    full = np.concatenate([np.zeros((len(odds), 1)), odds], 1)
    powers = np.exp(full - full.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fit(x: np.ndarray, y: np.ndarray, classes: int, strength: float, weights: np.ndarray | None = None) -> np.ndarray:
    """[features + 1, classes - 1] weights of a multinomial logistic regression, the bias last; L2 on standardised features."""
    centre, scale = x.mean(0), x.std(0) + 1e-6
    z = np.concatenate([(x - centre) / scale, np.ones((len(x), 1))], 1)
    target = np.eye(classes)[y]
    weights = np.ones(len(y)) if weights is None else weights

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(z.shape[1], classes - 1)
        p = softmax(z @ w)
        penalty = w.copy()
        penalty[-1] = 0
        value = -(weights * np.log((p * target).sum(1) + 1e-12)).sum() + strength * (penalty**2).sum() / 2
        gradient = z.T @ (weights[:, None] * (p - target)[:, 1:]) + strength * penalty
        return value, gradient.ravel()

    found = minimize(loss, np.zeros(z.shape[1] * (classes - 1)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    w = found.x.reshape(z.shape[1], classes - 1)
    w[-1] -= ((centre / scale)[:, None] * w[:-1]).sum(0)
    w[:-1] /= scale[:, None]
    return w


def odds(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return x @ w[:-1] + w[-1]


def folds(accords: list[str]) -> np.ndarray:
    order = {name: index % FOLDS for index, name in enumerate(sorted(set(accords)))}
    return np.array([order[name] for name in accords])


def crossed(x: np.ndarray, y: np.ndarray, fold: np.ndarray, classes: int, strength: float) -> np.ndarray:
    """Log-odds of every row by a fit that has not seen its accord."""
    found = np.zeros((len(y), classes - 1))
    for number in range(FOLDS):
        test = fold == number
        found[test] = odds(x[test], fit(x[~test], y[~test], classes, strength))
    return found


def calibrate(found: np.ndarray, y: np.ndarray) -> float:
    """The temperature with which the log-odds lose least (Guo et al. 2017)."""
    grid = np.linspace(0.5, 3, 51)
    losses = [-np.log(softmax(found / t)[np.arange(len(y)), y] + 1e-12).sum() for t in grid]
    return float(grid[int(np.argmin(losses))])


def scores(p: np.ndarray, y: np.ndarray, gold: int, least: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is proposed from probability `least` on, direction included."""
    best = p[:, 1:].max(1)
    way = p[:, 1:].argmax(1) + 1
    given = best >= least
    right = (given & (way == y)).sum()
    precision, recall = right / max(1, given.sum()), right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def named(w: np.ndarray, names: list[str], column: int) -> dict:
    weights = {name: round(float(value), 5) for name, value in zip(names, w[:-1, column]) if abs(value) > 1e-5}
    return {"bias": round(float(w[-1, column]), 5), "weights": weights}


def threshold_keeping(found: np.ndarray, y: np.ndarray, share: float, what: str) -> float:
    """The log-odds from which on `share` of the evidence is kept, told with what it costs."""
    ranked = np.argsort(-found)
    seen = np.cumsum(y[ranked] > 0) / (y > 0).sum()
    for part in (0.5, 0.8, 0.9, 0.95):
        print(f"{what}: {part:.0%} of the evidence in the first {(seen >= part).argmax() / len(y):.1%}")
    least = float(np.quantile(found[y > 0], 1 - share))
    print(f"{what}: {share:.0%} of {(y > 0).sum()} kept with {(found >= least).mean():.1%} of {len(y)} pairs")
    return round(least, 4)


def fit_candidates(rows: list[dict], names: list[str], strength: float, keep: float) -> dict:
    y, fold = np.array([row["y"] for row in rows]), folds([row["accord"] for row in rows])
    x, bears = matrix(rows, names), (y > 0).astype(int)
    found = crossed(x, bears, fold, 2, strength)[:, 0]
    return {**named(fit(x, bears, 2, strength), names, 0), "threshold": threshold_keeping(found, y, keep, "cheap features"), "most": MOST}


def fit_early(rows: list[dict], strength: float, keep: float) -> dict:
    names = ["odds", "early"]
    rows = [row for row in rows if "early" in row["features"]]
    y, fold = np.array([row["y"] for row in rows]), folds([row["accord"] for row in rows])
    x, bears = matrix(rows, names), (y > 0).astype(int)
    found = crossed(x, bears, fold, 2, strength)[:, 0]
    return {**named(fit(x, bears, 2, strength), names, 0), "threshold": threshold_keeping(found, y, keep, "first layers")}


def reliability(p: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins (Naeini et al. 2015)."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum((bins == b).mean() * abs(p[bins == b].mean() - right[bins == b].mean()) for b in range(10) if (bins == b).any()))


def fit_outcome(rows: list[dict], names: list[str], strength: float, wanted: float) -> dict:
    gold = sum(row["y"] > 0 for row in rows if not row["signed"])
    rows = [row for row in rows if row["read"]]
    bare = np.array([not row["signed"] for row in rows])
    y, fold = np.array([row["y"] for row in rows]), folds([row["accord"] for row in rows])
    x = matrix(rows, names)
    found = crossed(x, y, fold, 3, strength)
    temperature = calibrate(found, y)
    # Measured without signs: a case needs none. A fold holds an accord with and without them.
    every = y
    p, y = softmax(found / temperature)[bare], y[bare]
    table = [(least, *scores(p, y, gold, least)) for least in np.round(np.linspace(0.05, 0.97, 93), 2)]
    suggested = max(table, key=lambda row: row[3])
    counted = next((row for row in table if row[1] >= wanted), table[-1])
    print(f"{len(y)} pairs read to the end, {gold} bear, {(y > 0).sum()} of them read; temperature {temperature:.2f}")
    for name, row in (("suggested", suggested), ("counted", counted)):
        print("{} from {:.2f}: precision {:.1%}, recall {:.1%}, F1 {:.1%}".format(name, *row))
    best, way = p[:, 1:].max(1), p[:, 1:].argmax(1) + 1
    shown = best >= suggested[0]
    print(f"expected calibration error of what is proposed: {reliability(best[shown], (way == y)[shown]):.3f}")
    w = fit(x, every, 3, strength)
    return {"breach": named(w, names, 0), "performance": named(w, names, 1), "temperature": round(temperature, 3),
            "counted": float(counted[0]), "suggested": float(suggested[0])}


def main() -> None:
    parser = argparse.ArgumentParser(prog="matcher_model.combine", description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True, help="what training/encode-accords.mjs wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--step", choices=["candidate", "early", "outcome"], required=True)
    parser.add_argument("--keep", type=float, default=0.97, help="share of the evidence that the step must keep")
    parser.add_argument("--precision", type=float, default=0.85, help="of what counts")
    parser.add_argument("--strength", type=float, default=8.0, help="of the regularisation")
    options = parser.parse_args()
    rows, names = load(options.pairs)
    rows = [row for row in rows if not row["open"]]
    if options.step == "candidate":
        nothing = {"bias": -10.0, "weights": {}}
        cheap = [name for name in names if name != "odds"]
        combination = {"candidate": fit_candidates(rows, cheap, options.strength, options.keep), "early": {**nothing, "threshold": -100.0},
                       "breach": nothing, "performance": nothing, "temperature": 1.0, "counted": 0.9, "suggested": 0.5}
    else:
        combination = json.loads(options.out.read_text())
        if options.step == "early":
            combination["early"] = fit_early(rows, options.strength, options.keep)
        else:
            combination |= fit_outcome(rows, names, options.strength, options.precision)
    options.out.write_text(json.dumps(combination, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
