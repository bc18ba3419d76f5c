# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What both sides of the bootstrap use: messages, children that end with us.

say() {
    printf 'bootstrap: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 125
}

# Runs a command as a child that is ended, with all its own children, when this process is told to end.
# It gets no standard input: that belongs to the program started later.
supervise() {
    local status=0
    set -m # a process group of its own, so that one signal ends all of it
    "$@" </dev/null &
    child=$!
    set +m
    trap 'end_child INT' INT
    trap 'end_child TERM' TERM
    trap 'end_child HUP' HUP
    wait "$child" || status=$?
    trap - INT TERM HUP
    return "$status"
}

end_child() {
    trap - INT TERM HUP
    kill -TERM -- "-$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    kill -s "$1" $$
}

# Runs a command with its output in a file; the end of the file is shown when the command fails.
logged() {
    local log=$1 status=0
    shift
    supervise "$@" >>"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 60 -- "$log" >&2
        say "that failed (status $status); the whole output is in $log"
    fi
    return "$status"
}

# Takes a lock on descriptor 9, saying so when it has to wait.
lock() {
    exec 9>"$1"
    if ! flock -n 9; then
        say "waiting for another call that is $2"
        flock 9
    fi
}

unlock() {
    exec 9>&-
}
