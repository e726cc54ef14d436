#!/usr/bin/env bash
# Puts a real VS Code (the one inside code-server) and the packager of extensions in `.cache/`, outside the tree's lock.
# Rule: pinned versions, no install scripts of others; what is already there is left alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="$PWD/.cache"
code_server="$cache/code-server"
vsce="$cache/vsce"
log="$cache/set-up.log"
mkdir -p "$cache"
: >"$log"

main() {
  debian_packages
  if [ ! -e "$vsce/done-3.9.2" ]; then packager; fi
  if [ ! -e "$code_server/done-4.100.3" ]; then vs_code; fi
}

# Chromium draws the workbench, ripgrep finds files, and the fonts hold the Swedish letters.
debian_packages() {
  local missing=0
  for program in chromium rg python3 make g++; do command -v "$program" >/dev/null || missing=1; done
  if [ "$missing" = 0 ] && [ -d /usr/share/fonts/truetype/dejavu ]; then return; fi
  echo "set-up: Debian's chromium, ripgrep and fonts" >&2
  quietly apt-get update
  quietly env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    chromium fonts-dejavu-core ripgrep python3 make g++
}

packager() {
  echo "set-up: vsce 3.9.2" >&2
  rm -rf "$vsce" && mkdir -p "$vsce"
  echo '{ "private": true }' >"$vsce/package.json"
  quietly npm install --prefix "$vsce" --ignore-scripts --no-audit --no-fund --omit=optional @vscode/vsce@3.9.2
  touch "$vsce/done-3.9.2"
}

vs_code() {
  echo "set-up: code-server 4.100.3, about a minute" >&2
  rm -rf "$code_server" && mkdir -p "$code_server"
  echo '{ "private": true }' >"$code_server/package.json"
  quietly npm install --prefix "$code_server" --ignore-scripts --no-audit --no-fund code-server@4.100.3
  local inner="$code_server/node_modules/code-server/lib/vscode"
  in_folder "$inner" npm install --ignore-scripts --omit=dev --no-audit --no-fund
  in_folder "$inner/extensions" npm install --ignore-scripts --omit=dev --no-audit --no-fund
  local node_home gyp
  node_home="$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")"
  gyp="$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js"
  for module in node-pty @vscode/spdlog native-watchdog; do
    in_folder "$inner/node_modules/$module" node "$gyp" rebuild --nodedir="$node_home"
  done
  in_folder "$code_server" npm rebuild argon2
  ln -sfn node_modules "$inner/node_modules.asar"
  ln -sf code-linux.sh "$inner/bin/remote-cli/code-server"
  ln -sf browser-linux.sh "$inner/bin/helpers/browser.sh"
  mkdir -p "$inner/node_modules/@vscode/ripgrep/bin"
  ln -sf "$(command -v rg)" "$inner/node_modules/@vscode/ripgrep/bin/rg"
  touch "$code_server/done-4.100.3"
}

in_folder() {
  local folder="$1"
  shift
  (cd "$folder" && quietly "$@")
}

quietly() {
  if ! "$@" >>"$log" 2>&1; then
    echo "set-up: \`$*\` failed; the end of $log:" >&2
    tail -20 "$log" >&2
    exit 1
  fi
}

main
