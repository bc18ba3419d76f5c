#!/usr/bin/env bash
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks of the source, run inside the build environment:
#   checks.sh format          every C++ file is formatted as .clang-format says
#   checks.sh tidy PRESET     clang-tidy on the files changed since the last landed commit; PRESET has been built

set -euo pipefail

source_dir=$(cd -P -- "${BASH_SOURCE[0]%/*}/../.." && pwd)
cd -- "$source_dir"
tidy_seconds=480

check_format() {
    find app model views evaluator tests \( -name '*.cpp' -o -name '*.h' \) -print0 \
        | xargs -0 --no-run-if-empty -n 50 -P "$(nproc)" clang-format --dry-run -Werror
}

# Where this branch left the one it lands on; on that branch itself, the commit before.
last_landed() {
    local base head
    head=$(git rev-parse HEAD) || return 1
    base=$(git merge-base HEAD origin/HEAD 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null \
        || git merge-base HEAD main 2>/dev/null || true)
    [ -n "$base" ] && [ "$base" != "$head" ] || base=$(git rev-parse --verify --quiet HEAD~1)
    echo "$base"
}

check_tidy() {
    local base files log status=0
    if ! base=$(last_landed 2>/dev/null); then
        echo "no commit to compare with: nothing to check"
        return
    fi
    mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- app model views evaluator | grep '\.cpp$')
    echo "${#files[@]} changed files"
    [ ${#files[@]} -gt 0 ] || return 0
    log=build/$1/tidy.log
    # gcc's own warnings in the build's command lines are unknown to clang.
    printf '%s\0' "${files[@]}" | timeout "$tidy_seconds" xargs -0 -n 1 -P "$(nproc)" \
        clang-tidy --quiet -p "build/$1" --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch >"$log" 2>/dev/null || status=$?
    cat "$log"
    if [ "$status" -eq 124 ]; then
        echo "stopped after $tidy_seconds s; the other files are unchecked"
        if grep -q ' error: ' "$log"; then return 1; else return 0; fi
    fi
    return "$status"
}

case $1 in
    format) check_format ;;
    tidy) check_tidy "$2" ;;
esac
