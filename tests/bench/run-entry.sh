#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-entry.sh BENCH: measures the grid that a week is entered in. Needs a display; without one it uses xvfb-run where that is
# installed.
set -eu

export ACCORD_TODAY=2026-11-18 GSETTINGS_BACKEND=memory GTK_A11Y="${GTK_A11Y-none}" ADW_DISABLE_PORTAL=1

if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  exec xvfb-run -a -s '-screen 0 1400x1000x24' dbus-run-session -- "$1"
fi
exec "$1"
