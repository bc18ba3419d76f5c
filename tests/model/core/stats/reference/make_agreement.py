#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes agreement.json beside this script: values that the tests of agreement coefficients compare with.

    python3 make_agreement.py

Two kinds of values. "published" ones were printed by others: Krippendorff (2011) for his example; the overview vignette
of the R package irrCAC for its data set cont3x3abstractors; the worked example of Fleiss' kappa with 14 raters. The
others are computed here from the definitions by going through pairs of ratings one by one with exact fractions, which
shares no step with the program's sums. "bootstrap" is NumPy's resampling of clusters.
"""
import itertools
import json
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import binomtest

rng = np.random.default_rng(20260422)


def ordered_pairs(unit):
    known = [value for value in unit if value is not None]
    return list(itertools.permutations(known, 2)), len(known)


def average(values):
    return sum(values, Fraction(0)) / len(values)


def cohen(units, a, b, categories, weight=lambda i, j: Fraction(int(i == j))):
    both = [(u[a], u[b]) for u in units if u[a] is not None and u[b] is not None]
    observed = average([weight(i, j) for i, j in both])
    # Chance: every rating of one rater beside every rating of the other.
    first = [sum(1 for i, _ in both if i == c) for c in range(categories)]
    second = [sum(1 for _, j in both if j == c) for c in range(categories)]
    chance = sum(weight(i, j) * Fraction(first[i] * second[j], len(both) ** 2)
                 for i in range(categories) for j in range(categories))
    return (observed - chance) / (1 - chance)


def accuracy(units, a, b):
    return average([Fraction(int(u[a] == u[b])) for u in units if u[a] is not None and u[b] is not None])


def unit_agreement(unit):
    pairs, _ = ordered_pairs(unit)
    return average([Fraction(int(i == j)) for i, j in pairs])


def ac1(units, categories):
    observed = average([unit_agreement(u) for u in units if ordered_pairs(u)[1] > 1])
    rated = [u for u in units if ordered_pairs(u)[1] > 0]
    shares = [average([Fraction(sum(1 for v in u if v == c), ordered_pairs(u)[1]) for u in rated])
              for c in range(categories)]
    chance = sum(p * (1 - p) for p in shares) / (categories - 1)
    return (observed - chance) / (1 - chance)


def fleiss(units, categories):
    full = [u for u in units if None not in u]
    observed = average([unit_agreement(u) for u in full])
    values = [v for u in full for v in u]
    chance = sum(Fraction(values.count(c), len(values)) ** 2 for c in range(categories))
    return (observed - chance) / (1 - chance)


def alpha(units):
    paired = [u for u in units if ordered_pairs(u)[1] > 1]
    values = [v for u in paired for v in u if v is not None]
    observed = sum(Fraction(sum(1 for i, j in pairs if i != j), m - 1) for pairs, m in map(ordered_pairs, paired))
    expected = sum(1 for i, j in itertools.permutations(values, 2) if i != j)
    return 1 - observed * (len(values) - 1) / expected


def tree(i, j):
    """Categories 0 and 1, and 2 and 3, are siblings."""
    return Fraction(1) if i == j else Fraction(1, 2) if i // 2 == j // 2 else Fraction(0)


def table(count, raters, categories, missing, truth):
    units = []
    for _ in range(count):
        real = int(rng.integers(categories) ** 2 // categories)
        row = [real if rng.random() < truth else int(rng.integers(categories)) for _ in range(raters)]
        units.append([None if rng.random() < missing else v for v in row])
    return units


def computed(units, categories):
    return {"categories": categories, "units": units, "accuracy": float(accuracy(units, 0, 1)),
            "cohen": float(cohen(units, 0, 1, categories)), "weighted": float(cohen(units, 0, 1, categories, tree)),
            "pabak": float((categories * accuracy(units, 0, 1) - 1) / (categories - 1)),
            "ac1": float(ac1(units, categories)), "fleiss": float(fleiss(units, categories)),
            "alpha": float(alpha(units))}


def from_counts(counts):
    """Units of as many raters as a row's counts say."""
    return [[c for c, n in enumerate(row) for _ in range(n)] for row in counts]


