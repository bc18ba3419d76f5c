#!/usr/bin/env bash
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter-root.sh ROOT SOURCE UID GID COMMAND [ARG...]
#
# In a mount namespace of its own: becomes COMMAND in the Debian root, where every folder of the host that is not
# a system folder is at its own path. Not a chroot: inside one no sandbox could be made, because the kernel
# gives user namespaces only to processes at the root of their mounts.

set -euo pipefail
shopt -s nullglob dotglob

debian=$1 source_dir=$2 user=$3 group=$4
shift 4
# Where the new root is put together: a folder every Debian has, nobody here needs, and that is not shown inside.
top=/boot

say() {
    printf 'bootstrap: %s\n' "$*" >&2
}

# Everything shown is collected in a table and mounted by one call: this runs before each start of the program.
table=
places=()

# bind PATH SOURCE [ro]: SOURCE of the host will be at PATH.
bind() {
    local options=rbind${3:+,ro} line
    line="$2 $top$1"
    [[ $line != *[[:space:]]*[[:space:]]* ]] || line="${2// /\\040} $top${1// /\\040}"
    [[ $table == *" ${line#* } none "* ]] || table+="$line none $options 0 0"$'\n'
}

# The top is empty memory, so that any host folder can get its place there.
lay_system() {
    mount -t tmpfs -o mode=755 decayscope "$top"
    mkdir -p "$top/run/host"
    cp -P "$debian"/bin "$debian"/sbin "$debian"/lib* "$top"
    local folder
    for folder in usr etc var; do
        bind "/$folder" "$debian/$folder"
    done
    for folder in dev proc sys; do
        bind "/$folder" "/$folder"
    done
    places+=("$top"/{usr,etc,var,dev,proc,sys,boot,run/lock})
}

lay_host_folders() {
    local entry
    for entry in /*; do
        case $entry in
            /usr | /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /libo32 | /etc | /var | /boot | /dev | /proc \
                | /sys | /run | /lost+found) ;;
            *)
                if [ -L "$entry" ]; then
                    cp -P "$entry" "$top"
                elif [ -d "$entry" ]; then
                    places+=("$top$entry")
                    bind "$entry" "$entry"
                fi
                ;;
        esac
    done
}

# bring PATH [ro]: shows a file or folder of the host that lies below a system folder, at its own path.
# Read-only for real root, who could change the host by installing packages inside; a user cannot anyway.
bring() {
    local path=${1/#\/var\/run\//\/run\/} place
    case $path in
        /run/*) place=$top$path ;;
        *) place=$debian$path ;;
    esac
    if [ -d "$path" ]; then
        [ -d "$place" ] || places+=("$place")
    elif [ -e "$path" ]; then
        [ -e "$place" ] || { mkdir -p "${place%/*}" && : >"$place"; }
    else
        return 0
    fi
    [ "$user" -eq 0 ] || set -- "$path"
    bind "$path" "$path" "${2:-}"
}

lay_session() {
    local path
    for path in /run/user /run/media /run/dbus /var/tmp; do
        bring "$path"
    done
    for path in "${XAUTHORITY:-}" "${WAYLAND_DISPLAY:-}" "${XDG_RUNTIME_DIR:-}" "${SSH_AUTH_SOCK:-}"; do
        [[ $path != /run/?* && $path != /var/run/?* || $path == /run/user/* ]] || bring "$path"
    done
    # Home, checkout and current folder, and disks mounted, where somebody keeps them below a system folder.
    for path in "$HOME" "$source_dir" "$PWD" "${mounted[@]}"; do
        [[ $path != /var/?*/?* && $path != /usr/local/?* && $path != /usr/src/?* ]] || bring "$path"
    done
}

# Mount points below system folders that may hold data; the system's own mounts are not shown.
find_mounted() {
    local path
    mounted=()
    while read -r _ _ _ _ path _; do
        case $path in
            /var/lib/* | /var/cache/* | /var/log/* | /var/snap/* | /var/run/* | /var/lock/*) ;;
            /var/?*/?* | /usr/local/?* | /usr/src/?*) mounted+=("$(printf %b "$path")") ;;
        esac
    done </proc/self/mountinfo
}

lay_network() {
    local path name
    for path in /etc/resolv.conf /etc/hosts /etc/localtime /etc/ssl/certs /usr/share/ca-certificates \
        /usr/local/share/ca-certificates /etc/npmrc /usr/etc/npmrc /usr/local/etc/npmrc; do
        bring "$path" ro
    done
    # Variables that name certificates: SSL_CERT_FILE, NODE_EXTRA_CA_CERTS, CURL_CA_BUNDLE, GIT_SSL_CAINFO ...
    for name in $(compgen -e); do
        case $name in
            *CERT* | *_CA_* | *CAINFO* | *CAFILE* | *cafile* | NPM_CONFIG_*CONFIG | npm_config_*config)
                case ${!name} in
                    /etc/ssl/certs/* | /usr/*share/ca-certificates/*) ;; # shown already
                    /etc/?* | /usr/?*/?*) bring "${!name}" ro ;;
                esac
                ;;
        esac
    done
}

# The user's and the group's names, beside the root's own accounts; from a directory service where /etc has none.
lay_accounts() {
    merge_accounts passwd "$user"
    merge_accounts group "$group"
}

merge_accounts() {
    local own=
    [[ $(</etc/"$1") == *:x:"$2":* ]] || own=$(getent "$1" "$2" || true)
    awk -F: 'NF > 1 && !seen[$1]++' "$debian/etc/$1" "/etc/$1" - <<<"$own" >"$top/run/host/$1"
    bind "/etc/$1" "$top/run/host/$1"
}

# The host's libraries and search paths mean nothing to programs of another Debian, or break them.
adapt_variables() {
    local folder path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    while read -r -d : folder; do
        case $folder in
            /usr/* | /bin | /sbin | "") ;;
            *) path+=:$folder ;;
        esac
    done <<<"$PATH:"
    PATH=$path
    unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH QT_PLUGIN_PATH
    # The time zone's name; /etc/localtime alone has only its rules.
    local zone
    zone=$(readlink /etc/localtime || true)
    [ -n "${TZ:-}" ] || [[ $zone != */zoneinfo/* ]] || export TZ="${zone#*/zoneinfo/}"
}

# A locale the root lacks becomes C.UTF-8; the language of the interface stays the user's.
adapt_locale() {
    case ${LC_ALL:-}${LC_CTYPE:-}${LANG:-} in
        "" | C | POSIX | C.UTF-8 | C.utf8) return 0 ;;
    esac
    if locale 2>&1 >/dev/null | grep -q 'Cannot set'; then
        local wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
        export LANGUAGE=${LANGUAGE:-${wanted%%.*}} LC_ALL=C.UTF-8
    fi
}

change_root() {
    mkdir -p "${places[@]}"
    printf %s "$table" >"$top/run/host/mounts"
    mount --all --fstab "$top/run/host/mounts"
    cd "$top"
    pivot_root . run/host
    cd /
    umount --lazy /run/host
}

find_mounted
lay_system
lay_host_folders
lay_session
lay_network
lay_accounts
adapt_variables
folder=$PWD
change_root
cd "$folder" 2>/dev/null || say "$folder is a system folder and is not visible in the Debian root; going on in /"
adapt_locale
# A user is root only of this namespace. One more of them turns the user back into who it is, for D-Bus and databases.
[ "$user" -eq 0 ] || set -- unshare --user --map-user="$user" --map-group="$group" -- "$@"
exec "$@"
