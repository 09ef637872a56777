# shellcheck shell=bash
# Users and groups: worked out on copies of the system's files, which then replace them.

accounts='passwd group shadow gshadow'

copy_accounts() {
    local name
    mkdir -p "$scratch/etc/sysusers.d"
    for name in $accounts; do
        [ ! -e "$root/etc/$name" ] || cp -a -- "$root/etc/$name" "$scratch/etc/$name"
    done
}

# edit_accounts: whatever the copies have come to.
edit_accounts() {
    local name
    for name in $accounts; do
        if [ -e "$root/etc/$name" ]; then
            edit "$scratch/etc/$name" "/etc/$name"
        elif [ -e "$scratch/etc/$name" ] && planned "write /etc/$name"; then
            replace "$scratch/etc/$name" "/etc/$name" 640
        fi
    done
}

group_names() { [ ! -e "$1" ] || cut -d: -f1 "$1" | sort; }

# without_user USER FILE: a copy of passwd, group or their shadows, in which nobody has that name.
without_user() {
    [ -e "$2" ] || return 0
    awk -F: -v OFS=: -v user="$1" '
        $1 == user { next }
        FILENAME ~ /group|gshadow/ {
            members = ""
            count = split($4, all, ",")
            for (n = 1; n <= count; n++)
                if (all[n] != user) members = members (members == "" ? "" : ",") all[n]
            $4 = members
        }
        { print }' "$2" >"$scratch/account"
    cat "$scratch/account" >"$2"
}

# give PATH: the kiosk's user owns it; only root can give things away.
give() {
    [ "$(id -u)" = 0 ] || return 0
    chown "$(awk -F: '$1 == "kiosk" { print $3 ":" $4 }' "$root/etc/passwd")" "$root$1"
}
