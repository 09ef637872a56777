# shellcheck shell=bash
# Changes to the machine: each is said, none is made by --check and --dry-run, all can be taken back.
# Paths are those on the machine; $root comes before them, and is empty for this machine itself.

changes=0
declare -a files=() groups=() # what belongs to this installation, for the next one and for --uninstall
declare -A made=()            # directories that were not there before

# Whether systemd runs on what is worked on: not under --root, and not while an image is made.
running() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

say() { printf '%s\n' "$*"; }

fail() {
    printf 'install.sh: %s\n' "$*" >&2
    exit 1
}

# planned WORDS...: says a change; false if it is not to be made.
planned() {
    changes=$((changes + 1))
    case $mode in
        check) say "  differs: $*" ;;
        dry-run) say "  would $*" ;;
        *) say "  $*" ;;
    esac
    [ "$mode" = install ] || [ "$mode" = uninstall ]
}

make_directory() {
    [ ! -d "$root$1" ] || return 0
    make_directory "$(dirname "$1")"
    note made - - "$1"
    mkdir -m "${2:-755}" "$root$1"
    made[$1]=1
}

# beside PATH: room for what is to take its place.
beside() {
    make_directory "$(dirname "$1")"
    note away - - "$1.kiosk-new"
}

# swap PATH: what was made beside it takes its place, at once.
swap() {
    [ -L "$root$1.kiosk-new" ] || tree_on_disk "$root$1.kiosk-new"
    remember "$1" "$(mark "$root$1.kiosk-new")"
    mv -fT -- "$root$1.kiosk-new" "$root$1"
}

# replace SOURCE PATH MODE: it becomes a file like this.
replace() {
    beside "$2"
    install -m "$3" -- "$1" "$root$2.kiosk-new"
    swap "$2"
}

# edit SOURCE PATH: a file of the system gets other words, and keeps owner and mode.
edit() {
    cmp -s -- "$1" "$root$2" && return
    planned "change $2" || return 0
    beside "$2"
    cp -a -- "$root$2" "$root$2.kiosk-new"
    cat -- "$1" >"$root$2.kiosk-new"
    swap "$2"
    tree_on_disk "$root$2"
}

# ours PATH: whether an earlier installation put it there.
ours() { grep -qxF -- "$1" "$root$home/installed/files" 2>/dev/null; }

# keep_original PATH: what somebody else had there comes back with --uninstall.
keep_original() {
    local kept=$home/before$1
    if { [ -e "$root$1" ] || [ -L "$root$1" ]; } && ! ours "$1"; then
        make_directory "$(dirname "$kept")" 700
        note away - - "$kept"
        cp -a -- "$root$1" "$root$kept"
    fi
}

# put SOURCE PATH MODE: a file of ours.
put() {
    files+=("$2")
    if [ ! -L "$root$2" ] && cmp -s -- "$1" "$root$2" && [ "$(stat -c %a "$root$2")" = "$3" ]; then
        return
    fi
    planned "write $2" || return 0
    keep_original "$2"
    replace "$1" "$2" "$3"
}

# point PATH TARGET: a link of ours.
point() {
    files+=("$1")
    [ "$(readlink "$root$1" || true)" != "$2" ] || return 0
    planned "link $1 to $2" || return 0
    keep_original "$1"
    beside "$1"
    ln -s -- "$2" "$root$1.kiosk-new"
    swap "$1"
}

# drop PATH: a file or link of ours goes; what was there before comes back.
drop() {
    planned "remove $1" || return 0
    if [ -e "$root$home/before$1" ] || [ -L "$root$home/before$1" ]; then
        beside "$1"
        cp -a -- "$root$home/before$1" "$root$1.kiosk-new"
        swap "$1"
    else
        remember "$1" nothing
        rm -f -- "$root$1"
    fi
}
