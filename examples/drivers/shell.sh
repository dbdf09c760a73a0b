#!/usr/bin/env bash
# bash, curl and jq: one call at a time, look only.
say() { jq -nc --argjson message "$1" "{id: \$message.id} + $2" "${@:3}"; }
look() {
  local fields
  mapfile -t fields < <(jq -nr --argjson message "$1" --argjson client "$2" '($message.args.ref | @uri),
    $message.deadlineMs / 1000, $client.baseUrl, ($client.credentials | to_entries[] | "-H", "\(.key): \(.value)")')
  if grep -Eqi '^(\.|%(25)*2e)*$' <<<"${fields[0]}"; then # URL parsers fold dots away
    say "$1" '{type: "result", outcome: {kind: "invalid-request", details: ["no id"]}}'
  elif curl -s --max-time "${fields[1]}" "${fields[@]:3}" -D "$scratch/head" -o "$scratch/body" \
    "${fields[2]}/v1/call/${fields[0]}/recording"; then
    say "$1" '{type: "result", raw: {status: ($head | split(" ")[1] | tonumber), body: $body,
      headers: [$head | split("\r\n")[] | capture("^(?<key>[^:]+): ?(?<value>.*)$")] | from_entries}}' \
      --rawfile head "$scratch/head" --rawfile body "$scratch/body"
  else
    say "$1" '{type: "result", outcome: {kind: "unavailable"}}'
  fi
}
scratch=$(mktemp -d) && trap 'rm -r "$scratch"' EXIT
declare -A clients
while IFS= read -r line; do
  read -r type client < <(jq -r '"\(.type) \(.client)"' <<<"$line")
  case $type in
    hello) say "$line" '{type: "capabilities", protocol: 1, vendors: ["osvi"], ops: ["look"]}' ;;
    open) clients[$client]=$line && say "$line" '{type: "result"}' ;;
    call) look "$line" "${clients[$client]}" ;;
    *) say "$line" '{type: "result"}' ;;
  esac
done
