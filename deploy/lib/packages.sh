# shellcheck shell=bash
# Debian's packages. They are looked at on this machine only: under --root whoever made it has them.

# What draws without a desktop (pygame-ce brings SDL, SDL loads these), and what speaks to a bare printer.
needed='libdrm2 libgbm1 libegl1 libgles2 libgl1-mesa-dri libusb-1.0-0 python3'

installed_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u
}

missing_packages() {
    local name here
    here=$(installed_packages)
    for name in "$@"; do
        grep -qxF -- "$name" <<<"$here" || printf '%s ' "$name"
    done
}

# add_packages NAME...: from the bundle's folder debs if there is one, else from the network.
add_packages() {
    local names
    export DEBIAN_FRONTEND=noninteractive
    if [ -d "$bundle/debs" ]; then
        names=$(for deb in "$bundle"/debs/*.deb; do dpkg-deb --field "$deb" Package; done)
    else
        apt-get update -q
        names=$(apt-get install --simulate -q -y --no-install-recommends "$@" | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
    fi
    # shellcheck disable=SC2086 # one word a package
    names=$(missing_packages $names)
    [ -z "$names" ] || note packages - - "$(tr ' ' , <<<"${names% }")"
    if [ -d "$bundle/debs" ]; then
        apt-get install -q -y --no-install-recommends --no-download "$bundle"/debs/*.deb
    else
        apt-get install -q -y --no-install-recommends "$@"
    fi
}

# remove_packages LIST: those of the list that are there; what others added since is theirs.
remove_packages() {
    local added
    added=$(installed_packages | grep -xF -f <(tr , '\n' <<<"$1") || true)
    # shellcheck disable=SC2086 # one word a package
    [ -z "$added" ] || DEBIAN_FRONTEND=noninteractive apt-get purge -q -y $added
}
