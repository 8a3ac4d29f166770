# Sourced by install.sh and run.sh: which CMSs, and where they are kept.
ghost_version=5.130.6 # the last that runs on Node 20; Ghost 6 wants Node 22
ghost_home="$cache/cms/ghost-$ghost_version"
wordpress_home="$cache/cms/wordpress" # the distribution says which
