#!/usr/bin/env bash
# Changes the test documents of every reader at random for so many seconds, two readers at a time; fails on a find. Needs a Release build.
# usage: tests/fuzz.sh [SECONDS]      A find is written to tests/finds; the line that names it ends in the seed with which to see it again.
set -uo pipefail
cd "$(dirname "$0")"
seconds=${1:-20}
program=PlanTracker.Fuzz/bin/Release/net10.0/PlanTracker.Fuzz
# Reading PDF starts programs of the system: it is changed by hand, and not here.
printf '%s\n' text docx xlsx html ofd doc xls csv md rtf zip parser |
  xargs -P 2 -I READER sh -c "$program READER $seconds \$(od -An -N3 -tu4 /dev/urandom) finds 2>&1 || { echo 'READER: a find, or the process died of what lies in tests/finds'; exit 1; }"
