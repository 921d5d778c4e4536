#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# locales.sh FOLDER STAMP: compiles the locales that the tests ask for into FOLDER, which LOCPATH then names. Where the
# sources of locales are not installed (Debian: package locales), the tests that want one say so and skip.
set -u
mkdir -p "$1"
if command -v localedef >/dev/null && [ -e /usr/share/i18n/locales/de_DE ]; then
  localedef -i de_DE -f UTF-8 "$1/de_DE.UTF-8" || exit 1
fi
touch "$2"
