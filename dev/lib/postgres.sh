# A PostgreSQL of our own: programs, cluster and port, apart from the machine's.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

readonly postgres_home=$home/postgres
readonly postgres_programs=$postgres_home/programs/usr/lib/postgresql/15/bin
readonly postgres_data=$postgres_home/data
readonly postgres_password_file=$postgres_home/password
readonly postgres_role=odoo_sync
readonly postgres_stop_seconds=30

# What the programs need, without the packages that would create a cluster on the machine.
readonly postgres_libraries=(curl tzdata libicu72 libldap-2.5-0 liblz4-1 libpq5 libreadline8 libxml2 libxslt1.1)

install_postgres() {
  install_packages "${postgres_libraries[@]}"
  if ! is_stamped postgres-programs; then
    step "download PostgreSQL 15" "$home/install.log" \
      download_packages bookworm "$postgres_home/download" postgresql-15 postgresql-client-15
    step "unpack PostgreSQL 15" "$home/install.log" \
      unpack_packages "$postgres_home/download" "$postgres_home/programs"
    write_stamp postgres-programs
  fi
  if ! is_stamped postgres-cluster; then
    step "create the PostgreSQL cluster" "$home/install.log" create_cluster
    write_stamp postgres-cluster
  fi
}

create_cluster() {
  remove_stamp template-19
  remove_stamp template-14
  rm -rf "$postgres_data" "$postgres_password_file"
  install --directory --owner="$tool_user" --group="$tool_user" --mode=700 "$postgres_data"
  install --owner="$tool_user" --group="$tool_user" --mode=600 /dev/null "$postgres_password_file"
  random_hex >"$postgres_password_file"
  "${as_tool_user[@]}" "$postgres_programs/initdb" --pgdata="$postgres_data" --username="$postgres_role" \
    --pwfile="$postgres_password_file" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync
  postgres_settings >>"$postgres_data/postgresql.conf"
}

# The data can be made again at any time: speed goes before safety.
postgres_settings() {
  cat <<'TEXT'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
jit = off
TEXT
}

random_hex() {
  od --address-radix=n --format=x1 --read-bytes=20 /dev/urandom | tr --delete ' \n'
  echo
}

postgres_process() {
  local process
  process=$(head -n 1 "$postgres_data/postmaster.pid" 2>/dev/null) || return 1
  [[ $(readlink "/proc/$process/exe" 2>/dev/null) == "$postgres_programs/postgres" ]] || return 1
  echo "$process"
}

postgres_runs() {
  postgres_process >/dev/null
}

postgres_port() {
  if postgres_runs; then
    sed -n 4p "$postgres_data/postmaster.pid"
  else
    echo "${ODOO_SYNC_DEV_PORT_POSTGRES:-54319}"
  fi
}

start_postgres() {
  ! postgres_runs || return 0
  require_free_port "$(postgres_port)" ODOO_SYNC_DEV_PORT_POSTGRES
  step "start PostgreSQL" "$postgres_home/start.log" run_postgres "$(postgres_port)"
}

run_postgres() {
  local port=$1
  "${as_tool_user[@]}" "$postgres_programs/pg_ctl" --pgdata="$postgres_data" --log="$postgres_data/server.log" \
    --options="-p $port" --wait --timeout=60 start 3>&- || {
    tail -n 20 "$postgres_data/server.log"
    return 1
  }
}

stop_postgres() {
  local process
  process=$(postgres_process) || return 0
  kill -INT "$process"
  wait_for_end "$process" "$postgres_stop_seconds" || fail "PostgreSQL (process $process) does not stop"
  say "PostgreSQL stopped"
}

sql() {
  local database=$1
  PGPASSWORD=$(<"$postgres_password_file") "$postgres_programs/psql" --no-psqlrc --quiet --no-align --tuples-only \
    --set=ON_ERROR_STOP=1 --host=127.0.0.1 --port="$(postgres_port)" --username="$postgres_role" \
    --dbname="$database" --command="$2"
}
