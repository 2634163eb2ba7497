if [ -z "$DEBRIEF_REPOSITORY" ]; then
  echo "set DEBRIEF_REPOSITORY to the address from which debrief is cloned, and DEBRIEF_COMMIT to a commit of it"; exit 2
fi
git init --quiet ~/debrief-source
git -C ~/debrief-source fetch --quiet --depth 1 "$DEBRIEF_REPOSITORY" "${DEBRIEF_COMMIT:-HEAD}"
git -C ~/debrief-source checkout --quiet FETCH_HEAD
apt-get update -qq && apt-get install -y -qq --no-install-recommends make >/dev/null
make -C ~/debrief-source deps
if [ -z "$DEBRIEF_COMMIT" ] || [ ! -x ~/debrief/debrief ]; then
  make -C ~/debrief-source build
  mkdir -p ~/debrief && cp "$(swift build --package-path ~/debrief-source -c release --show-bin-path)/debrief" ~/debrief/
fi
ln -sf ~/debrief/debrief /usr/local/bin/debrief
