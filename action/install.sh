#!/usr/bin/env bash
# Installs planlint into the runner's temporary folder: nothing of the checked-out repository is run, and its .npmrc is not read.
set -euo pipefail

fail() { printf '::error title=planlint::%s\n' "$1"; exit 2; }

command -v node >/dev/null || fail 'planlint needs Node 20.19 or later: add actions/setup-node before it'
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' \
  || fail "planlint needs Node ^20.19 or >=22.12, not $(node --version): add actions/setup-node before it"

package=${INPUT_PACKAGE:-planlint@$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")}
case $package in -*) fail 'Expected a package after "package:", not an option' ;; esac

folder=$RUNNER_TEMP/planlint
mkdir -p "$folder"
cd "$folder"
printf '{"private": true}\n' > package.json
npm install --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error -- "$package" || fail "npm could not install $package"
