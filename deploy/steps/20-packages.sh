# shellcheck shell=bash
# What Debian brings.

[ -n "$bundle" ] || [ ! -e "$here/../RELEASE" ] || bundle=$(cd -P "$here/.." && pwd)
if [ -z "$root" ]; then
    # Without a bundle one is made here, and that needs pip.
    [ -n "$bundle" ] || needed="$needed python3-venv"
    # shellcheck disable=SC2086 # one word a package
    missing=$(missing_packages $needed)
    if [ -n "$missing" ] && planned "add Debian's packages $missing"; then
        # shellcheck disable=SC2086
        add_packages $missing
    fi
fi
