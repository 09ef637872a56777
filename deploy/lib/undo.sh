# shellcheck shell=bash
# Taking back. While $undo is there, something may have to be taken back; it comes and goes by a rename.
# A line of its journal is on the disk before what it tells of, and is whole only with the dot at its
# end. Played again from the start, however often it was cut off, it comes to the same: no path is in two
# lines "was", and each is brought back at once, or not at all.
#   was N MARK PATH    kept/N was there (for "-" nothing), and MARK is what was put there
#   away - - PATH      nothing was there, and whatever is there now is ours
#   made - - PATH      a directory that was not there
#   packages - - A,B   packages of Debian that were not there
#   start - - UNIT     a service that ran

declare -a journal=()
declare -A stays=() # paths that somebody else changed since
tried=no            # whether this run has played it already

# on_disk FILE: waits for it. Under --root nobody cuts the power of what is worked on.
on_disk() { [ -n "$root" ] || sync "$1"; }

# tree_on_disk FILE: waits for all of its file system; FAT keeps a file's place beside the file.
tree_on_disk() { [ -n "$root" ] || sync --file-system "$1"; }

# mark FILE: what is there, in one word.
mark() {
    local sum
    if [ -L "$1" ]; then
        sum=$(readlink -n -- "$1" | sha256sum)
        printf 'link:%s' "${sum%% *}"
    elif [ -f "$1" ]; then
        sum=$(sha256sum <"$1")
        printf 'file:%s:%s' "$(stat -c %a:%u:%g -- "$1")" "${sum%% *}"
    elif [ -e "$1" ]; then
        printf other
    else
        printf nothing
    fi
}

# note WHAT NUMBER MARK PATH: a line of the journal.
note() {
    printf '%s %s %s %s .\n' "$1" "$2" "$3" "$4" >>"$undo/journal"
    on_disk "$undo/journal"
}

begin_undo() {
    rm -rf -- "$undo.new" "$undo.done"
    mkdir -p "$root/var/lib"
    mkdir -m 700 "$undo.new"
    mkdir "$undo.new/kept"
    : >"$undo.new/journal"
    mv -T -- "$undo.new" "$undo" || { rm -rf -- "$undo.new" && return 1; }
    on_disk "$root/var/lib"
}

# end_undo: all is as it shall be. Nothing of it may be left where the next run would believe a half.
end_undo() {
    [ -n "$root" ] || sync
    mv -T -- "$undo" "$undo.done" || return
    on_disk "$root/var/lib"
    rm -rf -- "$undo.done" || say "LOOK: $undo.done could not be removed; do so, it holds old passwords."
}

# remember PATH MARK: what is there now, before that is put there.
remember() {
    local number=-
    if [ -e "$root$1" ] || [ -L "$root$1" ]; then
        number=$(wc -l <"$undo/journal")
        cp -a -- "$root$1" "$undo/kept/$number"
        [ -L "$undo/kept/$number" ] || on_disk "$undo/kept/$number"
    fi
    note was "$number" "$2" "$1"
}

# take_back: false if something could not be brought back; then $undo stays, and nothing is lost.
take_back() {
    local path
    tried=yes
    mapfile -t journal <"$undo/journal" || return
    find_others
    # Once more if need be: what went by then has made room for what comes back.
    play_back || play_back || return
    end_undo || return
    for path in "${!stays[@]}"; do
        say "LOOK: somebody else has changed $path since; it stays as it is."
    done
}

# whole LINE: its words, into the caller's variables; false if it was cut off, and nothing done yet.
whole() {
    read -r what number mark path <<<"$1"
    [ "${path%" ."}" != "$path" ] || return
    path=${path%" ."}
}

# find_others: what carries neither what was there nor what was put there is somebody else's work.
find_others() {
    local line what number mark path now
    for line in "${journal[@]}"; do
        if whole "$line" && [ "$what" = was ]; then
            now=$(mark "$root$path")
            case $now in
                nothing | "$mark" | "$(mark "$undo/kept/$number")") ;;
                *) stays[$path]=1 ;;
            esac
        fi
    done
    # Users and groups are told in four files that belong together.
    case " ${!stays[*]} " in
        *" /etc/passwd "* | *" /etc/shadow "* | *" /etc/group "* | *" /etc/gshadow "*)
            for path in $accounts; do stays[/etc/$path]=1; done
            ;;
    esac
}

play_back() {
    local at what number mark path failed=0
    for ((at = ${#journal[@]} - 1; at >= 0; at--)); do
        whole "${journal[at]}" || continue
        case $what in
            was) [ -n "${stays[$path]:-}" ] || bring_back "$number" "$path" || failed=1 ;;
            away) rm -rf -- "$root${path:?}" || failed=1 ;;
            made) rmdir --ignore-fail-on-non-empty -- "$root$path" 2>/dev/null || true ;;
            packages) remove_packages "$path" || failed=1 ;;
            start) systemctl start "$path" || say "LOOK: $path could not be started again." ;;
        esac
    done
    return "$failed"
}

# bring_back NUMBER PATH: as it was. Its copy lies beside it, whole, before it takes its place.
bring_back() {
    local kept=$undo/kept/$1 path=$root$2 beside=$root$2.kiosk-old
    if [ "$(mark "$kept")" = "$(mark "$path")" ]; then
        rm -f -- "$beside"
    elif [ "$1" = - ]; then
        rm -f -- "$path"
    elif mkdir -p -- "$(dirname "$path")" && rm -f -- "$beside" && cp -a -- "$kept" "$beside" \
        && tree_on_disk "$(dirname "$path")" && mv -fT -- "$beside" "$path"; then
        tree_on_disk "$(dirname "$path")"
    else
        rm -f -- "$beside"
        return 1
    fi
}
