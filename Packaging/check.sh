#!/bin/sh
# Uses what `make dist` and `make deb` made as somebody would who has neither Swift nor this checkout. As root: the
# archive runs in an empty root that holds the C library and a shell; the package is installed and removed again.
set -eu
cd "$(dirname "$0")/.."
archive=$(ls -t dist/debrief-*.tar.gz | head -n 1)
work=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  if mountpoint -q "$work/root/proc"; then umount "$work/root/proc"; fi
  rm -rf "$work"
}
trap end EXIT

echo "== the archive's checksums"
(cd dist && sha256sum --check --quiet "$(basename "$archive").sha256")
tar -C "$work" -xzf "$archive"
folder=$(find "$work" -mindepth 1 -maxdepth 1 -type d)
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)

echo "== the archive in a root without Swift"
if [ "$(id -u)" = 0 ]; then
  root=$work/root
  mkdir -p "$root/bin" "$root/tmp" "$root/dev" "$root/home" "$root/proc"
  # As in a container; a program reads its arguments there.
  mount -t proc proc "$root/proc"
  for program in "$folder/bin/debrief" /bin/sh; do
    for library in $(ldd "$program" | grep -oE '/[^ ]+'); do
      mkdir -p "$root$(dirname "$library")"
      [ -f "$root$library" ] || cp -L "$library" "$root$library"
    done
  done
  cp -L /bin/sh "$root/bin/sh"
  cp "$folder/bin/debrief" "$root/bin/debrief"
  : > "$root/dev/null"
  chroot "$root" /bin/sh -ec '
    export PATH=/bin HOME=/home
    cd /home
    debrief --version
    debrief init
    debrief new "Checkout answers with 502" --severity SEV2
    debrief check --fail-level never
    debrief build --fail-level never
    debrief search certificate'
  [ -f "$root/home/site/index.html" ]
  chroot "$root" /bin/sh -c 'cd /home && exec /bin/debrief serve --port 0 > /tmp/serve.log 2>&1' &
  server=$!
  address=
  for _ in $(seq 60); do
    address=$(grep -oE 'http://[0-9.:]+' "$root/tmp/serve.log" | head -n 1 || true)
    [ -z "$address" ] || break
    sleep 0.5
  done
  python3 -c 'import sys, urllib.request; print(len(urllib.request.urlopen(sys.argv[1]).read()), "bytes served")' \
    "$address/index.html"
  kill "$server"
  wait "$server" || true
  server=
else
  echo "skipped: only root can change the root folder"
fi

echo "== the package"
package=$(ls -t dist/debrief_*.deb 2>/dev/null | head -n 1 || true)
if [ -n "$package" ] && [ "$(id -u)" = 0 ] && command -v dpkg >/dev/null; then
  dpkg --install "$package"
  (cd "$work" && /usr/bin/debrief --version && man -l /usr/share/man/man1/debrief.1.gz 2>/dev/null | head -n 5 || true)
  dpkg --remove debrief
  [ ! -e /usr/bin/debrief ] && [ ! -e /usr/share/doc/debrief ]
  if command -v lintian >/dev/null; then lintian --fail-on error "$package"; else echo "lintian is not installed"; fi
else
  echo "skipped: it needs a Debian, root, and what make deb made"
fi
echo "packages are fine"
