<?php
// WordPress as tests/cms/run.sh starts it: a throw-away database behind a socket, an address on loopback.

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'READOUT_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

define( 'WP_HOME', getenv( 'READOUT_WORDPRESS' ) );
define( 'WP_SITEURL', getenv( 'READOUT_WORDPRESS' ) );

// Without HTTPS, WordPress takes application passwords (for its REST API) on a "local" site alone.
define( 'WP_ENVIRONMENT_TYPE', 'local' );
// Nothing looks for updates: there is no network.
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// Mistakes of PHP go to the log of the server, not into posts.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