def published():
    observers = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]
    columns = [[None if v == "." else int(v) - 1 for v in row.split()] for row in observers]
    krippendorff = {"origin": "Krippendorff 2011, example with missing data, nominal", "categories": 5,
                    "units": [list(u) for u in zip(*columns)], "alpha": 0.743, "decimals": 3}
    abstractors = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
    pairs = [[i, j] for i in range(3) for j in range(3) for _ in range(abstractors[i][j])]
    gwet = {"origin": "R package irrCAC, overview vignette, cont3x3abstractors", "categories": 3, "units": pairs,
            "cohen": 0.7964094, "ac1": 0.8493305, "pabak": 0.835, "alpha": 0.7972585, "fleiss": 0.7962397,
            "accuracy": 0.89, "decimals": 7}
    psychiatrists = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
                     [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]
    worked = {"origin": "Fleiss' kappa, worked example of ten subjects and 14 raters", "categories": 5,
              "units": from_counts(psychiatrists), "fleiss": 0.210, "decimals": 3}
    return [krippendorff, gwet, worked]


def bootstrap():
    """Cohen's κ of clustered units, resampled by NumPy; `error` is the Monte-Carlo standard error of a bound."""
    units = table(120, 2, 4, 0.0, 0.7)
    clusters = [int(i) for i in rng.integers(25, size=len(units))]
    cells = np.zeros((25, 4, 4))
    for (i, j), cluster in zip(units, clusters):
        cells[cluster, i, j] += 1
    cells = cells[cells.sum(axis=(1, 2)) > 0]
    draws = 200_000
    weights = rng.multinomial(len(cells), np.full(len(cells), 1 / len(cells)), size=draws)
    tables = np.tensordot(weights, cells, axes=1)
    n = tables.sum(axis=(1, 2))
    observed = np.trace(tables, axis1=1, axis2=2) / n
    chance = (tables.sum(axis=1) * tables.sum(axis=2)).sum(axis=1) / n**2
    kappas = (observed - chance) / (1 - chance)
    low, high = np.quantile(kappas, [0.025, 0.975])

    def error(probability, value):
        near = np.mean(np.abs(kappas - value) < 0.005) / 0.01
        return math.sqrt(probability * (1 - probability) / 10_000) / near

    return {"categories": 4, "units": units, "clusters": clusters, "low": float(low), "high": float(high),
            "error_low": error(0.025, low), "error_high": error(0.975, high)}


def forecast(n, kappa, shares):
    """Large-sample standard error of Fleiss, Cohen and Everitt (1969) by the delta method: a numerical gradient of κ
    over the cells of the expected table."""
    k = len(shares)
    cells = np.array([[(shares[i] ** 2 + kappa * shares[i] * (1 - shares[i])) if i == j
                       else (1 - kappa) * shares[i] * shares[j] for j in range(k)] for i in range(k)])

    def value(p):
        chance = (p.sum(axis=0) * p.sum(axis=1)).sum()
        return (np.trace(p) - chance) / (1 - chance)

    gradient = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            step = np.zeros((k, k))
            step[i, j] = 1e-6
            gradient[i, j] = (value(cells + step) - value(cells - step)) / 2e-6
    variance = (cells * gradient**2).sum() - (cells * gradient).sum() ** 2
    return {"n": n, "kappa": kappa, "shares": shares, "width": 2 * 1.959963984540054 * math.sqrt(variance / n)}


def wilson(count, n):
    interval = binomtest(count, n).proportion_ci(method="wilson")
    return {"count": count, "n": n, "low": 100 * float(interval.low), "high": 100 * float(interval.high)}


result = {
    "origin": f"make_agreement.py with NumPy {np.__version__} and SciPy {scipy.__version__}",
    "wilson": [wilson(0, 5), wilson(5, 5), wilson(137, 194), wilson(1, 3), wilson(50, 100000)],
    "published": published(),
    "computed": [computed(table(40, 2, 4, 0.0, 0.8), 4), computed(table(60, 3, 4, 0.15, 0.6), 4),
                 computed(table(90, 5, 4, 0.3, 0.5), 4), computed(table(25, 4, 4, 0.1, 0.0), 4)],
    "bootstrap": bootstrap(),
    "forecast": [forecast(50, 0.8, [0.3, 0.3, 0.2, 0.2]), forecast(200, 0.6, [0.7, 0.2, 0.1]),
                 forecast(100, 0.0, [0.5, 0.5]), forecast(50, 0.95, [0.22, 0.24, 0.1, 0.22, 0.1, 0.12])],
}
Path(__file__).with_name("agreement.json").write_text(json.dumps(result) + "\n")
