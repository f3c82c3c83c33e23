# Odoo 14.0: Debian bullseye's package, in a chroot, because it needs that release's python3.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

readonly home_14=$home/14
readonly root_14=$home_14/root
readonly folder_in_root_14=/srv/odoo-sync-dev

install_odoo_14() {
  ! is_stamped odoo-14 || return 0
  install_packages debootstrap curl
  step "look for Odoo 14 on the mirror" "$home/install.log" find_odoo_14
  step "bootstrap Debian bullseye" "$home/install.log" bootstrap_root_14
  step "install Odoo 14 in the chroot" "$home/install.log" install_packages_in_root_14
  write_stamp odoo-14
}

find_odoo_14() {
  read_suite_index bullseye
  require_package_in_suite bullseye odoo-14
}

bootstrap_root_14() {
  remove_root_14
  mkdir -p "$root_14" "$home_14/download"
  export_proxy_of_apt
  debootstrap --variant=minbase --include=ca-certificates --keyring="$keyring" \
    --cache-dir="$home_14/download" bullseye "$root_14" "$(mirror_address)" || {
    tail -n 20 "$root_14/debootstrap/debootstrap.log" || true
    return 1
  }
}

# debootstrap mounts /proc in its root: never delete through a mount.
# The configuration and the attachments are in there, so the template goes too.
remove_root_14() {
  local mounted
  remove_stamp template-14
  while read -r mounted; do
    umount "$mounted"
  done < <(awk -v root="$root_14/" 'index($2, root) == 1 { print $2 }' /proc/self/mounts | sort --reverse)
  rm -rf --one-file-system "$root_14"
}

export_proxy_of_apt() {
  local proxy
  proxy=$(apt-config --format '%v' dump Acquire::http::Proxy)
  [[ -z $proxy || $proxy == DIRECT ]] || export http_proxy=$proxy https_proxy=$proxy
}

install_packages_in_root_14() {
  export_proxy_of_apt
  printf '#!/bin/sh\nexit 101\n' >"$root_14/usr/sbin/policy-rc.d"
  chmod 755 "$root_14/usr/sbin/policy-rc.d"
  install --mode=600 /dev/null "$root_14/etc/apt/apt.conf.d/99machine"
  apt-config dump Acquire >"$root_14/etc/apt/apt.conf.d/99machine"
  create_user_in_root_14
  install_dummy_wkhtmltopdf_in_root_14
  apt_in_root_14 update ||
    unavailable "the mirror of apt gave no index of Debian's suite bullseye (see $home/install.log)"
  apt_in_root_14 --yes --download-only install odoo-14 ||
    unavailable "the mirror of apt did not give odoo-14 and its dependencies (see $home/install.log)"
  apt_in_root_14 --yes install odoo-14
  in_root_14 apt-get clean
  mkdir -p "$root_14$folder_in_root_14"
}

in_root_14() {
  DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 chroot "$root_14" "$@"
}

apt_in_root_14() {
  in_root_14 apt-get --quiet --no-install-recommends --option APT::Update::Error-Mode=any \
    --option APT::Sandbox::User=root "$@"
}

# The package would give its user 'odoo' the first free number of the chroot, which on the machine
# can belong to someone else (101 was the machine's postgres). When the user exists it is kept.
create_user_in_root_14() {
  in_root_14 groupadd --system --gid "$(tool_group_id)" odoo
  in_root_14 useradd --system --uid "$(tool_user_id)" --gid "$(tool_group_id)" \
    --create-home --home-dir /var/lib/odoo --shell /usr/sbin/nologin odoo
}

# Odoo 14 depends on wkhtmltopdf and so on the whole of Qt. Nothing here prints a PDF.
install_dummy_wkhtmltopdf_in_root_14() {
  local package=$home_14/wkhtmltopdf
  rm -rf "$package" "$package.deb"
  mkdir -p "$package/DEBIAN"
  cat >"$package/DEBIAN/control" <<'TEXT'
Package: wkhtmltopdf
Version: 0.12.6-1+dummy
Architecture: all
Maintainer: nobody <nobody@example.test>
Description: empty package in place of wkhtmltopdf
TEXT
  dpkg-deb --build --root-owner-group "$package" "$package.deb"
  cp "$package.deb" "$root_14/tmp/wkhtmltopdf.deb"
  in_root_14 dpkg --install /tmp/wkhtmltopdf.deb
}

# Odoo reads /proc. It is mounted in a name space that ends with the process, so that the machine
# never has a mount inside the folder that people delete.
odoo_command_14() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  odoo_command=(
    unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$@"' "$root_14"
    "--userspec=$(tool_user_id):$(tool_group_id)" "--groups=$(tool_group_id)" "$root_14"
    env --ignore-environment "${server_environment[@]}" /usr/bin/python3 /usr/bin/odoo
  )
}

configuration_14() {
  echo "$root_14$folder_in_root_14/odoo.conf"
}

configuration_seen_by_14() {
  echo "$folder_in_root_14/odoo.conf"
}

data_folder_14() {
  echo "$root_14$folder_in_root_14/data"
}

data_folder_seen_by_14() {
  echo "$folder_in_root_14/data"
}

readonly evented_port_option_14=longpolling-port
readonly modules_14=crm,account,contacts,sale_crm,l10n_fr
