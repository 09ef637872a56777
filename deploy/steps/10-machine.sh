# shellcheck shell=bash
# Is this a machine for it? And was an earlier run cut off?

[ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "run it with sudo"

# shellcheck disable=SC1091 # the machine's own
system=$(. "$root/etc/os-release" && printf '%s %s' "$ID" "${VERSION_ID:-}")
case $system in
    "debian 12" | "debian 13" | "raspbian 12" | "raspbian 13") ;;
    *) fail "this is $system; it must be Raspberry Pi OS or Debian, 12 (Bookworm) or 13 (Trixie)" ;;
esac
case $(uname -m) in
    aarch64 | x86_64) ;;
    *) fail "this system is not 64-bit; write Raspberry Pi OS Lite (64-bit) to the card" ;;
esac
if [ "$(getconf LONG_BIT)" != 64 ]; then
    fail "the programs of this system are 32-bit; write Raspberry Pi OS Lite (64-bit) to the card"
fi
python=${PYTHON:-python3}
version=$("$python" -c 'import sys; print("{}.{}".format(*sys.version_info))') \
    || fail "python3 is missing: apt install python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python $version is too old"
[ "$mode" = uninstall ] || judge_lock_pin
command -v systemd-sysusers >/dev/null || fail "systemd-sysusers is missing: apt install systemd"

# What is changed under a covered root is gone with the next restart, and half of it is on the boot partition.
if { [ "$mode" = install ] || [ "$mode" = uninstall ]; } \
    && sh "$here/files/usr/local/sbin/kiosk-overlay" active --root "${root:-/}"; then
    fail "the root is covered: sudo kiosk-overlay off, sudo reboot, then this again; at last kiosk-overlay on"
fi

if [ -d "$undo" ]; then
    case $mode in
        check | dry-run) say "  An earlier run was cut off; the next one takes back what it changed." ;;
        *)
            say "An earlier run was cut off; what it changed is taken back first."
            take_back || fail "it could not be taken back; nothing new was begun"
            tried=no
            ;;
    esac
fi
if [ "$mode" = install ] || [ "$mode" = uninstall ]; then
    begin_undo
fi
