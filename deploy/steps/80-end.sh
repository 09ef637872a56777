# shellcheck shell=bash
# From here nothing is taken back: all is done.

if [ "$mode" != install ]; then
    case $mode/$changes in
        */0) say "Nothing differs: the kiosk is installed as it should be." ;;
        check/*) say "$changes things differ. install.sh without --check sets them right." ;;
        *) say "Nothing was done." ;;
    esac
    [ "$mode/$changes" = "$mode/0" ] || [ "$mode" = dry-run ] || exit 1
    exit 0
fi
end_undo
runs() { grep -qaF -- "$1/bin/python" "$root"/proc/[0-9]*/cmdline 2>/dev/null; }

# The release before this one stays, in case of need; and the one that runs, until the next restart.
if [ "$previous" != "$release" ]; then
    for old in "$root$home"/releases/*; do
        case ${old#"$root"} in
            "$release" | "$previous") ;;
            *) runs "${old#"$root"}" || rm -rf -- "$old" ;;
        esac
    done
fi
# take_effect: what can be without a restart, also where an earlier run could not.
take_effect() {
    systemctl daemon-reload || say "LOOK: systemd could not read its files anew."
    udevadm control --reload || say "LOOK: udev could not read its files anew."
    # The store that `kiosk setup` makes belongs on the partition, not beneath it, and to the kiosk's user.
    [ ! -e "$root$mount" ] || systemctl start var-lib-kiosk.mount \
        || say "LOOK: no partition has the label kioskdata; make it, and run this again before kiosk setup."
    systemd-tmpfiles --create kiosk.conf || say "LOOK: a directory of the kiosk's could not be made."
}

! running || take_effect
if [ "$changes" = 0 ]; then
    say "Nothing was to be changed."
elif ! running; then
    say "Done."
else
    say "Done. Now: sudo kiosk setup, and then: sudo reboot. Until the restart nothing has changed"
    say "for a kiosk that runs. From the restart on there is no Wi-Fi, no Bluetooth and no login on"
    say "the screen: read in deploy/README.md how to come in later."
fi
