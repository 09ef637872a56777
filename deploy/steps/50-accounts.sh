# shellcheck shell=bash
# The kiosk's user, with the groups of what it touches, and its two directories.

copy_accounts
cp -- "$here/files/etc/sysusers.d/kiosk.conf" "$scratch/etc/sysusers.d/"
systemd-sysusers --root="$scratch" kiosk.conf >"$scratch/said" 2>&1 || fail "$(<"$scratch/said")"
mapfile -t groups < <(comm -13 <(group_names "$root/etc/group") <(group_names "$scratch/etc/group"))
edit_accounts

for path in "/etc/kiosk 755" "/var/lib/kiosk 700"; do
    directory=${path% *}
    if [ ! -d "$root$directory" ] && planned "make $directory"; then
        make_directory "$directory" "${path#* }"
        give "$directory"
    fi
done
