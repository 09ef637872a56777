# shellcheck shell=bash
# The two files that a Raspberry Pi reads before anything else.

boot=/boot/firmware
begin='# kiosk: begin'
end='# kiosk: end'

# without_block FILE: config.txt without what is ours.
without_block() { sed "/^$begin/,/^$end/d" "$1"; }

# with_block FILE: config.txt with what is ours at its end, for this lock's pin.
with_block() {
    without_block "$1"
    say "$begin: written by install.sh; write your own lines above or below"
    sed "s/@LOCK@/$(lock_pin)/" "$here/boot/config.txt"
    say "$end"
}

# lock_pin: as the helpers read it that make the lock safe.
lock_pin() {
    KIOSK_TOML=$root/etc/kiosk/kiosk.toml sh "$here/files/usr/local/lib/kiosk/setting" pins lock 22
}

# judge_lock_pin: fails unless kiosk, helpers and firmware will all take the same pin for the lock's.
judge_lock_pin() {
    [ -e "$root/etc/kiosk/kiosk.toml" ] || return 0
    local said
    said=$("$python" -I "$here/lib/lock_pin.py" "$root/etc/kiosk/kiosk.toml" "$(lock_pin)" 2>&1) || fail "$said"
}

# with_words FILE: cmdline.txt, which is one line, with the words that are to be there (+) and
# without those that are not (-); what it adds and removes is appended to $scratch/words.
with_words() {
    local word kept=()
    for word in $(<"$1"); do
        if grep -qxF -- "-${word%%,*}" "$here/boot/cmdline.txt"; then
            say "removed $word" >>"$scratch/words"
        else
            kept+=("$word")
        fi
    done
    while read -r word; do
        case " ${kept[*]} " in
            *" $word "*) ;;
            *)
                kept+=("$word")
                say "added $word" >>"$scratch/words"
                ;;
        esac
    done < <(sed -n 's/^+//p' "$here/boot/cmdline.txt")
    say "${kept[*]}"
}

# without_words FILE: cmdline.txt as it was before ours.
without_words() {
    local word words=$root$home/installed/words kept=()
    while read -r word; do kept+=("$word"); done < <(sed -n 's/^removed //p' "$words")
    for word in $(<"$1"); do
        case " ${kept[*]} " in
            *" $word "*) continue ;; # an earlier run, which was cut off, has brought it back
        esac
        case $word in
            overlayroot=*) ;; # kiosk-overlay goes, too, and nobody could take its cover away
            *) grep -qxF -- "added $word" "$words" || kept+=("$word") ;;
        esac
    done
    say "${kept[*]}"
}
