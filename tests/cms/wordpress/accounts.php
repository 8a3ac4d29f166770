<?php
/**
 * Installs WordPress as its own installer does and makes two accounts: an administrator, who may publish any
 * HTML, and an author, who may not. Prints their names and application passwords for the REST API as JSON.
 */

define( 'WP_INSTALLING', true );
$address                = parse_url( getenv( 'READOUT_WORDPRESS' ) );
$_SERVER['HTTP_HOST']   = $address['host'] . ':' . $address['port'];
$_SERVER['REQUEST_URI'] = '/';
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$secret        = wp_generate_password();
$administrator = wp_install( 'The newsroom', 'administrator', 'administrator@news.example', true, '', $secret )['user_id'];
$author        = wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => wp_generate_password(),
		'user_email' => 'author@news.example',
		'role'       => 'author',
	)
);

$accounts = array();
foreach ( array( $administrator, $author ) as $id ) {
	$user = get_userdata( $id );
	list( $password ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'tests' ) );
	$accounts[ $user->user_login ] = array(
		'password'        => $password,
		'unfiltered_html' => user_can( $user, 'unfiltered_html' ),
	);
}
echo wp_json_encode( $accounts );
