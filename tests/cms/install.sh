#!/usr/bin/env bash
# Installs what the tests in real CMSs need and is missing: WordPress (Debian's, with PHP and MariaDB) and
# Ghost (npm's, with SQLite). About five minutes the first time, nothing the second. Only programs are
# installed, no services: run.sh starts what it needs and stops it.
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"
source tests/cms/places.sh

as_root() { have apt-get && [ "$(id -u)" = 0 ]; }

if ! have php || ! php -r 'exit((int) !extension_loaded("mysqli"));' || ! have mariadbd || ! have mariadb-install-db || ! have curl; then
  as_root || die "The tests in WordPress need PHP with mysqli, MariaDB's server and curl on PATH (Debian: apt-get install php-cli php-mysql mariadb-server-core mariadb-client-core curl)."
  say "Installing PHP and MariaDB for WordPress (half a minute)"
  timeout 300 apt-get update -qq || true
  # The -core packages hold the programs alone: no service is set up.
  DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y -qq --no-install-recommends \
    php-cli php-mysql mariadb-server-core mariadb-client-core curl >/dev/null ||
    die "apt-get could not install PHP and MariaDB; the lines above say why."
fi

if [ ! -f "$wordpress_home/wp-load.php" ]; then
  have apt-get || die "The tests use Debian's WordPress. Put a WordPress into $wordpress_home by hand, then try again."
  say "Fetching Debian's WordPress into $wordpress_home (seconds)"
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  # Unpacked, not installed: the package itself wants a web server, which would run as a service.
  (cd "$scratch" && timeout 300 apt-get download -qq -o APT::Sandbox::User=root \
    wordpress wordpress-theme-twentytwentythree php-getid3 libjs-cropper libjs-underscore) ||
    die "apt-get could not download WordPress; the lines above say why."
  for package in "$scratch"/*.deb; do dpkg-deb -x "$package" "$scratch/unpacked"; done
  rm -rf "$wordpress_home" "$wordpress_home.new"
  mkdir -p "$wordpress_home.new"
  # With the files that the package's links lead to, without its settings under /etc.
  rm -f "$scratch/unpacked/usr/share/wordpress/"{.htaccess,wp-config.php}
  cp -rL "$scratch/unpacked/usr/share/wordpress/." "$wordpress_home.new"
  mv "$wordpress_home.new" "$wordpress_home"
  rm -rf "$scratch"
  trap - EXIT
fi

if [ ! -f "$ghost_home/.complete" ]; then
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major == 18 || (major == 20 && minor >= 11) || (major == 22 && minor >= 13) ? 0 : 1)' ||
    die "Ghost $ghost_version runs on Node.js 20.11 or 22.13 and later of each; this is $(node --version)."
  say "Installing Ghost $ghost_version into $ghost_home (4 to 6 minutes)"
  rm -rf "$ghost_home"
  mkdir -p "$ghost_home"
  (
    cd "$ghost_home"
    # As Ghost's own installer does: its package is unpacked, and what it depends on is installed inside.
    timeout 300 npm pack --silent "ghost@$ghost_version" >/dev/null
    tar -xzf ghost-*.tgz --strip-components=1
    rm ghost-*.tgz
    # What Ghost's developers need comes partly from elsewhere than the registry.
    npm pkg delete devDependencies resolutions
    timeout 1200 npm install --silent --omit=dev --no-audit --no-fund --legacy-peer-deps
    touch .complete
  ) || die "could not install Ghost; the lines above say why. Try again, or see $ghost_home."
fi
