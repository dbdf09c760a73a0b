import type { XmlElement } from '../../support/xml.ts'

/** What an element of JUnit's XML may hold, in the words of the schema that Jenkins publishes for it. */
interface Shape {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly children: readonly string[]
  readonly numbers?: readonly string[]
}

const shapes: Readonly<Record<string, Shape>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests'],
    optional: ['failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
    numbers: ['tests', 'failures', 'errors', 'skipped', 'time'],
  },
  testcase: {
    required: ['name'],
    optional: ['classname', 'assertions', 'time', 'status'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    numbers: ['time'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [] },
  error: { required: [], optional: ['type', 'message'], children: [] },
  skipped: { required: [], optional: ['message'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
}

/** Where an element does not fit JUnit's schema. */
export const junitErrors = ({ name, attributes, children, text }: XmlElement): readonly string[] => {
  const shape = shapes[name]
  if (!shape) return [`<${name}> is unknown`]
  const allowed = [...shape.required, ...shape.optional]
  const isText = ['failure', 'error', 'system-out', 'skipped'].includes(name)
  return [
    ...shape.required.filter((key) => !(key in attributes)).map((key) => `<${name}> lacks ${key}`),
    ...Object.keys(attributes)
      .filter((key) => !allowed.includes(key))
      .map((key) => `<${name}> has ${key}`),
    ...(shape.numbers ?? [])
      .filter((key) => key in attributes && !/^\d+$/.test(attributes[key] ?? ''))
      .map((key) => `<${name}> ${key} is no number`),
    ...children
      .filter((child) => !shape.children.includes(child.name))
      .map((child) => `<${child.name}> stands in <${name}>`),
    ...(!isText && text.trim() !== '' ? [`<${name}> holds text`] : []),
    ...children.flatMap(junitErrors),
  ]
}
