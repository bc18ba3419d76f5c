#!/usr/bin/env bash
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What happens inside the environment the bootstrap chose:
#   build.sh build SOURCE PRESET TARGET ENVIRONMENT
#   build.sh test SOURCE PRESET [CTEST-ARG...]

set -euo pipefail

# shellcheck source=packaging/bootstrap/common.sh
. "${BASH_SOURCE[0]%/*}/common.sh"

# A build folder of another compiler or other libraries is made anew; ccache keeps that cheap.
configure() {
    local preset=$1 environment=$2
    if [ -e "$folder" ] && [ "$(cat "$folder/.environment" 2>/dev/null)" != "$environment" ]; then
        say "build/$preset was made with another compiler or other libraries; making it anew"
        rm -rf -- "$folder"
    fi
    [ ! -e "$folder/build.ninja" ] || return 0
    mkdir -p "$folder"
    echo "$environment" >"$folder/.environment"
    say "configuring build/$preset"
    logged "$folder/bootstrap.log" cmake --preset "$preset"
}

build() {
    local preset=$1 target=$2 environment=$3
    folder=$PWD/build/$preset
    mkdir -p build
    lock "build/.$preset.lock" "building build/$preset"
    configure "$preset" "$environment" || exit 125
    local stamp=$folder/.built
    echo "$environment" >"$stamp.new" # before building: what is edited meanwhile is newer
    if [ -t 2 ]; then
        supervise ninja -C "$folder" "$target" || exit 125
    else
        say "building build/$preset"
        : >"$folder/bootstrap.log"
        logged "$folder/bootstrap.log" ninja -C "$folder" "$target" || exit 125
    fi
    mv -- "$stamp.new" "$stamp"
}

# The tests see no display, no session and none of the user's own files.
run_tests() {
    local preset=$1
    shift
    home=$(mktemp -d)
    trap 'rm -rf -- "$home"' EXIT
    mkdir -m 700 "$home"/{config,data,cache,state,runtime}
    unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
    export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data \
        XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/runtime \
        UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
    supervise ctest --preset "$preset" --parallel "$(nproc)" "$@"
}

verb=$1
cd -- "$2"
shift 2
case $verb in
    build) build "$@" ;;
    test) run_tests "$@" ;;
    *) exit 2 ;;
esac
