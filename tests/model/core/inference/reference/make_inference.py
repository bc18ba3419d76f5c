# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes inference_scipy.json into the working folder: python3 make_inference.py

Score intervals of differences of proportions by statsmodels, noncentral t by SciPy, and Newcombe's interval of paired
proportions from statsmodels' score intervals of the margins.
"""

import json
import math

import scipy
import statsmodels
from scipy.stats import nct
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportion_effectsize


def newcombe(x, n, y, m):
    low, high = confint_proportions_2indep(x, n, y, m, method="newcomb", compare="diff")
    return {"x": x, "n": n, "y": y, "m": m, "difference": 100 * (x / n - y / m), "low": 100 * low, "high": 100 * high}


def arcsine(x, n, y, m):
    h = proportion_effectsize(x / n, y / m)
    half = scipy.stats.norm.ppf(0.975) * math.sqrt(1 / n + 1 / m)
    return {"x": x, "n": n, "y": y, "m": m, "h": h, "low": h - half, "high": h + half}


def paired(a, b, c, d):
    n = a + b + c + d
    first, second = (a + b) / n, (a + c) / n
    l1, u1 = proportion_confint(a + b, n, method="wilson")
    l2, u2 = proportion_confint(a + c, n, method="wilson")
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    cross = a * d - b * c
    if cross > n / 2:
        cross -= n / 2
    elif cross >= 0:
        cross = 0
    phi = cross / math.sqrt(margins) if margins else 0
    down = math.sqrt((first - l1) ** 2 - 2 * phi * (first - l1) * (u2 - second) + (u2 - second) ** 2)
    up = math.sqrt((u1 - first) ** 2 - 2 * phi * (u1 - first) * (second - l2) + (second - l2) ** 2)
    gap = first - second
    return {"both": a, "only_a": b, "only_b": c, "neither": d, "difference": 100 * gap, "low": 100 * (gap - down), "high": 100 * (gap + up)}


def noncentral(t, df, ncp):
    return {"t": t, "df": df, "ncp": ncp, "p": float(nct.cdf(t, df, ncp))}


result = {
    "origin": f"make_inference.py with SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "newcombe": [newcombe(*row) for row in [(56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 0, 20), (10, 10, 0, 20), (5, 56, 0, 29)]],
    "arcsine": [arcsine(*row) for row in [(56, 70, 48, 80), (0, 10, 10, 10), (9, 10, 3, 10)]],
    "paired": [paired(*row) for row in [(36, 12, 2, 0), (1, 1, 7, 12), (10, 4, 4, 10), (24, 0, 0, 8), (0, 5, 0, 0), (53, 0, 1, 0)]],
    "noncentral_t": [noncentral(*row) for row in [(2.0, 7, 0.5), (-3.1, 3, -2.0), (0.0, 12, 1.5), (2.36, 7, 2.8), (12.0, 9, 10.0), (1.2, 79.0, 1.0)]],
}
with open("inference_scipy.json", "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
