#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The static verifiers' reference mode written down as Python regular expressions.

A second, independent statement of the rules: the tests compare answers with it, the benchmark compares times.

    reference_regexes.py answers FILE    FILE: a JSON list of patches in base64; prints a JSON list of answers
    reference_regexes.py time FILE N     FILE: one patch; prints the least seconds of N verifications
"""
import base64
import json
import re
import sys
import time

LAYERS = [
    ("routes", 3, "routes route handlers handler routers views"),
    ("services", 2, "services service usecases use_cases"),
    ("models", 0, "models model entities entity domain"),
    ("repositories", 1, "repositories repository repos data_access data dao dal"),
]
RANK = {name: rank for name, rank, _ in LAYERS}
WORDS = [(name, frozenset(words.split())) for name, _, words in LAYERS]

HEADER = re.compile(r"^diff --git a/(.+?) b/", re.M)
IMPORTS = [
    re.compile(r"^\s*from\s+([\w.]+)\s+import", re.M),
    re.compile(r"^\s*import\s+([\w.]+)", re.M),
    re.compile(r"""require\(\s*['"]([^'"]+)['"]\s*\)"""),
    re.compile(r"""^\s*import\s+.*?\s+from\s+['"]([^'"]+)['"]""", re.M),
]
Q = """['"]"""


def python_import(module):
    return re.compile(rf"(?:^|\s)import\s+{module}|from\s+{module}\s+import", re.M)


def any_case(pattern):
    return re.compile(pattern, re.I)


SIGNS = {
    "sqlite": {
        "import:sqlite3": python_import("sqlite3"),
        "import:aiosqlite": python_import("aiosqlite"),
        "connstr:sqlite": any_case(r"sqlite(?:\+\w+)?:///"),
        "django:sqlite": any_case(r"django\.db\.backends\.sqlite3"),
        "dep:sqlite3-npm": any_case(f"{Q}sqlite3{Q}"),
        "dep:better-sqlite3": any_case(f"{Q}better-sqlite3{Q}"),
        "dialect:sqlite": any_case(rf"dialect\s*[:=]\s*{Q}sqlite{Q}"),
    },
    "postgres": {
        "import:psycopg2": re.compile("psycopg2"),
        "import:asyncpg": python_import("asyncpg"),
        "connstr:postgresql": any_case(r"postgres(?:ql)?(?:\+\w+)?://"),
        "dialect-import:pg": any_case(r"sqlalchemy\.dialects\.postgresql"),
        "django:postgres": any_case(r"django\.db\.backends\.postgresql"),
        "dep:pg-npm": re.compile(f"{Q}pg{Q}"),
        "dep:pg-promise": any_case(f"{Q}pg-promise{Q}"),
        "dialect:postgres": any_case(rf"dialect\s*[:=]\s*{Q}postgres(?:ql)?{Q}"),
        "host:postgres": any_case(rf"host\s*[:=]\s*{Q}postgres{Q}"),
    },
    "sqlalchemy": {
        "import:sqlalchemy": re.compile(r"(?:^|\s)import\s+sqlalchemy|from\s+sqlalchemy(?:\.|\s+import)", re.M),
        "dep:sqlalchemy": any_case("sqlalchemy"),
    },
    "sequelize": {
        "import:sequelize": any_case(rf"require\(\s*{Q}sequelize{Q}\s*\)"),
        "esm:sequelize": any_case(rf"from\s+{Q}sequelize{Q}"),
        "dep:sequelize": any_case(rf"{Q}sequelize{Q}\s*:"),
        "usage:sequelize": any_case(r"new\s+sequelize\s*\("),
    },
}
LOCK_FILES = ("package-lock.json", "yarn.lock", "pnpm-lock.yaml")


def text_of(patch):
    return patch.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def added_by_file(text):
    files, current, lines = {}, None, []
    for line in text.splitlines():
        header = HEADER.match(line)
        if header:
            if current is not None:
                files[current] = "\n".join(lines)
            current, lines = header[1], []
        elif current is not None and line.startswith("+") and not line.startswith("+++"):
            lines.append(line[1:])
    if current is not None:
        files[current] = "\n".join(lines)
    return files


def components(path):
    return [part for part in path.split("/") if part not in ("", ".")]


def layers_of(parts):
    lower = {part.lower() for part in parts}
    return [name for name, words in WORDS if words & lower]


def architecture(patch):
    text = text_of(patch)
    counts, violations = {}, []
    for header in HEADER.finditer(text):
        for layer in layers_of(components(header[1])[:-1]):
            counts[layer] = counts.get(layer, 0) + 1
    for path, code in added_by_file(text).items():
        own = layers_of(components(path)[:-1])[:1]
        targets = [found[1] for pattern in IMPORTS for found in pattern.finditer(code)] if own else []
        for target in targets:
            layers = layers_of(components(target.replace(".", "/")))
            if layers and RANK[layers[0]] > RANK[own[0]]:
                violations.append({"file": path, "file_layer": own[0], "imports": target, "target_layer": layers[0]})
    return {"compliant": len(counts) >= 3 and not violations, "layers": counts, "violations": violations}


def signs(patch, names):
    code = "\n".join(added for path, added in added_by_file(text_of(patch)).items()
                     if (components(path) or [""])[-1] not in LOCK_FILES)
    return {name: [label for label, pattern in SIGNS[name].items() if pattern.search(code)] for name in names}


def database(patch, expected):
    found = signs(patch, ("sqlite", "postgres"))
    other = "postgres" if expected == "sqlite" else "sqlite"
    if found[expected] and found[other] == [f"django:{other}"]:
        found[other] = []
    return {"compliant": bool(found[expected]) and not found[other], "evidence": found}


def orm(patch, expected):
    found = signs(patch, ("sqlalchemy", "sequelize"))
    return {"compliant": bool(found[expected]), "evidence": found}


def answers(patch):
    return {
        "clean_architecture": architecture(patch),
        "sqlite": database(patch, "sqlite"),
        "postgres": database(patch, "postgres"),
        "sqlalchemy": orm(patch, "sqlalchemy"),
        "sequelize": orm(patch, "sequelize"),
    }


def least_seconds(patch, times):
    """Of one task's three constraints; an ORM's signs alone are searched, as only they count."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        architecture(patch)
        database(patch, "postgres")
        signs(patch, ("sqlalchemy",))
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main():
    what, file = sys.argv[1:3]
    with open(file, "rb") as source:
        content = source.read()
    if what == "time":
        print(least_seconds(content, int(sys.argv[3])))
    else:
        json.dump([answers(base64.b64decode(patch)) for patch in json.loads(content)], sys.stdout)


main()
