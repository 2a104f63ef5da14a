# Shared by the scripts beside it; read with `. scripts/lib.sh`.

say() { printf '→ %s\n' "$*"; }

# The first argument says what is wrong, the others what to do.
fail() {
    printf '✗ %s\n' "$1" >&2
    shift
    printf '  %s\n' "$@" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installing Debian packages is possible and permitted without asking for a password.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    log=$(mktemp)
    if as_root env DEBIAN_FRONTEND=noninteractive sh -c \
        'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -5 "$log" >&2
        rm -f "$log"
        return 1
    fi
}
