#!/bin/bash
# Puts together all that install.sh needs without a network: the program, what it is made of for
# Raspberry Pi and PC (aarch64, x86_64) and the Pythons of Debian 12 and 13, by the locks' hashes.
#   bundle.sh DIR           for all of them, and DIR.tar
#   bundle.sh --here DIR    for this machine alone
# PYTHON is a Python with venv; the tools it needs are put into a directory of their own.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(cd -P "$here/.." && pwd)
all=yes
if [ "${1:-}" = --here ]; then
    all=no
    shift
fi
out=${1:?bundle.sh [--here] DIR}
if [ -d "$out" ] && [ -n "$(ls -A "$out")" ] && [ ! -e "$out/SHA256SUMS" ]; then
    echo "bundle.sh: $out holds something else; name a new directory" >&2
    exit 1
fi
rm -rf -- "$out"
mkdir -p -- "$out/wheels" "$out/requirements"
out=$(cd -P "$out" && pwd)
tools=$(mktemp -d)
trap 'rm -rf -- "$tools"' EXIT

load() {
    "$tools/venv/bin/python" -m pip --disable-pip-version-check download --quiet --no-deps \
        --require-hashes --only-binary=:all: --dest "$out/wheels" "$@"
}

# for_platform PROCESSOR PYTHON: Bookworm has glibc 2.36, and runs what was built for any before.
for_platform() {
    local minor words=(--platform "manylinux2014_$1" --platform "manylinux2010_$1" --platform any)
    for minor in $(seq 5 36); do
        words+=(--platform "manylinux_2_${minor}_$1")
    done
    load "${words[@]}" --implementation cp --python-version "$2" \
        --abi "cp${2/./}" --abi abi3 --abi none -r "$source/requirements/run.txt"
}

"${PYTHON:-python3}" -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip --disable-pip-version-check install --quiet --require-hashes \
    -r "$source/requirements/build.txt"
# A copy is built: building must not write into the checkout.
mkdir "$tools/source"
(cd "$source" && tar -c --exclude=__pycache__ kiosk pyproject.toml README.md LICENSE) \
    | tar -x -C "$tools/source"
"$tools/venv/bin/python" -m pip --disable-pip-version-check wheel --quiet --no-deps \
    --no-build-isolation --wheel-dir "$out/wheels" "$tools/source"

# pip itself, as it is locked for development.
awk '/^[^ #]/ { here = /^pip==/ } here' "$source/requirements/dev.txt" >"$tools/pip.txt"
load -r "$tools/pip.txt"
if [ "$all" = yes ]; then
    for processor in aarch64 x86_64; do
        for version in 3.11 3.13; do
            for_platform "$processor" "$version"
        done
    done
else
    load -r "$source/requirements/run.txt"
fi

cp -- "$source/requirements/run.txt" "$out/requirements/"
(cd "$source" && tar -c deploy) | tar -x -C "$out"
bash "$here/release.sh" >"$out/RELEASE"
(cd "$out" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$tools/sums"
mv -- "$tools/sums" "$out/SHA256SUMS"
if [ "$all" = yes ]; then
    tar -cf "$out.tar" -C "$(dirname "$out")" "$(basename "$out")"
    printf '%s (%s)\n' "$out.tar" "$(du -h "$out.tar" | cut -f 1)"
fi
