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

# --- Taking back. The journal is on the disk before what it tells of: a power cut is taken back
# --- by the next run.

# on_disk FILE: waits for it. Under --root nobody cuts the power of what is worked on.
on_disk() { [ -n "$root" ] || sync "$1"; }

# tree_on_disk FILE: waits for all of its file system; FAT keeps a file's place beside the file.
tree_on_disk() { [ -n "$root" ] || sync --file-system "$1"; }

note() {
    printf '%s %s %s\n' "$1" "$2" "$3" >>"$undo/journal"
    on_disk "$undo/journal"
}

begin_undo() {
    mkdir -p "$root/var/lib"
    mkdir -m 700 "$undo"
    mkdir "$undo/kept"
    : >"$undo/journal"
}

# remember PATH: how it is now, a file, a link or nothing.
remember() {
    local number
    number=$(wc -l <"$undo/journal")
    if [ -e "$root$1" ] || [ -L "$root$1" ]; then
        cp -a -- "$root$1" "$undo/kept/$number"
        [ -L "$undo/kept/$number" ] || on_disk "$undo/kept/$number"
        note back "$number" "$1"
    else
        note gone - "$1"
    fi
}

take_back() {
    local what kept path
    while read -r what kept path; do
        case $what in
            back) rm -f -- "$root$path" && cp -a -- "$undo/kept/$kept" "$root$path" ;;
            gone) rm -rf -- "$root${path:?}" ;;
            made) rmdir --ignore-fail-on-non-empty -- "$root$path" 2>/dev/null || true ;;
            packages) remove_packages "$path" ;;
            start) systemctl start "$path" ;;
        esac
    done < <(tac "$undo/journal")
    rm -rf -- "$undo"
}

keep_all() {
    [ -n "$root" ] || sync
    rm -rf -- "$undo"
}

# --- Files, links, directories.

make_directory() {
    [ ! -d "$root$1" ] || return 0
    make_directory "$(dirname "$1")"
    note made - "$1"
    mkdir -m "${2:-755}" "$root$1"
    made[$1]=1
}

# replace SOURCE PATH MODE: at once, with the owner and mode that were there before, if any.
replace() {
    local new=$2.kiosk-new
    make_directory "$(dirname "$2")"
    note gone - "$new"
    remember "$2"
    install -m "$3" -- "$1" "$root$new"
    mv -fT -- "$root$new" "$root$2"
}

# edit SOURCE PATH: a file of the system gets other words, and keeps owner and mode.
edit() {
    cmp -s -- "$1" "$root$2" && return
    planned "change $2" || return 0
    local new=$2.kiosk-new
    note gone - "$new"
    remember "$2"
    cp -a -- "$root$2" "$root$new"
    cat -- "$1" >"$root$new"
    tree_on_disk "$root$new"
    mv -fT -- "$root$new" "$root$2"
    tree_on_disk "$root$2"
}

# ours PATH: whether an earlier installation put it there.
ours() { grep -qxF -- "$1" "$root$home/installed/files" 2>/dev/null; }

# keep_original PATH: what somebody else had there comes back with --uninstall.
keep_original() {
    local kept=$home/before$1
    if { [ -e "$root$1" ] || [ -L "$root$1" ]; } && ! ours "$1"; then
        make_directory "$(dirname "$kept")" 700
        note gone - "$kept"
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
    make_directory "$(dirname "$1")"
    note gone - "$1.kiosk-new"
    remember "$1"
    ln -s -- "$2" "$root$1.kiosk-new"
    mv -fT -- "$root$1.kiosk-new" "$root$1"
}

# drop PATH: a file or link of ours goes; what was there before comes back.
drop() {
    planned "remove $1" || return 0
    remember "$1"
    rm -f -- "$root$1"
    if [ -e "$root$home/before$1" ] || [ -L "$root$home/before$1" ]; then
        cp -a -- "$root$home/before$1" "$root$1"
    fi
}
