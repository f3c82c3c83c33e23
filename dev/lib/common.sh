# Messages, steps and the state folder, shared by the other files of dev.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

home=${ODOO_SYNC_DEV_HOME:-/var/tmp/odoo-sync-dev}
tool_user=odoo-sync-dev
readonly home tool_user

readonly lock_wait_seconds=1200
readonly lock_taken_status=75
readonly unavailable_status=3

# File descriptor 3 is the caller's stderr, also inside a step whose own output goes to a log.
say() {
  echo "dev/${0##*/}: $*" >&3
}

fail() {
  say "$*"
  exit 1
}

unavailable() {
  say "not possible here: $*"
  exit "$unavailable_status"
}

seconds_now() {
  date +%s
}

# Runs a command with its output in a log; stops with the log's tail when it fails.
# Never call it in a condition (if, ||, &&): bash would switch off 'set -e' inside the command.
step() {
  local description=$1 log=$2 started status
  shift 2
  started=$(seconds_now)
  mkdir -p "$(dirname "$log")"
  set +e
  (
    set -e
    "$@"
  ) >>"$log" 2>&1 </dev/null
  status=$?
  set -e
  [[ $status != "$unavailable_status" ]] || exit "$unavailable_status"
  if [[ $status != 0 ]]; then
    tail -n 25 "$log" >&3
    fail "failed: $description (status $status; log: $log)"
  fi
  say "$description: $(($(seconds_now) - started)) s"
}

stamp_file() {
  echo "$home/stamps/$1"
}

is_stamped() {
  local name=$1 content=${2:-done}
  [[ -f $(stamp_file "$name") && $(<"$(stamp_file "$name")") == "$content" ]]
}

write_stamp() {
  local name=$1 content=${2:-done}
  mkdir -p "$home/stamps"
  echo "$content" >"$(stamp_file "$name").new"
  mv "$(stamp_file "$name").new" "$(stamp_file "$name")"
}

remove_stamp() {
  rm -f "$(stamp_file "$1")"
}

# Only one of dev/odoo and dev/mysql at a time changes the state folder. flock keeps the descriptor to itself
# (--close), else the servers that are started here would hold the lock as long as they live.
hold_lock() {
  local status=0
  [[ -z ${ODOO_SYNC_DEV_LOCK_HELD:-} ]] || return 0
  mkdir -p "$home"
  ODOO_SYNC_DEV_LOCK_HELD=yes flock --close --timeout "$lock_wait_seconds" --conflict-exit-code "$lock_taken_status" \
    "$home/lock" "$dev_folder/${0##*/}" "$@" || status=$?
  [[ $status != "$lock_taken_status" ]] ||
    fail "another of these programs has been at work in $home for more than $lock_wait_seconds s"
  exit "$status"
}

port_answers() {
  (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

require_free_port() {
  local port=$1 variable=$2
  ! port_answers "$port" || fail "port $port of 127.0.0.1 is taken by another program: choose another one with $variable"
}

# Waits until the process is gone. Returns 1 when it still lives after the limit.
wait_for_end() {
  local process=$1 limit=$2 tick
  for ((tick = 0; tick < limit * 5; tick++)); do
    [[ -d /proc/$process ]] || return 0
    sleep 0.2
  done
  return 1
}
