#!/bin/sh
# Builds the binary that is published: optimised, stripped, without a shared library of Swift or cmark-gfm.
#   Packaging/static.sh        prints the path of the binary
set -eu
cd "$(dirname "$0")/.."
scratch=.build-static

# The linker takes the first library of a name that it meets: a folder with the archives alone stands in for the system's.
libraries="$PWD/$scratch/libraries"
mkdir -p "$libraries/pkgconfig"
for name in cmark-gfm cmark-gfm-extensions sqlite3; do
  archive=$("${CC:-cc}" -print-file-name="lib$name.a")
  [ -f "$archive" ] && ln -sf "$archive" "$libraries/lib$name.a"
done
for package in libcmark-gfm sqlite3; do
  described=$(pkg-config --variable=pcfiledir "$package")/$package.pc
  [ -f "$described" ] && sed "s|^libdir=.*|libdir=$libraries|" "$described" > "$libraries/pkgconfig/$package.pc"
done
PKG_CONFIG_PATH="$libraries/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
export PKG_CONFIG_PATH

# ICU's data is 34 MB of locales, calendars and collations that nothing here asks for: an empty list is linked in its
# place. Its symbol is named after ICU's version; where no toolchain's archive names it, all of the data is linked.
swift=$(readlink -f "$(command -v "${SWIFT:-swift}")")
icu="${swift%/bin/*}/lib/swift_static/linux/lib_FoundationICU.a"
symbol=$(nm "$icu" 2> /dev/null | sed -n 's/^[0-9a-f]* R \(icudt[0-9]*_dat\)$/\1/p' | head -n 1)
if [ -n "$symbol" ]; then export DEBRIEF_EMPTY_ICU_DATA="$symbol"; fi

build() { "${SWIFT:-swift}" build --configuration release --scratch-path "$scratch" --static-swift-stdlib "$@"; }
build --product debrief -Xlinker --strip-all -Xlinker --no-export-dynamic >&2
binary=$(build --show-bin-path)/debrief
if ldd "$binary" | grep -qE 'libswift|libcmark|libFoundation|libsqlite'; then
  echo "not static:" >&2
  ldd "$binary" >&2
  exit 1
fi
echo "$binary"
