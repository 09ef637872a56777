#!/bin/bash
# Makes a kiosk of a Raspberry Pi (Raspberry Pi OS Lite 64-bit, Bookworm or Trixie), or of a Debian 12
# or 13 for trying. Run again it changes only what differs. It says each change; if a step fails, all
# before it are taken back. deploy/README.md tells the whole way.
set -euo pipefail
umask 022 # the kiosk's user reads what root installs, whatever root's own habit

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=/opt/kiosk
mode=install root='' bundle='' purge=0 partition=no

usage() {
    cat <<TXT
sudo bash install.sh [OPTION]...

  (nothing)          install, or bring up to date
  --check            say what differs from an installation; exit code 1 if anything does
  --dry-run          say what would be done, and do nothing
  --uninstall        take everything away but letters, settings and the user they belong to
  --purge-letters    with --uninstall, given TWICE: letters and settings go, too, for ever
  --data-partition   letters lie on the partition with the label kioskdata (ext4)
  --bundle DIR       install from this unpacked bundle, without a network
  --root DIR         work on the system that lies under DIR, not on this one
TXT
}

while [ $# -gt 0 ]; do
    case $1 in
        --check | --dry-run | --uninstall)
            [ "$mode" = install ] || { echo "install.sh: $1 does not go with --$mode" >&2 && exit 2; }
            mode=${1#--}
            ;;
        --purge-letters) purge=$((purge + 1)) ;;
        --data-partition) partition=yes ;;
        --bundle) bundle=$(cd -P "${2:?--bundle needs a directory}" && pwd) && shift ;;
        --root) root=$(cd -P "${2:?--root needs a directory}" && pwd) && shift ;;
        --help) usage && exit ;;
        *) { echo "install.sh: it does not know $1" && usage; } >&2 && exit 2 ;;
    esac
    shift
done
[ "$root" != / ] || root=
undo=$root/var/lib/kiosk-undo
scratch=$(mktemp -d)
: >"$scratch/words"

# shellcheck source=lib/undo.sh
. "$here/lib/undo.sh"
# shellcheck source=lib/change.sh
. "$here/lib/change.sh"
# shellcheck source=lib/boot.sh
. "$here/lib/boot.sh"
# shellcheck source=lib/accounts.sh
. "$here/lib/accounts.sh"
# shellcheck source=lib/packages.sh
. "$here/lib/packages.sh"

finish() {
    local status=$?
    trap - EXIT INT TERM HUP
    set +e
    if [ "$status" != 0 ] && [ -d "$undo" ] && [ "$mode" != check ] && [ "$mode" != dry-run ]; then
        say "Something failed; what was changed is taken back."
        if [ "$tried" = no ] && take_back; then
            say "The machine is as it was."
        else
            say "LOOK: not everything could be taken back. What was there lies in $undo; mend what is"
            say "said above (is the card full?), and run this again: it goes on from there."
        fi
    fi
    rm -rf -- "$scratch"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

# shellcheck source=steps/10-machine.sh
. "$here/steps/10-machine.sh"
if [ "$mode" = uninstall ]; then
    # shellcheck source=steps/uninstall.sh
    . "$here/steps/uninstall.sh"
    exit
fi
# shellcheck source=steps/20-packages.sh
. "$here/steps/20-packages.sh"
# shellcheck source=steps/30-release.sh
. "$here/steps/30-release.sh"
# shellcheck source=steps/40-files.sh
. "$here/steps/40-files.sh"
# shellcheck source=steps/50-accounts.sh
. "$here/steps/50-accounts.sh"
# shellcheck source=steps/60-boot.sh
. "$here/steps/60-boot.sh"
# shellcheck source=steps/70-record.sh
. "$here/steps/70-record.sh"
# shellcheck source=steps/80-end.sh
. "$here/steps/80-end.sh"
