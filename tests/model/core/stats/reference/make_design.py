#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes design.json beside this script: a made-up study with missing tasks, and what statistics of its design and
constraints come to, counted independently of Decayscope. make_design.R then adds design_r.json.

    python3 make_design.py && Rscript make_design.R

Needs NumPy and SciPy; the file names the versions that made it.
"""
import itertools
import json
import math
from collections import defaultdict
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20261123)
FRAMEWORKS = {"flask": "uv", "aiohttp": "uv", "koa": "node", "hono": "node"}
CONFIGURATIONS = [("mini_swe_sdk", "gpt-x", 75, 18), ("mini_swe_sdk", "kimi", 60, 9), ("openhands_sdk", "gpt-x", 62, 22)]
SETS = ["", "A", "S", "P", "AS", "AP", "SO", "PO", "ASO", "APO"]
WORDS = {"A": "clean_architecture", "S": "sqlite", "P": "postgres"}
TOTAL = 290


def task_name(framework, letters):
    orm = "sqlalchemy" if FRAMEWORKS[framework] == "uv" else "sequelize"
    words = [WORDS[c] if c != "O" else orm for c in letters]
    return f"{framework}-openapi-" + ("-".join(words) or "unconstrained")


def make_runs():
    for scaffold, model, start, fall in CONFIGURATIONS:
        for framework, runtime in FRAMEWORKS.items():
            for letters in SETS:
                if rng.random() < 0.12:
                    continue
                for trial in range(int(rng.integers(2, 4))):
                    level = start - fall * len(letters) + (6 if framework == "flask" else -3) * ("S" in letters)
                    share = min(100, max(0, rng.normal(level, 18)))
                    passed = TOTAL if rng.random() < 0.06 else round(TOTAL * share / 100)
                    kept = [int(rng.random() > 0.08) for _ in "ADO"]
                    seen = [v if rng.random() > 0.1 else 1 - v for v in kept]
                    yield [runtime, scaffold, model, task_name(framework, letters), f"run_{trial}", TOTAL, passed,
                           TOTAL - passed, *kept, *seen, framework, letters]


def complies(letters, verdicts):
    applies = ["A" in letters, "S" in letters or "P" in letters, "O" in letters]
    return all(v for v, a in zip(verdicts, applies) if a)


def task_scores(runs, judging):
    """(configuration, framework, letters) -> (A%, pass@1)"""
    shares, passes = defaultdict(list), defaultdict(list)
    for run in runs:
        key = ((run[1], run[2]), run[14], run[15])
        verdicts = {"raw": [1, 1, 1], "reference": run[8:11], "syntax": run[11:14]}[judging]
        kept = complies(run[15], verdicts)
        shares[key].append(100 * run[6] / TOTAL if kept else 0.0)
        passes[key].append(100.0 if kept and run[7] == 0 else 0.0)
    return {key: (float(np.mean(shares[key])), float(np.mean(passes[key]))) for key in shares}


def clustered(values, clusters):
    x = np.asarray(values, float)
    mean = x.mean()
    sums = defaultdict(float)
    for v, c in zip(x, clusters):
        sums[c] += v - mean
    g = len(sums)
    row = {"mean": float(mean), "n": len(x), "clusters": g, "low": None, "high": None}
    if g > 1:
        se = math.sqrt(g / (g - 1) * sum(s * s for s in sums.values())) / len(x)
        half = float(stats.t.ppf(0.975, g - 1)) * se
        row |= {"low": float(mean - half), "high": float(mean + half)}
        if se > 1e-9:
            row["p_t"] = float(2 * stats.t.sf(abs(mean) / se, g - 1))
    return row


def sign_flips(values, clusters):
    sums = defaultdict(float)
    for v, c in zip(values, clusters):
        sums[c] += v
    s = np.array(list(sums.values()))
    observed = abs(s.sum())
    patterns = np.array(list(itertools.product([1, -1], repeat=len(s))))
    return float(np.mean(np.abs(patterns @ s) >= observed - 1e-9))


def chains():
    """All orders of three constraints whose steps are variants of a framework."""
    for last in ("ASO", "APO"):
        for order in itertools.permutations(last):
            steps = ["".join(c for c in "ASPO" if c in order[:i]) for i in range(4)]
            if all(s in SETS for s in steps):
                yield steps


def matched(scores):
    rows = []
    for configuration in sorted({key[0] for key in scores}):
        by_framework = defaultdict(list)
        for framework in FRAMEWORKS:
            for chain in chains():
                if all((configuration, framework, step) in scores for step in chain):
                    by_framework[framework].append([scores[configuration, framework, step] for step in chain])
        means = np.array([np.mean(c, axis=0) for c in by_framework.values()])  # framework × level × measure
        labels = range(len(means))
        rows.append({"configuration": configuration, "complete": sum(map(len, by_framework.values())),
                     "planned": 6 * len(FRAMEWORKS),
                     "levels": [clustered(means[:, level, 0], labels) for level in range(4)],
                     "pass": [clustered(means[:, level, 1], labels) for level in range(4)],
                     "delta": clustered(means[:, 3, 0] - means[:, 0, 0], labels)})
    return rows


SQUARES = {"architecture:sqlite": [("", "A", "S", "AS")], "architecture:postgres": [("", "A", "P", "AP")],
           "architecture:database": [("", "A", "S", "AS"), ("", "A", "P", "AP")],
           "architecture:orm": [("S", "AS", "SO", "ASO"), ("P", "AP", "PO", "APO")],
           "architecture:engine": [("S", "AS", "P", "AP"), ("SO", "ASO", "PO", "APO")],
           "orm:engine": [("S", "SO", "P", "PO"), ("AS", "ASO", "AP", "APO")]}


def interactions(scores):
    for key, squares in SQUARES.items():
        values, clusters = [], []
        for configuration in sorted({k[0] for k in scores}):
            for framework in FRAMEWORKS:
                for square in squares:
                    four = [scores.get((configuration, framework, step)) for step in square]
                    if None not in four:
                        a, b, c, d = (f[0] for f in four)
                        values.append((d - c) - (b - a))
                        clusters.append(f"{framework} {square[0]}")
        yield {"key": key, "values": values, "labels": clusters, "p": sign_flips(values, clusters)} | clustered(values, clusters)


CONSTRAINTS = {"clean_architecture": ("A", None), "postgres": ("P", None), "sqlite": ("S", None),
               "sqlalchemy": ("O", "uv"), "sequelize": ("O", "node")}


def pairs_of(scores, letter, runtime):
    """configuration, framework, letters with, difference"""
    for (configuration, framework, letters), score in scores.items():
        without = (configuration, framework, letters.replace(letter, ""))
        if letter in letters and without in scores and runtime in (None, FRAMEWORKS[framework]):
            yield configuration, framework, letters, score[0] - scores[without][0]


def framework_effects(scores):
    for constraint, (letter, runtime) in CONSTRAINTS.items():
        pairs = list(pairs_of(scores, letter, runtime))
        for framework in sorted({p[1] for p in pairs}):
            own = [p for p in pairs if p[1] == framework]
            values, labels = [p[3] for p in own], [p[2] for p in own]
            yield {"constraint": constraint, "framework": framework, "values": values,
                   "labels": labels} | clustered(values, labels)


def heterogeneity(scores):
    for constraint, (letter, runtime) in CONSTRAINTS.items():
        same = defaultdict(list)
        for configuration, framework, letters, difference in pairs_of(scores, letter, runtime):
            same[configuration, letters].append((framework, difference))
        rests = defaultdict(lambda: defaultdict(list))
        for (_, letters), values in same.items():
            mean = np.mean([v for _, v in values])
            for framework, value in values:
                rests[letters][framework].append(value - mean)
        names = sorted({f for block in rests.values() for f in block})
        blocks = [([names.index(f) for f in block], [float(np.mean(v)) for v in block.values()])
                  for block in rests.values()]
        counts = np.bincount([f for fs, _ in blocks for f in fs], minlength=len(names))

        def statistic(orders):
            sums = np.zeros(len(names))
            for (fs, _), order in zip(blocks, orders):
                for f, v in zip(fs, order):
                    sums[f] += v
            return float(np.sum(sums**2 / counts))

        observed = statistic([vs for _, vs in blocks])
        size = math.prod(math.factorial(len(fs)) for fs, _ in blocks)
        bound = observed * (1 - 1e-9)
        if size <= 100_000:
            hits = sum(statistic(orders) >= bound for orders in itertools.product(*(itertools.permutations(vs) for _, vs in blocks)))
            p, error = hits / size, 0.0
        else:
            draws = 40_000
            hits = sum(statistic([rng.permutation(vs) for _, vs in blocks]) >= bound for _ in range(draws))
            p = hits / draws
            error = math.sqrt(p * (1 - p) / draws)
        yield {"constraint": constraint, "frameworks": len(names), "between": observed, "p": p, "p_error": error}


def sensitivity(runs):
    by = {judging: task_scores(runs, judging) for judging in ("raw", "reference", "syntax")}
    configurations = sorted({k[0] for k in by["raw"]})
    means = {j: [float(np.mean([s[0] for k, s in by[j].items() if k[0] == c])) for c in configurations] for j in by}
    return {"means": means, "tau": {f"{a} {b}": float(stats.kendalltau(means[a], means[b])[0])
                                    for a, b in itertools.combinations(means, 2)},
            "changed": sum(complies(r[15], r[8:11]) != complies(r[15], r[11:14]) for r in runs)}


def kendalls():
    lists = [([1, 2, 3, 4], [1, 2, 4, 3]), ([1, 2, 2, 3], [3, 1, 1, 2]), ([5, 1, 3], [3, 2, 1])]
    lists.append((np.round(rng.normal(0, 2, 15)).tolist(), np.round(rng.normal(0, 2, 15)).tolist()))
    return [{"x": x, "y": y, "tau": float(stats.kendalltau(x, y)[0])} for x, y in lists]


runs = list(make_runs())
strict = task_scores(runs, "reference")
document = {"origin": f"make_design.py with NumPy {np.__version__} and SciPy {scipy.__version__}",
            "run-scores": [run[:14] for run in runs], "matched": matched(strict),
            "interactions": list(interactions(strict)), "frameworks": list(framework_effects(strict)),
            "heterogeneity": list(heterogeneity(strict)), "sensitivity": sensitivity(runs), "kendall": kendalls(),
            "tasks": [{"scaffold": c[0], "model": c[1], "framework": f, "level": len(s), "task": task_name(f, s), "a": v[0]}
                      for (c, f, s), v in strict.items()]}
Path(__file__).with_name("design.json").write_text(json.dumps(document, indent=None, separators=(",", ":")).replace("],[", "],\n[").replace("},{", "},\n{") + "\n")
