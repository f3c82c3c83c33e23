# The pristine template of a version, its keys, and the working database copied from it.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

working_database() {
  echo "odoo_sync_$1"
}

template_database() {
  echo "odoo_sync_$1_template"
}

keys_file() {
  echo "$home/$1/keys"
}

of_version() {
  local name=$1_$2
  echo "${!name}"
}

# A change of what the template is made from makes a new one.
template_fingerprint() {
  local version=$1
  {
    of_version modules "$version"
    cat "$dev_folder/lib/company.py" "$dev_folder/lib/taxes.py" "$dev_folder/lib/users.py"
  } | sha256sum | cut --characters=1-64
}

require_template() {
  local version=$1
  [[ -f $(stamp_file "template-$version") && -r $(keys_file "$version") ]] ||
    fail "Odoo $version has no database yet in $home: first run dev/odoo start $version"
}

template_is_current() {
  is_stamped "template-$1" "$(template_fingerprint "$1")"
}

build_template() {
  local version=$1 log=$home/$1/template.log
  ! template_is_current "$version" || return 0
  stop_server "$version"
  remove_stamp "template-$version"
  rm -f "$log"
  step "prepare the folders of Odoo $version" "$log" prepare_folders "$version"
  step "Odoo $version: base" "$log" install_modules "$version" base
  step "Odoo $version: French company" "$log" run_in_shell "$version" company.py /dev/null
  step "Odoo $version: $(of_version modules "$version")" "$log" install_modules "$version" "$(of_version modules "$version")"
  step "Odoo $version: sale taxes" "$log" run_in_shell "$version" taxes.py /dev/null
  step "Odoo $version: users and keys" "$log" create_users "$version"
  step "Odoo $version: working database" "$log" copy_template "$version"
  write_stamp "template-$version" "$(template_fingerprint "$version")"
}

prepare_folders() {
  local version=$1 data configuration
  data=$("data_folder_$version")
  configuration=$("configuration_$version")
  rm -rf "$data/filestore"
  install --directory --owner="$tool_user" --group="$tool_user" --mode=700 "$data"
  install --owner=root --group="$tool_user" --mode=640 /dev/null "$configuration"
  odoo_configuration "$version" >"$configuration"
  drop_database "$(working_database "$version")"
  drop_database "$(template_database "$version")"
}

# Mail has nowhere to go: no server in the database, and nothing listens on port 1.
odoo_configuration() {
  local version=$1
  cat <<TEXT
[options]
db_host = 127.0.0.1
db_user = $postgres_role
db_password = $(<"$postgres_password_file")
data_dir = $("data_folder_seen_by_$version")
list_db = False
admin_passwd = $(random_hex)
smtp_server = 127.0.0.1
smtp_port = 1
http_interface = 127.0.0.1
max_cron_threads = 0
TEXT
}

# Run once with the template's database, then stopped: it needs no port.
install_modules() {
  local version=$1 modules=$2 odoo_command
  "odoo_command_$version"
  "${odoo_command[@]}" --config="$("configuration_seen_by_$version")" --db_port="$(postgres_port)" \
    --database="$(template_database "$version")" --init="$modules" --without-demo=all --no-http --stop-after-init 3>&-
}

# Runs a python file in 'odoo shell'; its output, without the log, goes to a file.
run_in_shell() {
  local version=$1 script=$2 output=$3 odoo_command
  "odoo_command_$version"
  "${odoo_command[@]}" shell --config="$("configuration_seen_by_$version")" --db_port="$(postgres_port)" \
    --database="$(template_database "$version")" --no-http <"$dev_folder/lib/$script" >"$output" 3>&-
}

create_users() {
  local version=$1 keys
  keys=$(keys_file "$version")
  rm -f "$keys.new"
  install --mode=600 /dev/null "$keys.new"
  run_in_shell "$version" users.py "$keys.new"
  [[ $(tail -n 1 "$keys.new") == '# complete' ]] || {
    echo "users.py did not come to its end"
    return 1
  }
  mv "$keys.new" "$keys"
}

drop_database() {
  sql postgres "DROP DATABASE IF EXISTS $1 WITH (FORCE)"
}

copy_template() {
  local version=$1 data working template
  working=$(working_database "$version")
  template=$(template_database "$version")
  data=$("data_folder_$version")/filestore
  drop_database "$working"
  sql postgres "CREATE DATABASE $working TEMPLATE $template"
  rm -rf "${data:?}/$working"
  [[ ! -d $data/$template ]] || cp --archive "$data/$template" "$data/$working"
}

recreate_working_database() {
  local version=$1
  step "Odoo $version: database reset" "$home/$version/template.log" copy_template_and_announce "$version"
}

copy_template_and_announce() {
  copy_template "$1"
  announce_new_database "$1"
}

# A running server keeps caches (external ids for one) of the database that was there before. It drops
# them when the registry's sequence is not the one that it knows, hence one that was never used.
announce_new_database() {
  local version=$1 counter=$home/$1/resets number database
  database=$(working_database "$version")
  number=$(($(cat "$counter" 2>/dev/null || echo 0) + 1))
  echo "$number" >"$counter"
  number=$((1000000 + number * 10000))
  if [[ $version == 14 ]]; then
    sql "$database" "SELECT setval('base_registry_signaling', $number)" >/dev/null
  else
    sql "$database" "SELECT setval(pg_get_serial_sequence('orm_signaling_registry', 'id'), $number)" >/dev/null
    sql "$database" "INSERT INTO orm_signaling_registry DEFAULT VALUES"
  fi
}
