# What dev/odoo needs of the machine: root, Debian 12, the system user, packages.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

readonly keyring=/usr/share/keyrings/debian-archive-keyring.gpg

require_root() {
  [[ $EUID == 0 ]] || unavailable "this needs root (it installs packages, and runs the servers as the user $tool_user)"
}

require_debian() {
  local codename
  codename=$(. /etc/os-release 2>/dev/null && echo "${ID:-}-${VERSION_CODENAME:-}") || true
  [[ $codename == debian-bookworm ]] || unavailable "this machine is not Debian 12 (bookworm) but '${codename:-unknown}'"
}

require_tool_user() {
  getent passwd "$tool_user" >/dev/null ||
    useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$tool_user" ||
    fail "cannot create the system user $tool_user"
}

tool_user_id() {
  id --user "$tool_user"
}

tool_group_id() {
  id --group "$tool_user"
}

# The servers get only these variables. The proxy does not exist: nothing they do can leave loopback.
readonly server_environment=(
  PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/nonexistent PYTHONNOUSERSITE=1
  http_proxy=http://127.0.0.1:1 https_proxy=http://127.0.0.1:1 no_proxy=127.0.0.1
)

# A command line and not a function: a server that is started with it is the process that bash names in $!.
readonly as_tool_user=(
  setpriv "--reuid=$tool_user" "--regid=$tool_user" --clear-groups
  env --ignore-environment --chdir=/ "${server_environment[@]}"
)

require_reachable_home() {
  mkdir -p "$home"
  "${as_tool_user[@]}" test -x "$home" || fail "the user $tool_user cannot enter $home: choose another folder with ODOO_SYNC_DEV_HOME"
}

is_installed() {
  [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

missing_packages() {
  local package
  for package in "$@"; do
    is_installed "$package" || echo "$package"
  done
}

# Installs the packages of the machine's own Debian release that are not there yet.
install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} == 0 ]] || step "install Debian packages (${#missing[@]})" "$home/install.log" apt_install "${missing[@]}"
}

# A broken source of somebody else must not stop us: whether the packages can be had is seen when they are fetched.
apt_install() {
  apt-get --quiet update || echo "apt-get update failed: going on with the indexes that are there"
  local apt_install_options=(--quiet --yes --no-install-recommends --no-remove --option DPkg::Lock::Timeout=300)
  apt-get "${apt_install_options[@]}" --download-only install "$@" ||
    unavailable "apt-get cannot get the packages $* (see $home/install.log)"
  DEBIAN_FRONTEND=noninteractive apt-get "${apt_install_options[@]}" install "$@"
}

# The address of the Debian mirror in the machine's own apt settings.
# apt names it only when it has the mirror's index.
mirror_address() {
  local address
  address=$(debian_index_addresses)
  if [[ -z $address ]]; then
    apt-get --quiet update >&2 || echo "apt-get update failed" >&2
    address=$(debian_index_addresses)
  fi
  [[ -n $address ]] || unavailable "apt-get indextargets names no Debian mirror: are there sources for apt?"
  echo "$address"
}

debian_index_addresses() {
  # shellcheck disable=SC2016 # the names are apt's
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort --unique | head -n 1
}

# apt with the index of another suite of the same mirror, in folders of its own: the machine's
# sources stay as they are, and apt checks signatures and checksums as ever.
apt_of_suite() {
  local suite=$1 folder=$home/apt/$1
  shift
  "$1" --option Dir::Etc::sourcelist=/dev/null --option Dir::Etc::sourceparts="$folder/sources" \
    --option Dir::State::lists="$folder/lists" --option Dir::Cache="$folder/cache" \
    --option Acquire::Languages=none --option APT::Update::Error-Mode=any --option APT::Sandbox::User=root "${@:2}"
}

read_suite_index() {
  local suite=$1 address folder=$home/apt/$1
  address=$(mirror_address)
  mkdir -p "$folder/sources" "$folder/lists/partial" "$folder/cache/archives/partial"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
    "$address" "$suite" "$keyring" >"$folder/sources/debian.sources"
  apt_of_suite "$suite" apt-get --quiet update ||
    unavailable "the mirror of apt has no usable index of Debian's suite $suite (see $home/install.log)"
}

require_package_in_suite() {
  local suite=$1 package=$2
  apt_of_suite "$suite" apt-cache show "$package" >/dev/null ||
    unavailable "the mirror of apt has no package $package in Debian's suite $suite"
}

# Downloads packages of a suite into a folder, which then holds only these.
download_packages() {
  local suite=$1 folder=$2 package
  shift 2
  read_suite_index "$suite"
  rm -rf "$folder"
  mkdir -p "$folder"
  cd "$folder" || return
  for package in "$@"; do
    require_package_in_suite "$suite" "$package"
    apt_of_suite "$suite" apt-get --quiet download "$package" ||
      unavailable "the mirror of apt did not give the package $package of Debian's suite $suite"
  done
}

# Unpacks every package of a folder, so that the target is there completely or not at all.
unpack_packages() {
  local folder=$1 target=$2 package
  rm -rf "$target" "$target.new"
  mkdir -p "$target.new"
  for package in "$folder"/*.deb; do
    dpkg --extract "$package" "$target.new"
  done
  chmod 755 "$target.new"
  mv "$target.new" "$target"
}
