#!/bin/sh
# Install what some tests want where this machine lets us; say so where it does not. Each tool is a program that shows that it
# is there, and the Debian packages that bring it.
as_root=
refused=

want() {
    program=$1
    shift
    if command -v "$program" >/dev/null 2>&1; then
        echo "$program is there already."
        return
    fi
    ready || { echo "Tests that want $program will be left out: $refused"; return; }
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        { echo "Tests that want $program will be left out: apt-get install failed."; return; }
    echo "$program is installed."
}

ready() {
    [ -n "$refused" ] && return 1
    [ -n "$updated" ] && return 0
    command -v apt-get >/dev/null 2>&1 || { refused="this machine has no apt-get; install it by hand."; return 1; }
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || { refused="installing needs root; run: sudo make test-tools"; return 1; }
        as_root=sudo
    fi
    $as_root apt-get update -qq || { refused="apt-get update failed."; return 1; }
    updated=yes
}

updated=
want go golang-go golang-golang-x-mod-dev
[ -d /usr/share/gocode/src/golang.org/x/mod/sumdb ] || { command -v apt-get >/dev/null 2>&1 && ready && $as_root apt-get install -y -qq --no-install-recommends golang-golang-x-mod-dev >/dev/null; }
want chromium chromium
want soffice libreoffice-writer-nogui
want pdftotext poppler-utils
exit 0
