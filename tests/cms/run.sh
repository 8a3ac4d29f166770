#!/usr/bin/env bash
# Publishes the explorer in a real WordPress and a real Ghost, as an author would, and opens the posts in
# Chromium. Everything runs on free ports of this machine's own address, in a throw-away folder, and is
# stopped at the end, whatever the end is. A word after it chooses tests by name: tests/cms/run.sh Ghost
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"
source tests/cms/places.sh

scripts/tools.sh browser
tests/cms/install.sh
program=$(scripts/program.sh)

run=$(mktemp -d)
groups=()
stop() {
  local all=("${groups[@]/#/-}")
  if [ ${#all[@]} != 0 ]; then
    kill -- "${all[@]}" 2>/dev/null || true
    for _ in $(seq 40); do # ten seconds to leave in
      kill -0 -- "${all[@]}" 2>/dev/null || break
      sleep 0.25
    done
    kill -KILL -- "${all[@]}" 2>/dev/null || true
  fi
  rm -rf "$run"
}
trap stop EXIT
trap 'exit 130' INT TERM

# start NAME COMMAND…: runs it beside the tests, in a process group of its own (which timeout makes), for
# half an hour at most. What it says goes to a log.
start() {
  local name=$1
  shift
  timeout --kill-after=10 1800 "$@" >"$run/$name.log" 2>&1 </dev/null 9>&- &
  groups+=($!)
}

# await NAME COMMAND…: waits, for two minutes at most, until the command holds of what was started last.
await() {
  local name=$1 server=${groups[-1]}
  shift
  for _ in $(seq 480); do
    ! "$@" >/dev/null 2>&1 || return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.25
  done
  tail -n 40 "$run/$name.log" >&2
  die "$name did not come up; the lines above say why."
}
answers() { curl --silent --fail --max-time 20 --output /dev/null "$1"; }

# Three ports that are free now.
read -r explorer_port wordpress_port ghost_port < <(node -e '
  const { createServer } = require("node:net");
  const servers = [0, 1, 2].map(() => createServer().listen(0, "127.0.0.1"));
  Promise.all(servers.map((server) => new Promise((listens) => server.on("listening", listens)))).then(() => {
    console.log(servers.map((server) => server.address().port).join(" "));
    servers.forEach((server) => server.close());
  });')

# By another name than the CMSs: to a browser the explorer is another site, as it would be on the web.
export READOUT_EXPLORER_ORIGIN="http://localhost:$explorer_port"
explorer="$READOUT_EXPLORER_ORIGIN/"
export READOUT_WORDPRESS="http://127.0.0.1:$wordpress_port"
export READOUT_SOCKET="$run/mariadb.sock"
ghost="http://127.0.0.1:$ghost_port"

say "Starting the explorer at $explorer"
"$program" build corpus --out "$run/site" --url "$explorer" >/dev/null
start explorer "$program" serve "$run/site" --port "$explorer_port"
await explorer answers "$explorer"

say "Starting Ghost at $ghost (a quarter of a minute)"
mkdir "$run/ghost"
cp tests/cms/ghost/config.development.json "$run/ghost/"
cp -r "$ghost_home/content" "$run/ghost/content"
ln -s "$ghost_home" "$run/ghost/current"
# Ghost asks no page of loopback for an author unless it runs for development; a site on the public web needs
# no such thing.
start ghost env --chdir="$run/ghost" NODE_ENV=development url="$ghost" server__port="$ghost_port" \
  paths__contentPath="$run/ghost/content" node current/index.js
ghost_group=${groups[-1]}

say "Starting WordPress at $READOUT_WORDPRESS"
# A folder of its own, in which MariaDB listens to a socket alone.
mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$run/mariadb" --auth-root-authentication-method=normal \
  --skip-test-db --skip-name-resolve >"$run/mariadb-install.log" 2>&1 || { cat "$run/mariadb-install.log" >&2; die "MariaDB's folder could not be made."; }
start mariadb mariadbd --no-defaults --user="$(id -un)" --datadir="$run/mariadb" --socket="$READOUT_SOCKET" \
  --pid-file="$run/mariadb.pid" --skip-networking --innodb-buffer-pool-size=32M
database() { mariadb --no-defaults --user=root --socket="$READOUT_SOCKET" "$@"; }
await mariadb database --execute "CREATE DATABASE IF NOT EXISTS wordpress"

cp -r "$wordpress_home" "$run/wordpress"
mkdir "$run/wordpress/wp-content/mu-plugins"
cp tests/cms/wordpress/{wp-config.php,accounts.php} "$run/wordpress/"
cp tests/cms/wordpress/newsroom.php "$run/wordpress/wp-content/mu-plugins/"
# What WordPress shows where a site has no icon; PHP's own server does not ask it for files.
cp "$run/wordpress/wp-includes/images/w-logo-blue-white-bg.png" "$run/wordpress/favicon.ico"
accounts=$(php "$run/wordpress/accounts.php" 2>"$run/accounts.log") || { cat "$run/accounts.log" >&2; die "WordPress could not be installed."; }
# WordPress asks itself while it answers: one worker would wait for itself for ever.
start wordpress env PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$wordpress_port" -t "$run/wordpress"
await wordpress answers "$READOUT_WORDPRESS/"

groups+=("$ghost_group") # what await looks at
await ghost answers "$ghost/ghost/api/admin/site/"
unset 'groups[-1]'

printf '{ "explorer": "%s", "wordpress": "%s", "accounts": %s, "ghost": "%s" }\n' \
  "$explorer" "$READOUT_WORDPRESS/" "$accounts" "$ghost/" >"$run/places.json"
say "Publishing and opening"
READOUT_CMS="$run/places.json" native timeout --foreground 900 cargo test --quiet --test cms -- "$@" || {
  tail -n 5 "$run"/{explorer,ghost,mariadb,wordpress}.log >&2
  exit 1
}
