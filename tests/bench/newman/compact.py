#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/evaluator/suite/newman-verdicts.json of what verdicts.js wrote: compact.py RAW… > FILE.

Of each row stand the requests that did not pass entirely, and what went over the wire other than in the first row."""

import json
import sys


def compact(row, right):
    short = {"name": row["name"]}
    if row.get("timeout"):
        short["timeout"] = row["timeout"]
    short["requests"] = ["%d %s" % (n, signs) for n, (signs, all_passed) in
                         enumerate(zip(row["requests"], right["requests"]), 1) if signs != all_passed]
    assert len(row["requests"]) == len(right["requests"])
    lines = [line.replace("/%d/api" % row["index"], "/N/api") for line in row["wire"]]
    usual = [line.replace("/%d/api" % right["index"], "/N/api") for line in right["wire"]]
    short["wire"] = ["%d %s" % (n, line) for n, line in enumerate(lines, 1) if n > len(usual) or line != usual[n - 1]]
    short["sent"] = len(lines)
    return short


made = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        made += [json.loads(line) for line in file]
made.sort(key=lambda row: row["index"])
right = made[0]
out = {"by": right["by"], "with": "tests/bench/newman/verdicts.js", "right": right["requests"],
       "wire": [line.replace("/%d/api" % right["index"], "/N/api") for line in right["wire"]],
       "rows": [compact(row, right) for row in made]}
text = json.dumps(out, ensure_ascii=False, indent=0)
sys.stdout.write(text.replace("[\n]", "[]") + "\n")
