#!/usr/bin/env bash
# Publishes the command line and measures it as whole processes: a plan of 66 tasks beside programs that only take its text out, and many documents
# in one process. Needs pandoc, poppler-utils and python3.
# usage: tests/speed.sh [DOCUMENTS]        (1000 documents, unless said otherwise)
set -euo pipefail
cd "$(dirname "$0")/.."
for program in pandoc pdftotext python3; do
  command -v "$program" >/dev/null || { echo "This needs $program (Debian: pandoc poppler-utils python3)." >&2; exit 1; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish src/PlanTracker.Cli -c Release -o "$folder/bin" -v quiet --nologo
dotnet run -c Release --project tests/PlanTracker.Benchmarks -- library "$folder/library" "${1:-1000}"
python3 - "$folder" <<'PY'
import os, subprocess, sys, time

folder = sys.argv[1]
program = f"{folder}/bin/plantracker"
library = f"{folder}/library"

def run(command):
    """Seconds, and the most memory of the process and what it started, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024

# In turns, so that whatever else the machine does falls on both.
def ratio(name, own, other):
    times = ([], [])
    for _ in range(25):
        times[0].append(run(own)[0])
        times[1].append(run(other)[0])
    ours, theirs = (sorted(x)[len(x) // 2] * 1000 for x in times)
    print(f"{name}: plantracker parse {ours:.0f} ms, {other[0]} {theirs:.0f} ms: {ours / theirs:.2f} x (medians of 25)")

ratio(".docx of 66 tasks", [program, "parse", f"{library}/plan.docx"], ["pandoc", f"{library}/plan.docx", "-t", "plain"])
ratio(".pdf of 66 tasks", [program, "parse", f"{library}/plan.pdf"], ["pdftotext", "-layout", f"{library}/plan.pdf", "-"])
files = sorted(os.path.join(library, x) for x in os.listdir(library) if x[0].isdigit())
seconds, memory = run([program, "parse", "--json", *files])
print(f"{len(files)} documents of 13 formats in one process, {os.cpu_count()} processors: {len(files) / seconds:.0f} a second, at most {memory:.0f} MB")
PY
