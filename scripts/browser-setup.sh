#!/bin/sh
# Installs what the tests of tests/browser and of completion and the manual page use, from Debian's packages. Without it they are skipped, and say so.
set -eu
if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
  echo 'skipped: needs apt-get and root; install chromium, zsh, fish and mandoc by hand' >&2
  exit 0
fi
missing=
for program in chromium zsh fish mandoc; do command -v "$program" >/dev/null || missing="$missing $program"; done
[ -z "$missing" ] && exit 0
apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
