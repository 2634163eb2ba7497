#!/bin/sh
# Builds the binary that is published: optimised, stripped, without a shared library of Swift or cmark-gfm.
#   Packaging/static.sh        prints the path of the binary
set -eu
cd "$(dirname "$0")/.."
scratch=.build-static

build() { "${SWIFT:-swift}" build --configuration release --scratch-path "$scratch" "$@"; }
products=$(build --show-bin-path)

# The linker takes the first library of a name that it meets, and looks among the products first.
mkdir -p "$products"
for name in cmark-gfm cmark-gfm-extensions sqlite3; do
  archive=$("${CC:-cc}" -print-file-name="lib$name.a")
  [ -f "$archive" ] && ln -sf "$archive" "$products/lib$name.a"
done

build --product debrief --static-swift-stdlib -Xlinker --strip-all >&2
binary=$products/debrief
if ldd "$binary" | grep -qE 'libswift|libcmark|libFoundation|libsqlite'; then
  echo "not static:" >&2
  ldd "$binary" >&2
  exit 1
fi
echo "$binary"
