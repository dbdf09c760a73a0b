/** A line that is to fail says so itself: `playhead verify …   # exits 1, and says why`. */
const failing = /^(.*?)\s+#.*\bexits ([1-9]\d*)\b.*$/

const checked = (line: string): string => {
  const [, command, code] = failing.exec(line) ?? []
  if (command === undefined) return line
  return [
    `code=0; { ${command}`,
    `} || code=$?; [ "$code" = ${code} ] || { echo "it exits $code, and not ${code}" >&2; exit 99; }`,
  ].join('\n')
}

/** A block of shell as bash runs it in a test: the first line that does not end as it says ends the whole with a failure. */
export const strictScript = (text: string): string =>
  ['set -eu -o pipefail', ...text.trimEnd().split('\n').map(checked)].join('\n')
