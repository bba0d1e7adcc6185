#!/usr/bin/env bash
# Installs the clients that integration tests run, from Debian's packages. What can't be had is said, and its tests are skipped.
set -uo pipefail

missing=()
command -v pre-commit >/dev/null || missing+=(pre-commit)
command -v nvim >/dev/null || missing+=(neovim)
command -v vim >/dev/null || missing+=(vim)
command -v emacs >/dev/null || missing+=(emacs-nox)
emacs --batch --eval "(progn (require 'package) (package-initialize) (require 'eglot))" >/dev/null 2>&1 || missing+=(elpa-eglot)
emacs --batch --eval "(progn (require 'package) (package-initialize) (require 'markdown-mode))" >/dev/null 2>&1 || missing+=(elpa-markdown-mode)
[ ${#missing[@]} -eq 0 ] && exit 0

skip() { printf 'ci-setup: %s; tests that need %s are skipped\n' "$1" "${missing[*]}"; exit 0; }

command -v apt-get >/dev/null || skip 'no apt-get here'
[ "$(id -u)" -eq 0 ] || skip 'not root'
export DEBIAN_FRONTEND=noninteractive
timeout 120 apt-get update -qq >/dev/null 2>&1 || skip 'apt-get update failed'
# One by one: a package that is not there takes no other with it.
for package in "${missing[@]}"; do
  timeout 300 apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || printf 'ci-setup: %s can not be had; its tests are skipped\n' "$package"
done
