# shellcheck shell=bash
# What belongs to this installation; and what belonged to an earlier one and is no longer needed goes.

written=$home/installed

# record NAME: a list from stdin, kept for the next run.
record() {
    local list=$scratch/$1.list
    cat >"$list"
    [ "$mode" != install ] || cmp -s -- "$list" "$root$written/$1" \
        || replace "$list" "$written/$1" 644
}

# before_and_now NAME: what earlier runs recorded, and what comes from stdin.
before_and_now() { { cat "$root$written/$1" 2>/dev/null || true; cat; } | sed '/^$/d' | awk '!seen[$0]++'; }

if [ -e "$root$written/files" ]; then
    while read -r path; do
        drop "$path"
    done < <(grep -vxF -f <(printf '%s\n' "${files[@]}") "$root$written/files" || true)
fi
printf '%s\n' "${files[@]}" | record files
printf '%s\n' "${groups[@]}" | before_and_now groups | record groups
before_and_now words <"$scratch/words" | record words
# Last, for the lists' own directory is among them.
printf '%s\n' "${!made[@]}" | LC_ALL=C sort | before_and_now directories | record directories
