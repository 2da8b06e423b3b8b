#!/usr/bin/env bash
# Kills application processes while they plan and send reminders, half of the kills on SQLite and half on PostgreSQL with two processes at once, and holds
# the ledger against planning from scratch. Ends with 1 when a reminder is missing, stands twice or was not sent.
# usage: tests/crash.sh [KILLS] [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/PlanTracker.Crash -c Release -v quiet --nologo
exec tests/PlanTracker.Crash/bin/Release/net10.0/PlanTracker.Crash "${1:-6}" ${2:+"$2"}
