# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # variables of the script that reads this one
#
# Chooses where building and running happen: on this system itself, or in a Debian 13 root in the user's cache.
# After prepare LEVEL, `inside` and `enter` run commands there. $root is empty where this system serves.

# shellcheck source=packaging/bootstrap/root.sh
. "$scripts/root.sh"

# Every level holds the ones before it.
levels=(build evaluation test screenshots)

is_level() {
    [[ " ${levels[*]} " == *" $1 "* ]]
}

# The package names of a level.
packages() {
    local level
    for level in "${levels[@]}"; do
        grep -v '^#' "$scripts/packages-$level.txt"
        [ "$level" != "$1" ] || break
    done
}

prepare() {
    if find_root "$1"; then
        environment=$(<"$root/environment")
    elif ! command -v apt-get >/dev/null; then
        environment=unknown # the configuring step names what is missing; packaging/PACKAGES.md helps
    elif native_is_ready "$1"; then
        environment=$(native_environment)
    elif distribution_serves "$1"; then
        install_native "$1"
        environment=$(native_environment)
    else
        make_root "$1"
        environment=$(<"$root/environment")
    fi
}

# --- this system's own packages -------------------------------------------------------------------------------

# installed LEVEL [DPKG-OPTION]: status, name and version of each package; fails when dpkg has never seen one.
installed() {
    # shellcheck disable=SC2046 # one word a package
    dpkg-query "${@:2}" -W -f '${Status} ${Package} ${Version}\n' $(packages "$1") 2>/dev/null
}

native_is_ready() {
    local list
    list=$(installed "$1") || return 1
    ! grep -qv '^install ok installed ' <<<"$list" && qt_is_new <<<"$list"
}

qt_is_new() {
    dpkg --compare-versions "$(sed -n 's/.* qt6-base-dev //p')" ge 6.8
}

# Changes with the compiler and the libraries: a build folder made with others is made anew.
native_environment() {
    installed build | sha256sum | cut -c 1-16
}

# Whether apt knows every package of the level, and a Qt that is new enough.
distribution_serves() {
    [ -n "$(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -print -quit 2>/dev/null)" ] \
        || as_root "read the package lists of this system (apt-get update)" "$scripts/install.sh"
    local candidates
    # shellcheck disable=SC2046
    candidates=$(LC_ALL=C apt-cache policy $(packages "$1") \
        | awk '/^[^ ]/ { name = $1 } $1 == "Candidate:" && $2 != "(none)" { sub(":$", "", name); print "", name, $2 }')
    [ "$(wc -l <<<"$candidates")" -eq "$(packages "$1" | wc -l)" ] && qt_is_new <<<"$candidates"
}

install_native() {
    # shellcheck disable=SC2046
    as_root "install the packages Decayscope is built with (packaging/bootstrap/packages-*.txt)" \
        "$scripts/install.sh" $(packages "$1")
    native_is_ready "$1" || fail "some packages are still missing; see the messages above"
}

# Runs a command as root. WHY completes the sentence shown before a password may be asked for.
as_root() {
    local why=$1
    shift
    if [ "$EUID" -eq 0 ]; then
        "$@" >&2 </dev/null || fail "could not $why"
        return
    fi
    command -v sudo >/dev/null || fail "root is needed to $why, and there is no sudo. As root, run: $*"
    say "sudo is needed once, to $why; a password may be asked for."
    # sudo drops the environment; without its proxy apt may reach nothing.
    sudo env ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} "$@" >&2 </dev/null || fail "could not $why. As root, run: $*"
}

# --- commands where building happens --------------------------------------------------------------------------

# Becomes the command.
enter() {
    unlock
    if [ -n "$root" ]; then
        enter_root "$@"
    fi
    exec "$@"
}

inside() {
    local status=0
    supervise enter "$@" || status=$?
    [ "$status" -eq 0 ] || exit "$status"
}

# Nothing in the source was touched since the program was last built in this environment. The change time sees
# files put back with an old date too; folders are compared because theirs changes when a file goes.
built_is_current() {
    local stamp=$source_dir/build/release/.built
    [ -x "$source_dir/build/release/app/decayscope" ] && [ -e "$stamp" ] && [ "$(<"$stamp")" = "$environment" ] \
        && (cd "$source_dir" && [ -z "$(find CMakeLists.txt CMakePresets.json app model views evaluator resources \
            translations packaging/cmake -cnewer "$stamp" -print -quit 2>/dev/null)" ])
}

build() {
    inside "$scripts/build.sh" build "$source_dir" "$1" "$2" "$environment" >&2
}
