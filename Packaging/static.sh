#!/bin/sh
# Builds the binary that is published: optimised, stripped, without a shared library of Swift or cmark-gfm.
#   Packaging/static.sh        prints the path of the binary
set -eu
cd "$(dirname "$0")/.."
scratch=.build-static

# The linker takes the first library of a name that it meets: a folder with the static ones alone comes first.
libraries="$PWD/$scratch/libraries"
mkdir -p "$libraries"
for name in cmark-gfm cmark-gfm-extensions sqlite3; do
  file=$("${CC:-cc}" -print-file-name="lib$name.a")
  [ -f "$file" ] && ln -sf "$file" "$libraries/lib$name.a"
done

"${SWIFT:-swift}" build --configuration release --product debrief --scratch-path "$scratch" \
  --static-swift-stdlib -Xlinker "-L$libraries" -Xlinker --strip-all >&2
binary=$("${SWIFT:-swift}" build --configuration release --scratch-path "$scratch" --show-bin-path)/debrief
if ldd "$binary" | grep -qE 'libswift|libcmark|libFoundation|libsqlite'; then
  echo "not static:" >&2
  ldd "$binary" >&2
  exit 1
fi
echo "$binary"
