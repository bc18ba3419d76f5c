#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares an import with merely reading the same files, side by side, and prints ratios.

    bench_import.py DECAYSCOPE TREE [--rounds 3]

DECAYSCOPE is the program (a release build), TREE a results tree. Each round reads every file with Python and parses the
JSON ones, then imports the tree into a new study; the best of each counts, from warm cache. A second import into the
last study shows what finding nothing new costs.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

BUDGETS = {"time": 1.5, "store": 0.45, "memory": 500.0}


def read_everything(tree):
    """Seconds and bytes of reading every file and parsing the JSON ones; run in a process of its own."""
    start = time.monotonic()
    size = 0
    for folder, _, names in os.walk(tree):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            size += len(content)
            if name.endswith(".json"):
                try:
                    json.loads(content)
                except ValueError:
                    pass
    return time.monotonic() - start, size


def baseline(tree):
    answer = subprocess.run([sys.executable, __file__, "--read-only", tree], check=True, capture_output=True, text=True)
    seconds, size = answer.stdout.split()
    return float(seconds), int(size)


def run_import(program, store, tree):
    """Seconds, peak memory in MB and the report of one import."""
    start = time.monotonic()
    process = subprocess.Popen([program, "--store", store, "--quiet", "--json", "import", tree], stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 4):
        sys.exit(f"The import failed with status {os.waitstatus_to_exitcode(status)}.")
    return time.monotonic() - start, usage.ru_maxrss / 1024, json.loads(output)


def verdict(name, value):
    return "within" if value <= BUDGETS[name] else "ABOVE"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tree")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()

    reads, imports, memory = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.rounds):
            store = os.path.join(folder, f"study-{number}.decayscope")
            seconds, size = baseline(arguments.tree)
            reads.append(seconds)
            seconds, peak, report = run_import(arguments.program, store, arguments.tree)
            imports.append(seconds)
            memory.append(peak)
        store_size = os.path.getsize(store)
        again, _, second = run_import(arguments.program, store, arguments.tree)

    ratio, share, peak = min(imports) / min(reads), store_size / size, max(memory)
    print(f"input        {report['runs']} runs, {size / 1e6:.0f} MB")
    print(f"reading      {min(reads):.1f} s with Python   (rounds: {', '.join(f'{s:.1f}' for s in reads)})")
    print(f"import       {min(imports):.1f} s               (rounds: {', '.join(f'{s:.1f}' for s in imports)})")
    print(f"import/read  {ratio:.2f}   budget {BUDGETS['time']}: {verdict('time', ratio)}")
    print(f"store/input  {share:.3f}  budget {BUDGETS['store']}: {verdict('store', share)}")
    print(f"peak memory  {peak:.0f} MB budget {BUDGETS['memory']:.0f}: {verdict('memory', peak)}")
    print(f"again        {again:.1f} s, {second['unchanged']} unchanged")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-only"]:
        print(*read_everything(sys.argv[2]))
    else:
        main()
