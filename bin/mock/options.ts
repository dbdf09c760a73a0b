import type { CommandOption } from '../command.ts'

/** The options of `playhead mock`. */
export const mockOptions = {
  port: {
    type: 'string',
    value: 'N',
    help: 'Where vendors answer: 4010 if not given, any free port beside a command; 0 for any free port.',
  },
  'storage-port': {
    type: 'string',
    value: 'N',
    help: 'Where signed URLs point: the next port if not given.',
  },
  host: {
    type: 'string',
    value: 'ADDRESS',
    help: 'What to listen on: 127.0.0.1 if not given; where others reach it, its clock and the deck want a token.',
  },
  token: {
    type: 'string',
    value: 'TOKEN',
    help: 'What has to be shown to move the clock or see the deck; better given as PLAYHEAD_TOKEN. Made where needed.',
  },
  'allow-host': {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'Another name to reach the clock and the deck by; may be given several times.',
  },
  scenario: {
    type: 'string',
    value: 'NAME',
    help: 'Begin with a named world; `playhead scenario` lists them.',
  },
  world: {
    type: 'string',
    value: 'FILE',
    help: 'Begin with a world of your own, as JSON; a change of the file is taken in.',
  },
  case: {
    type: 'string',
    value: 'FILE',
    help: 'Begin with the world of a case file, at its first instant.',
  },
  at: { type: 'string', value: 'INSTANT', help: 'Where the clock begins; real time if not given.' },
  freeze: { type: 'boolean', help: 'Let the clock stand still.' },
  seed: { type: 'string', value: 'N', help: 'What ids and sounds are derived from; 1 if not given.' },
  spec: {
    type: 'string',
    multiple: true,
    value: 'VENDOR=FILE',
    help: "Answer a vendor's other operations from its whole OpenAPI document; once for each vendor.",
  },
  store: {
    type: 'string',
    value: 'STORE',
    help: 'Where sessions are kept: memory, sqlite:FILE to go on after a restart, redis://HOST:PORT to share them.',
  },
  'public-url': {
    type: 'string',
    value: 'URL',
    help: 'Where clients reach it, if not where it listens: the origin of the balancer before it.',
  },
  'public-storage-url': { type: 'string', value: 'URL', help: 'The same for storage; links name it.' },
  record: {
    type: 'string',
    value: 'FILE',
    help: 'Write every exchange into a file, for `playhead observe`; keys and signatures are masked.',
  },
  json: {
    type: 'boolean',
    help: 'Print one line of JSON when it listens: { url, storageUrl, vendors }, and the token if one was made.',
  },
} as const satisfies Readonly<Record<string, CommandOption>>
