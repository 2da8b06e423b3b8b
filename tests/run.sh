#!/usr/bin/env bash
# Builds everything and runs all tests. Installs what they need from the distribution's packages where it may, else says what is missing.
# usage: tests/run.sh [--no-build]        CI=true: a skipped test is a failure unless its reason stands in README.md
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off

missing=()
need() { [ -n "$2" ] || missing+=("$1"); }
first() { command -v "$@" 2>/dev/null | head -n 1; }
look() {
  missing=()
  need chromium "$(first chromium chromium-browser google-chrome)"
  need postgresql "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null; first initdb)"
  need fonts-noto-cjk "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)"
  need python3-aiosmtpd "$(/usr/bin/python3 -c 'import aiosmtpd; print(1)' 2>/dev/null)"
  need poppler-utils "$(first pdftotext)"
  need poppler-data "$(ls -d /usr/share/poppler/cMap/Adobe-GB1 2>/dev/null)"
  need tesseract-ocr-chi-sim "$(tesseract --list-langs 2>/dev/null | grep -x chi_sim)"
  need docker-compose "$(first docker-compose)"
}

look
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null; then
  sudo=""
  if [ "$(id -u)" != 0 ]; then sudo -n true 2>/dev/null && sudo="sudo -n" || sudo="no"; fi
  if [ "$sudo" != no ]; then
    echo "installing: fontconfig ${missing[*]}"
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends fontconfig "${missing[@]}" >/dev/null
  fi
  look
fi
if [ ${#missing[@]} -gt 0 ]; then
  echo "The tests need these packages, which could not be installed here: ${missing[*]}" >&2
  echo "On Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi

if [ "${1:-}" != --no-build ]; then
  dotnet restore PlanTracker.sln -v quiet || exit 1
  dotnet build PlanTracker.sln -c Release --no-restore -v quiet || exit 1
fi

passed=0 failed=0 skipped=0 broken=0
results=$(mktemp -d)
for project in Domain.Tests Documents.Tests Cli.Tests Web.Tests EndToEnd; do
  program="tests/PlanTracker.$project/bin/Release/net10.0/PlanTracker.$project"
  echo "== $project"
  "$program" --report-xunit-trx --report-xunit-trx-filename "$project.trx" --results-directory "$results" --no-progress >"$results/$project.log" 2>&1
  status=$?
  read -r p f s < <(python3 - "$results/$project.trx" <<'PY'
import re, sys
try:
    counters = re.search(r'<Counters ([^>]*)/?>', open(sys.argv[1], encoding='utf-8').read()).group(1)
    value = lambda name: int(re.search(name + r'="(\d+)"', counters).group(1))
    total, passed, failed = value('total'), value('passed'), value('failed')
    print(passed, failed, total - passed - failed)
except (OSError, AttributeError):
    print(0, 0, 0)
PY
)
  echo "   $p passed, $f failed, $s skipped"
  if [ "$status" != 0 ]; then
    [ "$f" = 0 ] && broken=1
    python3 - "$results/$project.trx" <<'PY'
import re, sys
from html import unescape
try:
    text = open(sys.argv[1], encoding='utf-8').read()
except OSError:
    text = ''
for result in re.findall(r'<UnitTestResult [^>]*outcome="Failed".*?</UnitTestResult>', text, re.S):
    name = re.search(r'testName="([^"]*)"', result).group(1)
    message = re.search(r'<Message>(.*?)</StackTrace>', result, re.S)
    print('FAILED', unescape(name), '\n', unescape(re.sub(r'<[^>]*>', ' ', message.group(1) if message else ''))[:3000])
PY
    [ "$f" != 0 ] || tail -n 100 "$results/$project.log"
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  if [ "$s" != 0 ] && [ "${CI:-}" = true ]; then
    while IFS= read -r reason; do
      grep -qF "$reason" README.md || { echo "skipped without a reason in README.md: $reason"; broken=1; }
    done < <(grep -oP '(?<=\[SKIP\] ).*|(?<=SKIP: ).*' "$results/$project.log" | sort -u)
  fi
done

for compose in docker-compose.yml; do
  docker-compose -f "$compose" config -q || { echo "$compose is not valid"; broken=1; }
done

[ "$broken" = 0 ] || [ "$failed" != 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
