#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD DEMO: what `make run` does once everything is built. Opens the demo team's workspace, written afresh into
# DEMO, and keeps the program's own files there too: nobody's settings or workspaces are touched. Without a display
# it takes pictures of the pages instead.
set -eu
build=$(cd "$1" && pwd)
rm -rf "$2"
mkdir -p "$2/home"
demo=$(cd "$2" && pwd)

export GSETTINGS_SCHEMA_DIR="$build/data" ACCORD_LOCALEDIR="$build/po"
"$build/src/cli/accord-cli" demo "$demo/demo.accord"

# Is there a desktop, and not just a variable left over from one?
display ()
{
  case "${WAYLAND_DISPLAY:-}" in
    '') ;;
    /*) [ -S "$WAYLAND_DISPLAY" ] && return 0 ;;
    *) [ -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] && return 0 ;;
  esac
  case "${DISPLAY:-}" in
    '') return 1 ;;
    :*) number=${DISPLAY#:}; [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
  esac
}

if display; then
  echo "Opening $demo/demo.accord (settings are forgotten when the window closes)"
  export XDG_DATA_HOME="$demo/home/data" XDG_STATE_HOME="$demo/home/state" XDG_CACHE_HOME="$demo/home/cache"
  exec env GSETTINGS_BACKEND=memory "$build/src/app/accord" "$demo/demo.accord"
fi

echo "There is no display here: starting one, and taking a picture of each page"
.ci/deps test
exec tests/ui/tour.py --build "$build" --workspace "$demo/demo.accord" --today "$(date +%F)" --report "$build/tour"
