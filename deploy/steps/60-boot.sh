# shellcheck shell=bash
# What the Raspberry Pi is told before Linux starts.

if [ -e "$root$boot/config.txt" ]; then
    with_block "$root$boot/config.txt" >"$scratch/config.txt"
    edit "$scratch/config.txt" "$boot/config.txt"
    with_words "$root$boot/cmdline.txt" >"$scratch/cmdline.txt"
    edit "$scratch/cmdline.txt" "$boot/cmdline.txt"
    grep -q '^dtoverlay=vc4-kms-v3d' "$root$boot/config.txt" \
        || say "  LOOK: config.txt has no dtoverlay=vc4-kms-v3d; without it nothing can be drawn"
else
    say "  There is no $boot/config.txt: this is no Raspberry Pi, and pins and radios stay as they are."
fi
