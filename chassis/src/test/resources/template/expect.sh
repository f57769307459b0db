#!/bin/sh
# Writes expectations.jsonl: for each line of programs.txt what jq 1.6 puts out first, given root.json and
# no environment. "values" has that output, or nothing where there is none; an error or a program that does
# not compile is the value null, as the templates of the contract have it.
cd "$(dirname "$0")" || exit 1
while IFS= read -r program; do
  if output=$(env -i "$(command -v jq)" -c "first(
$program
)" root.json 2>/dev/null); then
    [ -z "$output" ] && values='[]' || values="[$output]"
  else
    values='[null]'
  fi
  jq -cn --arg program "$program" --argjson values "$values" '{program: $program, values: $values}'
done < programs.txt > expectations.jsonl
