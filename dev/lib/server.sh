# The Odoo server process of a version, and the variables that the tests read.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

readonly server_start_seconds=120
readonly server_stop_seconds=20
readonly evented_port_distance=100

server_log() {
  echo "$home/$1/server.log"
}

default_port() {
  case $1 in
    19) echo "${ODOO_SYNC_DEV_PORT_19:-8119}" ;;
    14) echo "${ODOO_SYNC_DEV_PORT_14:-8114}" ;;
  esac
}

# Process, port and number of workers of the last start, so that 'env' names the server that runs.
server_fact() {
  cat "$home/$1/server.facts/$2" 2>/dev/null
}

server_port() {
  if server_runs "$1"; then server_fact "$1" port; else default_port "$1"; fi
}

# The number of a process can belong to another program by now: its command line decides.
server_process() {
  local version=$1 process
  process=$(server_fact "$version" process) || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$process/cmdline" |
    grep --quiet --fixed-strings --line-regexp -e "--config=$("configuration_seen_by_$version")" || return 1
  echo "$process"
}

server_runs() {
  server_process "$1" >/dev/null 2>&1
}

workers_change_is_asked() {
  [[ -n ${ODOO_WORKERS:-} && ${ODOO_WORKERS:-} != "$(server_fact "$1" workers)" ]]
}

server_status() {
  local version=$1
  if server_runs "$version"; then
    echo "runs, http://127.0.0.1:$(server_port "$version"), process $(server_process "$version"), workers $(server_fact "$version" workers)"
  elif [[ -f $(stamp_file "template-$version") ]]; then
    echo "stopped, ready to start"
  else
    echo "not installed (dev/odoo start $version)"
  fi
}

start_server() {
  local version=$1 port workers=${ODOO_WORKERS:-0}
  [[ $workers =~ ^[0-9]+$ ]] || fail "ODOO_WORKERS is '$workers': it must be a number, 0 = threaded"
  port=$(default_port "$version")
  require_free_port "$port" "ODOO_SYNC_DEV_PORT_$version"
  launch_server "$version" "$port" "$workers"
  step "start Odoo $version ($workers workers)" "$home/$version/start.log" wait_until_login_works "$version"
}

launch_server() {
  local version=$1 port=$2 workers=$3 facts=$home/$1/server.facts odoo_command
  "odoo_command_$version"
  rm -rf "$facts"
  mkdir -p "$facts"
  echo "$port" >"$facts/port"
  echo "$workers" >"$facts/workers"
  setsid "${odoo_command[@]}" --config="$("configuration_seen_by_$version")" --db_port="$(postgres_port)" \
    --database="$(working_database "$version")" --http-port="$port" --workers="$workers" --max-cron-threads=0 \
    "--$(of_version evented_port_option "$version")=$((port + evented_port_distance))" \
    >"$(server_log "$version")" 2>&1 </dev/null 3>&- &
  echo $! >"$facts/process"
}

# Ready means more than an open port: the database is loaded and the integration user's key is good.
wait_until_login_works() {
  local version=$1 tick
  for ((tick = 0; tick < server_start_seconds * 5; tick++)); do
    ! login_works "$version" || return 0
    server_runs "$version" || {
      sleep 1
      server_runs "$version" || break
    }
    sleep 0.2
  done
  tail -n 20 "$(server_log "$version")" >&3
  fail "Odoo $version does not answer on 127.0.0.1:$(server_fact "$version" port) (log: $(server_log "$version"))"
}

# The body goes through standard input: a key in the arguments would be in the process list.
login_works() {
  local version=$1 url
  url=http://127.0.0.1:$(server_fact "$version" port)/jsonrpc
  login_request "$version" |
    curl --silent --fail --noproxy '*' --max-time 30 --header 'Content-Type: application/json' --data @- "$url" |
    grep --quiet --extended-regexp '"result": ?[0-9]+'
}

login_request() {
  local version=$1 ODOO_LOGIN ODOO_API_KEY
  # shellcheck disable=SC1090 # made by users.py
  source "$(keys_file "$version")"
  printf '{"jsonrpc":"2.0","method":"call","id":1,"params":{"service":"common","method":"authenticate","args":["%s","%s","%s",{}]}}' \
    "$(working_database "$version")" "$ODOO_LOGIN" "$ODOO_API_KEY"
}

stop_server() {
  local version=$1 process
  process=$(server_process "$version") || return 0
  kill -TERM "$process"
  if ! wait_for_end "$process" "$server_stop_seconds"; then
    say "Odoo $version (process $process) did not stop in $server_stop_seconds s: killed, with its children"
    kill -KILL -- "-$process"
    wait_for_end "$process" "$server_stop_seconds" || fail "Odoo $version (process $process) cannot be stopped"
  fi
  say "Odoo $version stopped"
}

print_environment() {
  local version=$1
  echo "export ODOO_URL='http://127.0.0.1:$(server_port "$version")'"
  echo "export ODOO_DB='$(working_database "$version")'"
  sed --quiet "s/^\([A-Z_]*\)='\(.*\)'\$/export \1='\2'/p" "$(keys_file "$version")"
}
