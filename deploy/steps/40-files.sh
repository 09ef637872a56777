# shellcheck shell=bash
# Files as they lie in deploy/files, links as they stand in deploy/links.

while read -r path; do
    case $path in
        /usr/local/*) put "$here/files$path" "$path" 755 ;;
        *) put "$here/files$path" "$path" 644 ;;
    esac
done < <(cd "$here/files" && find . -type f ! -name '*.pyc' | sed 's/^\.//' | LC_ALL=C sort)

while read -r path target; do
    point "$path" "$target"
done < <(grep '^/' "$here/links")

mount=/etc/systemd/system/var-lib-kiosk.mount
if [ "$partition" = yes ] || ours "$mount"; then
    if ! ours "$mount" && [ -e "$root/var/lib/kiosk/post.sqlite" ]; then
        fail "there are letters in /var/lib/kiosk, which the partition would hide; move them first"
    fi
    put "$here/data/var-lib-kiosk.mount" "$mount" 644
    point /etc/systemd/system/local-fs.target.wants/var-lib-kiosk.mount "$mount"
elif [ -e "$root/dev/disk/by-label/kioskdata" ]; then
    say "  LOOK: there is a partition with the label kioskdata, and without --data-partition no letters"
    say "  will lie on it; those that lie there already are not seen."
fi
