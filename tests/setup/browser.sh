#!/bin/sh
# Vérifie qu'il y a un navigateur de la famille Chromium, de quoi le piloter, pdftotext et Grammalecte ; sous Debian, installe ce qui manque.
# Debian a aussi Chromium sans fenêtre, où les essais vont deux fois plus vite, et Firefox, second moteur, dont les essais passent leur tour ailleurs.
set -eu

has_browser() { .venv/bin/python -c 'import sys; from macros.printing.chromium import find_chromium; sys.exit(find_chromium() is None)'; }
has_firefox() { .venv/bin/python -c 'import sys; from tests.browser.firefox import find_firefox; sys.exit(find_firefox() is None)'; }
has_driver() { .venv/bin/python -m playwright --version >/dev/null 2>&1; }
has_pdftotext() { command -v pdftotext >/dev/null 2>&1; }
has_grammar() { command -v grammalecte-cli >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

is_debian() { grep -qs '^ID=debian' /etc/os-release; }
has_headless() { command -v chromium-headless-shell >/dev/null 2>&1; }

missing=
if is_debian && [ -z "${CHROMIUM:-}" ]; then
    has_headless || missing="$missing chromium-headless-shell fonts-liberation"
else
    has_browser || missing="$missing chromium fonts-liberation"
fi
has_driver || missing="$missing libatomic1"
has_pdftotext || missing="$missing poppler-utils"
has_grammar || missing="$missing grammalecte-cli"
if is_debian; then has_firefox || missing="$missing firefox-esr"; fi
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    echo "J'installe ce qui manque aux essais :$missing"
    # shellcheck disable=SC2086 -- une liste de paquets
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing || true
fi
has_browser || { echo "Aucun navigateur trouvé : installez Chromium, Chrome ou Edge, ou donnez son chemin dans la variable CHROMIUM." >&2; exit 1; }
has_driver || { echo "Le pilote du navigateur (playwright) ne démarre pas : lancez .venv/bin/python -m playwright --version pour en lire la raison." >&2; exit 1; }
has_grammar || echo "grammalecte-cli manque : l'orthographe ne sera pas vérifiée ici (paquet Debian et Ubuntu : grammalecte-cli)." >&2
has_pdftotext || { echo "pdftotext manque : installez poppler (Debian : poppler-utils ; macOS : brew install poppler)." >&2; exit 1; }
