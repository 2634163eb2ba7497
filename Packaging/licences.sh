#!/bin/sh
# Prints the licences of everything that the static binary holds. With --debian, those that every Debian has are named
# and not repeated.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-}
checkouts=.build-static/checkouts
[ -d "$checkouts" ] || checkouts=.build/checkouts

part() { # part NAME FILE
  [ -f "$2" ] || { echo "no licence of $1 at $2" >&2; exit 1; }
  printf '\n======== %s\n\n' "$1"
  if [ "$mode" = --debian ] && grep -q 'Apache License' "$2"; then
    echo "Apache License 2.0: see /usr/share/common-licenses/Apache-2.0"
    # The exception of Swift's projects stands behind the licence.
    sed -n '/Runtime Library Exception/,$p' "$2"
  else
    cat "$2"
  fi
}

echo "Copyright: the contributors of debrief"
echo "License: Apache License 2.0. Its binary holds parts of other projects, whose licences follow."
part debrief LICENSE
for folder in "$checkouts"/*/; do
  name=$(basename "$folder")
  # Only the tests use it.
  [ "$name" = swift-mustache ] && continue
  file=$(find "$folder" -maxdepth 1 -iname 'LICENSE*' | LC_ALL=C sort | head -n 1)
  part "$name" "$file"
done
part "Swift's runtime and Foundation" "$(dirname "$(command -v "${SWIFT:-swift}")")/../share/swift/LICENSE.txt"
part cmark-gfm /usr/share/doc/libcmark-gfm-dev/copyright
