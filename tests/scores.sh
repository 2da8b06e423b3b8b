#!/usr/bin/env bash
# usage: tests/scores.sh FOLDER    FOLDER holds corpus/ and tools/score_import.py. Fails where a figure fell below its mark.
set -uo pipefail
cd "$(dirname "$0")/.."
shared=$1
status=0
check() { # folder, least share of tasks that need no edit, further options
  local folder=$1 least=$2; shift 2
  local figures
  figures=$(python3 "$shared/tools/score_import.py" "$shared/corpus/$folder" --json "$@") || { echo "$figures"; status=1; return; }
  python3 - "$folder" "$least" "$figures" <<'PY' || status=1
import json, sys
folder, least, figures = sys.argv[1], float(sys.argv[2]), json.loads(sys.argv[3])
got = figures["zeroEditTasks"]
print(f"{folder}: tasks without edit {got:.4f} (at least {least}), task F1 {figures['taskF1']}, unit-role F1 {figures['unitRoleF1']}, deadline F1 {figures['deadlineF1']}")
sys.exit(got < least)
PY
}
check seeds 0.99
check public 0.98
check replica 0.97
check made 0.99 --ext txt,docx,xlsx,html,doc,wps,ofd,pdf
exit $status
