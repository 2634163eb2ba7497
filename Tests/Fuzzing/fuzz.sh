#!/bin/sh
# Runs one target under libFuzzer and the address sanitizer: `sh Tests/Fuzzing/fuzz.sh TARGET SECONDS`.
# What reaches new code is kept in .build-fuzz/found/TARGET, what fails in .build-fuzz/failed.
set -eu
target=$1 seconds=$2
export DEBRIEF_FUZZING=1
# Coverage as libFuzzer reads it; optimised, because instrumented code is slow enough.
swift build --product fuzz --sanitize=address --scratch-path .build-fuzz -Xswiftc -O \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table
mkdir -p ".build-fuzz/found/$target" .build-fuzz/failed
ASAN_OPTIONS=detect_leaks=0:symbolize=0 SWIFT_BACKTRACE=enable=no .build-fuzz/debug/fuzz "$target" \
  ".build-fuzz/found/$target" "Tests/Fuzzing/Corpus/$target" -max_len=6000 -timeout=20 -rss_limit_mb=3000 \
  -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix=".build-fuzz/failed/$target-"
