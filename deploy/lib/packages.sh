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
    local before
    before=$(installed_packages)
    export DEBIAN_FRONTEND=noninteractive
    note packages - "$(printf '%s,' $before)"
    if [ -d "$bundle/debs" ]; then
        apt-get install -q -y --no-install-recommends --no-download "$bundle"/debs/*.deb
    else
        apt-get update -q
        apt-get install -q -y --no-install-recommends "$@"
    fi
}

# remove_packages LIST: all that are not in the list, which was made before others were added.
remove_packages() {
    local added
    added=$(installed_packages | grep -vxF -f <(tr , '\n' <<<"$1" | sed '/^$/d') || true)
    # shellcheck disable=SC2086 # one word a package
    [ -z "$added" ] || DEBIAN_FRONTEND=noninteractive apt-get purge -q -y $added
}
