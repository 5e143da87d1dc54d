# Sourced by the scripts beside it: where the tools live and which compiler builds for the browser.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Outside the checkout, so that a fresh clone finds what an earlier one installed.
tools=${XDG_CACHE_HOME:-$HOME/.cache}/traguardo
export PATH="$tools/bin:$PWD/node_modules/.bin:$PATH"
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-never}

# Chromium and its driver, under whichever name this machine has them; nothing when it has none.
chromium() { type -P chromium || type -P chromium-browser || type -P google-chrome || true; }
chromedriver() { type -P chromedriver || true; }

# Succeeds when the toolchain $1 (none: the usual one) compiles and links for the browser. A std that another compiler
# built is there to see but does not work, so the only answer that counts is a try.
compiles_for_browser() {
  mkdir -p "$tools/probe"
  echo '#[unsafe(no_mangle)] pub extern "C" fn probe() {}' |
    env ${1:+RUSTUP_TOOLCHAIN="$1"} rustc --edition 2024 --target wasm32-unknown-unknown --crate-type cdylib \
      --out-dir "$tools/probe" --crate-name probe - >"$tools/probe/log" 2>&1
}

# Runs a command with the compiler that builds for the browser. Its target folder is its own: where that compiler is not
# the usual one, a shared folder would be built anew at every change between the two.
for_browser() {
  if compiles_for_browser; then
    CARGO_TARGET_DIR=target/wasm "$@"
  else
    CARGO_TARGET_DIR=target/wasm RUSTUP_TOOLCHAIN=debian "$@"
  fi
}

# What wasm-opt makes of a program: smaller, with what every browser since 2021 understands.
wasm_opt=(-Os --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
  --enable-reference-types --enable-multivalue)

# The version of the package $1 that Cargo.lock names.
locked_version() { awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock; }
