#!/bin/sh
# A Debian package of the static binary: dist/debrief_VERSION_ARCHITECTURE.deb. Needs dpkg-dev.
set -eu
cd "$(dirname "$0")/.."
binary=$(sh Packaging/static.sh)
version=$(sed -n 's/.*number = "\([^"]*\)".*/\1/p' Sources/debrief/Version.swift)
architecture=$(dpkg --print-architecture)
maintainer=${DEB_MAINTAINER:-Debrief contributors <debrief@users.noreply.github.com>}
moment=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/debrief

sh Packaging/stage.sh "$binary" "$package/usr"
gzip -n -9 "$package"/usr/share/man/man1/*.1
gzip -n -9 "$package/usr/share/doc/debrief/CHANGELOG.md"
# Debian's own changelog has a form of its own.
printf 'debrief (%s) unstable; urgency=low\n\n  * See CHANGELOG.md.gz.\n\n -- %s  %s\n' \
  "$version" "$maintainer" "$(LC_ALL=C date --utc --rfc-email --date="@$moment")" \
  | gzip -n -9 > "$package/usr/share/doc/debrief/changelog.gz"
mkdir -p "$package/usr/share/lintian/overrides"
printf '%s\n' '# Yams is built with its own copy of the parser, and the program is linked statically.' \
  'debrief: embedded-library *libyaml*' > "$package/usr/share/lintian/overrides/debrief"
# Instead of the whole texts that the archive carries.
sh Packaging/licences.sh --debian > "$package/usr/share/doc/debrief/copyright"

mkdir -p "$work/debian" "$package/DEBIAN"
printf 'Source: debrief\n\nPackage: debrief\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O debrief/usr/bin/debrief 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat > "$package/DEBIAN/control" <<CONTROL
Package: debrief
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk "$package/usr" | cut -f 1)
Depends: $depends
Suggests: git
Section: doc
Priority: optional
Description: knowledge base of post-mortems that lives in git
 Reads post-mortems written as markdown with front matter, checks them like a
 compiler, links the root causes that come back, follows up action items, and
 renders a searchable site of plain files with trend pages.
CONTROL
(cd "$package" && find usr -type f | LC_ALL=C sort | xargs md5sum > DEBIAN/md5sums)
find "$package" -type d -exec chmod 755 {} +
find "$package" -exec touch --no-dereference --date="@$moment" {} +
mkdir -p dist
SOURCE_DATE_EPOCH=$moment dpkg-deb --root-owner-group -Zxz --build "$package" "dist/debrief_${version}_$architecture.deb" >&2
ls -l "dist/debrief_${version}_$architecture.deb"
