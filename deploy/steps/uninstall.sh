# shellcheck shell=bash
# Everything goes but the letters, the settings, and the user to whom they belong.

written=$home/installed
# recorded NAME: what was put there; an earlier --uninstall, which kept the letters, has left no record.
recorded() { [ ! -e "$root$written/$1" ] || cat -- "$root$written/$1"; }

something_in() { [ -n "$(ls -A "$root$1" 2>/dev/null)" ]; }

# Whether the letters lie on a partition that is not there to be looked into.
out_of_sight() {
    [ -e "$root/dev/disk/by-label/kioskdata" ] \
        && ! awk '$5 == "/var/lib/kiosk" { found = 1 } END { exit !found }' "$root/proc/self/mountinfo" 2>/dev/null
}

# refuse WORDS...: nothing was begun yet.
refuse() {
    end_undo
    fail "$@"
}

kept=no
if something_in /var/lib/kiosk || something_in /etc/kiosk || out_of_sight; then
    kept=yes
fi
case $purge/$kept in
    1/*) refuse "letters that are gone cannot be brought back by anybody; if you mean it, say --purge-letters twice" ;;
    0/* | */no) ;;
    *)
        ! out_of_sight || refuse "the letters' partition is not mounted; say" \
            "sudo mkdir -p /var/lib/kiosk, sudo mount LABEL=kioskdata /var/lib/kiosk, and this again"
        ;;
esac
if [ ! -e "$root$written/files" ]; then
    case $purge/$kept in
        0/yes) refuse "only letters and settings are left here; --uninstall with --purge-letters, given twice, erases them" ;;
        */no) refuse "there is no installation here" ;;
    esac
fi
if running && systemctl --quiet is-active kiosk.service; then
    note start - - kiosk.service
    systemctl stop kiosk.service
fi

while read -r path; do
    drop "$path"
done < <(recorded files)
if [ -e "$root$written/files" ] && [ -e "$root$boot/config.txt" ]; then
    without_block "$root$boot/config.txt" >"$scratch/config.txt"
    edit "$scratch/config.txt" "$boot/config.txt"
    without_words "$root$boot/cmdline.txt" >"$scratch/cmdline.txt"
    edit "$scratch/cmdline.txt" "$boot/cmdline.txt"
fi
if [ "$kept" = no ] || [ "$purge" -ge 2 ]; then
    copy_accounts
    for name in $accounts; do
        without_user kiosk "$scratch/etc/$name"
    done
    while read -r name; do
        for list in "$scratch/etc/group" "$scratch/etc/gshadow"; do
            [ ! -e "$list" ] || sed -i "/^$name:/d" "$list"
        done
    done < <(recorded groups)
    edit_accounts
fi
recorded directories >"$scratch/directories"
end_undo

# From here nothing is taken back.
if running; then
    systemctl --quiet stop kiosk-{backup,health}.{timer,service} || say "LOOK: a daily task could not be stopped."
fi
rm -f -- "$root"/var/lib/systemd/timers/stamp-kiosk-{backup,health}.timer
rm -rf -- "$root/opt/kiosk"
if [ "$purge" -ge 2 ]; then
    say "  remove letters and settings"
    # The letters' directory may be a partition of their own, which stays, empty.
    find "$root/var/lib/kiosk" -mindepth 1 -delete 2>/dev/null || say "LOOK: something is left in /var/lib/kiosk."
    rmdir -- "$root/var/lib/kiosk" 2>/dev/null || true
    rm -rf -- "$root/etc/kiosk"
    kept=no
fi
while read -r path; do
    [ -z "$path" ] || rmdir --ignore-fail-on-non-empty -- "$root$path" 2>/dev/null || true
done < <(tac "$scratch/directories")
! running || systemctl daemon-reload || say "LOOK: systemd could not read its files anew."
if [ "$kept" = yes ]; then
    say "Done. Letters (/var/lib/kiosk), settings (/etc/kiosk) and their user are still here."
else
    say "Done."
fi
say "Debian's packages stay. A restart brings back login, radios and swap."
