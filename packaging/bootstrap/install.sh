#!/usr/bin/env bash
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As root: refreshes apt's lists and installs the packages named, if any. No daemon is started by it, and no
# database cluster made, which would be started with the system from then on.

set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
clusters=/etc/postgresql-common/createcluster.d

forbid_daemons() {
    trap allow_daemons EXIT
    # A policy of the administrator's steps aside, unless an ended call has left it there.
    [ ! -e $policy ] || [ -e $policy.decayscope ] || mv $policy $policy.decayscope
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod 755 $policy
    mkdir -p $clusters
    echo 'create_main_cluster = false' >$clusters/decayscope.conf
}

allow_daemons() {
    rm -f $policy
    [ ! -e $policy.decayscope ] || mv $policy.decayscope $policy
    rm -f $clusters/decayscope.conf
    rmdir --ignore-fail-on-non-empty --parents $clusters 2>/dev/null || true
}

# One broken list of a third party must not stop what the others can serve.
apt-get -qq update || echo "bootstrap: some package lists could not be refreshed" >&2
[ $# -gt 0 ] || exit 0
forbid_daemons
apt-get -qq -o Dpkg::Use-Pty=0 install --yes --no-install-recommends "$@"
