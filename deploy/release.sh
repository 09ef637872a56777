#!/bin/bash
# Says which release this checkout is: its version, and a mark of all that goes into it.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
mark=$(find kiosk pyproject.toml requirements/run.txt -type f ! -name '*.pyc' -print0 \
    | sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-8)
printf '%s-%s\n' "$version" "$mark"
