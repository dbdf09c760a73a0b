const inMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** One command to the runner of GitHub Actions, as it reads them off standard output: always one line. */
export const workflowCommand = (
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | undefined>>,
  message: string,
): string => {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${inProperty(value)}`],
  )
  return `::${name} ${given.join(',')}::${inMessage(message)}`
}
