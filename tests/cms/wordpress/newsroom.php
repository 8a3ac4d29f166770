<?php
/**
 * Plugin Name: The newsroom of the tests
 *
 * What a newsroom adds to its WordPress, and what loopback needs that a site on the public web does not.
 */

// The newsroom's own policy. It opens one door for the explorer, `frame-src`, and one more for whoever loads
// the element's script from the explorer's host. WordPress itself writes inline scripts. Nothing here allows
// wasm: that stays behind the frame.
add_action(
	'send_headers',
	function () {
		$explorer = getenv( 'READOUT_EXPLORER_ORIGIN' );
		header( "Content-Security-Policy: frame-src $explorer; script-src 'self' 'unsafe-inline' $explorer; object-src 'none'" );
	}
);

// WordPress fetches no page for an author from loopback, or from a port other than 80, 443 and 8080, so that
// authors cannot look into the server's own network. An explorer on the public web needs neither line.
add_filter( 'http_request_host_is_external', fn( $external, $host ) => $external || 'localhost' === $host, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array( ...$ports, wp_parse_url( getenv( 'READOUT_EXPLORER_ORIGIN' ), PHP_URL_PORT ) ) );

// Nothing on the page may come from elsewhere, and there is no mail server.
add_filter( 'pre_option_show_avatars', '__return_zero' );
add_filter( 'emoji_svg_url', '__return_false' );
add_filter( 'pre_wp_mail', '__return_true' );
