#!/bin/sh
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Draws every page of the window at two sizes, light and dark, into FOLDER.
#
#   packaging/screenshots.sh BUILD FOLDER [STUDY]
#
# BUILD is a build folder with tests; STUDY is a *.decayscope file, else the sample is shown. To be called inside the
# building environment: ./bootstrap shell packaging/screenshots.sh …
set -eu

if [ $# -lt 2 ]; then
    echo "usage: $0 BUILD FOLDER [STUDY]" >&2
    exit 2
fi
mkdir -p "$2"
export DECAYSCOPE_SCREENSHOTS="$(cd "$2" && pwd)"
export DECAYSCOPE_SCREENSHOT_STORE="${3:-}"
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
"$1/tests/app/shell/tst_screens" >&2
ls "$DECAYSCOPE_SCREENSHOTS"
