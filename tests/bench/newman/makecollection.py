#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a Postman collection (v2.1) that asks and checks what a suite file does: makecollection.py SUITE > COLLECTION.

The scripts set `tests[…]`, read properties with `hasOwnProperty` and break off where the body is null, as collections of
that style do. The base URL is {{APIURL}}."""

import json
import sys


def holder(path):
    """An expression for the object a dotted path lies in, and the path's last part."""
    *parts, last = path.split(".")
    text = "body"
    for part in parts:
        text = "(%s?.[%s] ?? {})" % (text, part) if part.isdigit() else "(%s.%s || {})" % (text, part)
    return text, last


def condition(check):
    kind = check["kind"]
    if kind == "status":
        return "pm.response.code === %d" % check["value"]
    if kind == "captured":
        source = check["from"]
        return "!!%s && pm.globals.get(%s) === %s" % (source, json.dumps(check["variable"]), source)
    inside, last = holder(check["at"])
    if kind == "present":
        return "%s.hasOwnProperty(%s)" % (inside, json.dumps(last))
    value = "%s.%s" % (inside, last)
    return {"array": "Array.isArray(%s)", "integer": "Number.isInteger(%s)",
            "equal": "%%s === %s" % json.dumps(check.get("value")),
            "compare": "%%s %s %s" % (check.get("relation"), json.dumps(check.get("value")))}[kind] % value


def script(call):
    sources = {c["variable"]: "%s.%s" % holder(c["from"]) for c in call.get("captures", [])}
    lines, captured = [], set()

    def capture(variable):
        one = next(c for c in call["captures"] if c["variable"] == variable)
        inside, last = holder(one["from"])
        guard = "" if "missing" in one else "if (%s.hasOwnProperty(%s)) " % (inside, json.dumps(last))
        lines.append("%spm.globals.set(%s, %s);" % (guard, json.dumps(variable), sources[variable]))
        captured.add(variable)

    def assertion(check):
        lines.append("tests[%s] = %s;" % (json.dumps(check["name"]), condition(check)))

    checks = call.get("checks", [])
    for check in (c for c in checks if c["kind"] == "status"):
        assertion(check)
    lines += ["let body;", "try { body = JSON.parse(pm.response.text()); } catch { body = {}; }"]
    for check in (c for c in checks if c["kind"] != "status"):
        if check["kind"] == "captured":
            capture(check["variable"])
            check = dict(check, **{"from": sources[check["variable"]]})
        assertion(check)
    for variable in sources:
        if variable not in captured:
            capture(variable)
    return lines


def item(suite, call):
    headers = [dict(zip(("key", "value"), (part.strip() for part in line.split(":", 1))))
               for line in suite.get("headers", []) + call.get("headers", [])]
    request = {"method": call["method"], "header": headers, "url": "{{APIURL}}" + call["path"]}
    if "body" in call or call["method"] not in ("GET", "HEAD"):
        request["body"] = {"mode": "raw", "raw": call.get("body", "")}
    events = [{"listen": "test", "script": {"type": "text/javascript", "exec": script(call)}}]
    return {"name": call["name"], "request": request, "event": events if call.get("checks") else []}


def collection(suite):
    groups = {}
    for call in suite["requests"]:
        groups.setdefault(call.get("group", ""), []).append(item(suite, call))
    return {"info": {"name": suite["suite"], "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
            "item": [{"name": name, "item": items} for name, items in groups.items()],
            "variable": [{"key": key, "value": value} for key, value in suite.get("variables", {}).items()]}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        json.dump(collection(json.load(file)), sys.stdout, indent=1)
