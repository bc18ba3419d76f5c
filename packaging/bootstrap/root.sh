# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # variables of the scripts that read this one
#
# The Debian 13 root for systems whose own packages are too old: made once, kept in the user's cache.

suite=trixie
cache=${XDG_CACHE_HOME:-$HOME/.cache}/decayscope

# Fills root_of[LEVEL]: the root's path holds the hashes of its package lists.
# Raise the number when roots are made differently: old ones are then no longer used.
declare -A root_of=()
name_roots() {
    local level path=$cache/root-$suite-1 hashes
    mapfile -t hashes < <(list_hashes)
    for level in "${!levels[@]}"; do
        path+=-${hashes[level]:0:8}
        root_of[${levels[level]}]=$path
    done
}

list_hashes() {
    local level files=()
    for level in "${levels[@]}"; do
        files+=("$scripts/packages-$level.txt")
    done
    sha256sum "${files[@]}"
}

# Sets $root to a finished root with at least the packages of the level, the fullest first: so `run` and `test`
# use the same one, and nothing is built twice. Its lock is held until the program ends.
find_root() {
    root=
    [ -d "$cache" ] || return 1
    [ ${#root_of[@]} -gt 0 ] || name_roots
    local index
    for ((index = ${#levels[@]} - 1; index >= 0; index--)); do
        root=${root_of[${levels[index]}]}
        if [ -d "$root" ]; then
            exec 8>"$root.lock"
            flock -s 8
            [ ! -d "$root" ] || return 0 # it may have gone while waiting
        fi
        [ "${levels[index]}" != "$1" ] || break
    done
    root=
    return 1
}

# --- making ---------------------------------------------------------------------------------------------------

make_root() {
    in_new_mounts true 2>/dev/null || fail "$(no_mounts_here)"
    mkdir -p "$cache"
    name_roots
    lock "$cache/making.lock" "making the Debian 13 root"
    if ! find_root "$1"; then
        install_mmdebstrap
        fill_root "$1" "${root_of[$1]}"
        find_root "$1"
        remove_smaller_roots "$1"
    fi
    unlock
}

no_mounts_here() {
    echo "this system has no Qt 6.8, and it does not let you make the mounts for a Debian 13 root."
    echo "In a container: start it with --privileged, or take a Debian 13 image. On Ubuntu, as a user:"
    echo "  sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
}

install_mmdebstrap() {
    local package missing=()
    for package in mmdebstrap debian-archive-keyring uidmap; do
        dpkg-query -W -f '${Status}' $package 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        as_root "install ${missing[*]} (to make a Debian 13 root in your cache folder)" \
            "$scripts/install.sh" "${missing[@]}"
    fi
}

# The root appears under its name only when it is complete. All of it happens in one child: should this process be
# killed, the child finishes, keeps the lock meanwhile, and the next call finds the root made.
fill_root() {
    choose_maker
    say "making a Debian 13 root with the packages for \"$1\" (once; some minutes, about 2 GB): $2"
    rm -rf --one-file-system -- "$cache"/root-*.part
    : >"$cache/making.log"
    logged "$cache/making.log" make_complete "$1" "$2" || exit 125
}

make_complete() {
    local part=$2.part
    unpack_root "$1" "$part" && settle_root "$part" && mv -- "$part" "$2"
}

# The host's own files are laid over these; as a link the time zone would cover another zone's file.
settle_root() {
    rm -f -- "$1/etc/localtime" "$1/etc/resolv.conf" \
        && touch -- "$1/etc/localtime" "$1/etc/resolv.conf" "$1/etc/hosts" \
        && installed build --admindir="$1/var/lib/dpkg" | sha256sum | cut -c 1-16 >"$1/environment"
}

# A user without subordinate ids (or where user namespaces are not for everyone) needs sudo here.
choose_maker() {
    if [ "$EUID" -eq 0 ]; then
        maker=(mmdebstrap --mode=root)
    elif grep -qsE "^($(id -un)|$EUID):" /etc/subuid; then
        # The namespace's root is not this user and may not enter the home folder: its working copy is elsewhere.
        maker=(env TMPDIR=/var/tmp mmdebstrap --mode=unshare)
    else
        as_root "make a Debian 13 root in your cache folder (you have no subordinate user ids)" true
        maker=(sudo -n env TMPDIR=/var/tmp mmdebstrap --mode=root)
    fi
}

# As root the folder is filled directly. A user gets it through an archive, so that every file in it is the
# user's own, and no other user ids are needed to use it or to delete it.
unpack_root() {
    local part=$2 options=() sources=()
    make_options "$1"
    if [ "$EUID" -eq 0 ]; then
        "${maker[@]}" --format=directory "${options[@]}" "$suite" "$part" "${sources[@]}"
    else
        mkdir -- "$part" && cd / \
            && "${maker[@]}" --format=tar "${options[@]}" "$suite" - "${sources[@]}" \
            | tar -x --no-same-owner --delay-directory-restore --exclude='./dev/*' -C "$part" \
            && chmod -R u+rwX -- "$part"
    fi
}

# Fills the caller's arrays `options` and `sources`.
make_options() {
    local list setting
    # shellcheck disable=SC2046
    list=$(printf '%s,' $(packages "$1"))
    # shellcheck disable=SC2016 # $1 is the folder that mmdebstrap fills
    options=(--variant=minbase --architectures="$(dpkg --print-architecture)" --include="${list%,}"
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg
        --essential-hook='mkdir -p "$1/etc/postgresql-common/createcluster.d"'
        --essential-hook='echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.d/decayscope.conf"'
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright')
    while read -r setting; do
        options+=(--aptopt="$setting")
    done < <(apt-config dump | grep -E '^Acquire::(http|https|ftp)::.*(Proxy|CA-?Info|Verify)' | grep -v ' "";$')
    mapfile -t sources < <(mirror_lines)
}

# The mirrors this host uses, where it is a Debian; else Debian's own.
mirror_lines() {
    local main security
    main=$(host_uris | grep -E -m 1 '/debian/?$' || true)
    security=$(host_uris | grep -E -m 1 '/debian-security/?$' || true)
    main=${main:-http://deb.debian.org/debian}
    echo "deb $main $suite main"
    echo "deb $main $suite-updates main"
    echo "deb ${security:-http://deb.debian.org/debian-security} $suite-security main"
}

# Every address in apt's sources, of both formats.
host_uris() {
    grep -qsx 'ID=debian' /etc/os-release || return 0
    find /etc/apt/sources.list /etc/apt/sources.list.d -type f \( -name '*.list' -o -name '*.sources' \) \
        -exec sed -nE '/^(deb |URIs:)/ { s/^deb +(\[[^]]*\] *)?|^URIs: *//; p }' {} + 2>/dev/null \
        | tr ' ' '\n' | grep -E '^https?://'
}

# A fuller root replaces the smaller ones, unless somebody is inside.
remove_smaller_roots() {
    local level old
    for level in "${levels[@]}"; do
        [ "$level" != "$1" ] || break
        old=${root_of[$level]}
        [ -d "$old" ] || continue
        exec 7>"$old.lock"
        ! flock -n 7 || rm -rf --one-file-system -- "$old"
        exec 7>&-
    done
}

# --- entering -------------------------------------------------------------------------------------------------

# A user becomes root of a namespace in which only mounts can be made; enter-root.sh turns back into the user.
in_new_mounts() {
    if [ "$EUID" -eq 0 ]; then
        unshare --mount --propagation slave -- "$@"
    else
        unshare --user --map-root-user --mount --propagation slave -- "$@"
    fi
}

# Becomes the command, inside the root.
enter_root() {
    local user_namespace=()
    [ "$EUID" -eq 0 ] || user_namespace=(--user --map-root-user)
    exec unshare "${user_namespace[@]}" --mount --propagation slave -- \
        "$scripts/enter-root.sh" "$root" "$source_dir" "$EUID" "${GROUPS[0]}" "$@"
}
