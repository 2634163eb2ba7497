#!/bin/sh
# A release archive, the same bytes for the same commit, and its checksum: dist/debrief-VERSION-SYSTEM-MACHINE.tar.gz
set -eu
cd "$(dirname "$0")/.."
binary=$(sh Packaging/static.sh)
version=$(sed -n 's/.*number = "\([^"]*\)".*/\1/p' Sources/debrief/Version.swift)
name=debrief-$version-$(uname -s | tr 'A-Z' 'a-z')-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh Packaging/stage.sh "$binary" "$work/$name"
(cd "$work/$name" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum > SHA256SUMS)
mkdir -p dist
moment=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$moment" -C "$work" -cf - "$name" \
  | gzip -n -9 > "dist/$name.tar.gz"
(cd dist && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
ls -l "dist/$name.tar.gz" "dist/$name.tar.gz.sha256"
