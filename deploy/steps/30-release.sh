# shellcheck shell=bash
# The program: one directory for each release, built beside the others, and a link to the one in use.

if [ -n "$bundle" ]; then
    say "Looking whether the bundle is whole"
    (cd "$bundle" && sha256sum --quiet --strict --check SHA256SUMS) \
        || fail "the bundle is damaged; copy it again"
    number=$(<"$bundle/RELEASE")
else
    number=$(bash "$here/release.sh")
fi
release=$home/releases/$number-py$version
previous=$(readlink "$root$home/current" || true)

if [ ! -e "$root$release/complete" ] && planned "install the program as $release"; then
    if [ -z "$bundle" ]; then
        bundle=$scratch/bundle
        PYTHON=$python bash "$here/bundle.sh" --here "$bundle"
    fi
    make_directory "$home/releases"
    rm -rf -- "$root${release:?}" # what a power cut left
    note away - - "$release"
    "$python" -m venv --without-pip "$root$release"
    pip=$(printf '%s\n' "$bundle"/wheels/pip-*.whl)
    install_wheels() {
        PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 \
            "$root$release/bin/python" -I "$pip/pip" install --quiet --no-input --no-cache-dir \
            --no-index --no-deps --find-links "$bundle/wheels" "$@"
    }
    install_wheels --require-hashes -r "$bundle/requirements/run.txt"
    install_wheels "$bundle"/wheels/kiosk-*.whl
    (cd / && "$root$release/bin/python" -I -B -m kiosk --help >/dev/null) \
        || fail "the program does not start"
    touch "$root$release/complete"
fi
point "$home/current" "$release"
