#!/bin/sh
# Lays everything that belongs to an installation below a folder.
#   Packaging/stage.sh BINARY ROOT [DOCUMENTATION]
# ROOT is /usr/local, say, or the folder of an archive; DOCUMENTATION is below it, share/doc/debrief by default.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
binary=$1
root=$2
documentation=$root/${3:-share/doc/debrief}

place() { # place MODE FILE TARGET
  mkdir -p "$(dirname "$3")"
  install -m "$1" "$2" "$3"
}

place 755 "$binary" "$root/bin/debrief"

completions=$(mktemp -d)
trap 'rm -rf "$completions"' EXIT
for shell in bash zsh fish; do
  "$binary" --generate-completion-script "$shell" > "$completions/$shell"
done
# A completion is read by a shell and run by none.
sed -i '1{/^#!/d}' "$completions/bash"
place 644 "$completions/bash" "$root/share/bash-completion/completions/debrief"
place 644 "$completions/zsh" "$root/share/zsh/vendor-completions/_debrief"
place 644 "$completions/fish" "$root/share/fish/vendor_completions.d/debrief.fish"

mkdir -p "$root/share/man/man1"
"$binary" --experimental-dump-help | python3 "$source/Packaging/manual.py" "$root/share/man/man1"

# The theme to copy from; the binary has its own copy inside and needs none of these files.
(cd "$source" && find templates -type f | LC_ALL=C sort) | while read -r file; do
  place 644 "$source/$file" "$root/share/debrief/$file"
done

for file in README.md CHANGELOG.md; do place 644 "$source/$file" "$documentation/$file"; done
sh "$source/Packaging/licences.sh" > "$completions/copyright"
place 644 "$completions/copyright" "$documentation/copyright"
