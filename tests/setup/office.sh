#!/bin/sh
# Cherche LibreOffice, qui rouvre les fichiers exportés ; sous Debian, l'installe s'il manque et si l'on en a le droit. Absent ailleurs, il ne
# fait échouer que l'intégration continue : les essais qui le demandent sont sautés, et disent pourquoi.
set -eu

has_office() { [ -n "${SOFFICE:-}" ] || command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || [ -d /Applications/LibreOffice.app ]; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

has_office && exit 0
if command -v apt-get >/dev/null 2>&1; then
    packages="libreoffice-writer-nogui libreoffice-calc-nogui"
    echo "J'installe ce qui manque aux essais : $packages"
    # shellcheck disable=SC2086 -- une liste de paquets
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages; } || true
fi
has_office || echo "LibreOffice manque : les essais qui rouvrent les fichiers exportés seront sautés." >&2
