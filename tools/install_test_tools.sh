#!/bin/sh
# Install what some tests want (Go, with its module library) where this machine lets us; say so where it does not.
left_out() {
    echo "Tests that want Go will be left out: $1"
    exit 0
}

if command -v go >/dev/null 2>&1 && [ -d /usr/share/gocode/src/golang.org/x/mod/sumdb ]; then
    echo "Go is there already."
    exit 0
fi
command -v apt-get >/dev/null 2>&1 || left_out "this machine has no apt-get; install Go and golang.org/x/mod by hand."
as_root=
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || left_out "installing needs root; run: sudo make test-tools"
    as_root=sudo
fi
$as_root apt-get update -qq || left_out "apt-get update failed."
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    golang-go golang-golang-x-mod-dev >/dev/null || left_out "apt-get install failed."
go version
