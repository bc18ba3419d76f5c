#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes scipy.json beside this script: values that the tests of `stats` compare with.

    python3 make_reference.py

Needs NumPy and SciPy; the file names the versions that made it.
"""
import json
import math
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20260422)


def interval(values, clusters):
    """Intercept-only least squares with the cluster-robust sandwich and G/(G-1), by matrices."""
    y = np.asarray(values, dtype=float)
    labels = np.asarray(clusters)
    x = np.ones((len(y), 1))
    bread = np.linalg.inv(x.T @ x)
    beta = bread @ x.T @ y
    residuals = y - x @ beta
    groups = np.unique(labels)
    g = len(groups)
    meat = sum(np.outer(s, s) for s in (x[labels == k].T @ residuals[labels == k] for k in groups))
    row = {"values": list(map(float, y)), "clusters": list(map(int, labels)), "mean": float(beta[0])}
    if g < 2:
        return row | {"low": None, "high": None}
    se = math.sqrt((g / (g - 1) * bread @ meat @ bread)[0, 0])
    half = float(stats.t.ppf(0.975, g - 1)) * se
    return row | {"low": row["mean"] - half, "high": row["mean"] + half}


def intervals():
    yield interval([40, 60], [0, 1])
    yield interval([12.5, 50, 87.5, 100], [0, 1, 2, 3])
    yield interval([70, 70, 70], [0, 1, 2])
    yield interval([1, 2, 3, 4, 5], [0, 0, 0, 0, 0])
    for g, n in ((2, 7), (4, 16), (8, 32), (5, 23)):
        labels = np.sort(np.concatenate([np.arange(g), rng.integers(0, g, n - g)]))
        yield interval(np.round(rng.normal(50, 20, n) + 8 * labels, 3), labels)


def correlations():
    def row(x, y):
        r, p = stats.pearsonr(x, y)
        rho, q = stats.spearmanr(x, y)
        return {"x": list(map(float, x)), "y": list(map(float, y)), "pearson": [float(r), float(p)], "spearman": [float(rho), float(q)]}
    yield row([1, 2, 3, 4], [2, 4, 5, 4])
    yield row([1, 1, 2, 2, 3], [5, 6, 6, 7, 7])
    for n in (5, 16, 40):
        x = np.round(rng.uniform(0, 100, n), 1)
        yield row(x, np.round(0.8 * x + rng.normal(0, 12, n), 0))
    x = np.round(rng.uniform(0, 100, 24), 2)
    yield row(x, np.round(x + rng.normal(0, 0.5, 24), 2))


def sign_flips():
    def row(sums, draws):
        result = stats.permutation_test((np.asarray(sums, dtype=float),), np.sum, permutation_type="samples", n_resamples=draws, rng=rng)
        return {"sums": list(map(float, sums)), "p": float(result.pvalue), "exact": draws == np.inf}
    yield row([1, 2, 3], np.inf)
    yield row([5, 5, -5, 5, 0, 5], np.inf)
    yield row(np.round(rng.normal(-1, 2, 10), 2), np.inf)
    yield row(np.round(rng.normal(-0.7, 2, 16), 3), np.inf)
    yield row(np.round(rng.normal(-0.5, 2, 17), 2), np.inf) | {"exact": False}
    yield row(np.round(rng.normal(-3, 12, 40), 2), 1_000_000)
    yield row(np.round(rng.normal(0.6, 9, 70), 2), 1_000_000)


def pass_at_k(n, c, k):
    if n < k:
        return 1.0 if c > 0 else 0.0
    return 1 - math.comb(n - c, k) / math.comb(n, k)


reference = {
    "origin": f"make_reference.py with SciPy {scipy.__version__}, NumPy {np.__version__}",
    "quantiles": [{"probability": p, "degrees": d, "t": float(stats.t.ppf(p, d))} for d in (1, 2, 3, 7, 15, 39, 120) for p in (0.975, 0.9)],
    "two_sided": [{"t": t, "degrees": d, "p": float(2 * stats.t.sf(abs(t), d))} for d in (1, 2, 14, 38) for t in (-12.5, -2.1, 0.0, 0.3, 4.0)],
    "intervals": list(intervals()),
    "correlations": list(correlations()),
    "sign_flips": list(sign_flips()),
    "pass_at_k": [{"n": n, "c": c, "k": k, "p": pass_at_k(n, c, k)} for n in (1, 2, 3, 5, 20) for c in range(n + 1) for k in (1, 2, 3, 10)],
}
Path(__file__).with_name("scipy.json").write_text(json.dumps(reference, indent=1) + "\n", encoding="utf-8")
