#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-swot.sh BENCH ACCORD_CLI: measures a SWOT board of 400 cards and one of 40. Needs a display; without one it uses
# xvfb-run where that is installed.
set -eu

bench=$1
cli=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ACCORD_TODAY=2026-11-18 GSETTINGS_BACKEND=memory GTK_A11Y="${GTK_A11Y-none}" ADW_DISABLE_PORTAL=1

for cards in 40 400; do
  "$cli" new "$folder/$cards.accord" >/dev/null
  if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    xvfb-run -a -s '-screen 0 1400x1000x24' dbus-run-session -- "$bench" "$folder/$cards.accord" $cards
  else
    "$bench" "$folder/$cards.accord" $cards
  fi
done
