#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-planning.sh BENCH ACCORD_CLI: makes a workspace of 2,000 members and one of 10, and measures the planning view on
# both. Needs a display; without one it uses xvfb-run where that is installed.
set -eu

bench=$1
cli=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ACCORD_TODAY=2026-11-18 GSETTINGS_BACKEND=memory GTK_A11Y="${GTK_A11Y-none}" ADW_DISABLE_PORTAL=1

"$cli" demo "$folder/large.accord" --members 2000 --years 1 >/dev/null
"$cli" demo "$folder/small.accord" --members 10 --years 1 >/dev/null
if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  exec xvfb-run -a -s '-screen 0 1400x1000x24' dbus-run-session -- "$bench" "$folder/large.accord" "$folder/small.accord"
fi
"$bench" "$folder/large.accord" "$folder/small.accord"
