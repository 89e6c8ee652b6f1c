#!/bin/sh
# Crée l'environnement Python du projet dans le dossier $1 et y installe requirements.txt, empreintes vérifiées.
set -eu
venv=$1

python=
for candidate in python3.11 python3.12 python3.13 python3.14 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
       "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Il faut Python 3.11 ou plus récent. Sous Debian 12 : apt install python3 python3-venv." >&2
    exit 1
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Le module venv manque à $python : j'essaie de l'installer (paquet Debian python$version-venv)."
    { as_root apt-get update -qq && as_root apt-get install -y -qq "python$version-venv"; } || {
        echo "Installez-le vous-même : apt install python$version-venv." >&2
        exit 1
    }
fi

"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary :all: -r requirements.txt
