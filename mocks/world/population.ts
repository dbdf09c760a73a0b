import type { Call } from './recording.ts'
import type { RecordingStatus } from './recording-status.ts'
import { draw, scramble, unscramble } from './seed.ts'
import { always } from './timeline.ts'

/** Calls that are computed from the seed when they are asked for: a million cost nothing. */
export interface Population {
  readonly count: number
  /** Whose calls they are. */
  readonly account: string
}

const prefix = 'p'

/** The ref of the nth call of a population. */
export const populationRef = (index: number): string => `${prefix}${index}`

/** The ten hexadecimal digits that stand for the nth call in every vendor's id. */
export const populationDigits = (seed: number, index: number): string =>
  scramble(seed, index).toString(16).padStart(10, '0')

/** Takes {@link populationDigits} back; `undefined` where no call of the population has them. */
export const populationIndex = (population: Population, seed: number, digits: string): number | undefined => {
  const index = unscramble(seed, Number.parseInt(digits, 16))
  return index < population.count ? index : undefined
}

const mostlyReady: readonly [RecordingStatus, ...RecordingStatus[]] = [
  'completed',
  'completed',
  'completed',
  'completed',
  'completed',
  'completed',
  'processing',
  'absent',
  'deleted',
  'failed',
]

/** The nth call of a population: the same for the same seed, whoever asks and when. */
export const populationCall = (population: Population, seed: number, index: number): Call => {
  const drawn = draw(seed, 'population', index)
  const status = drawn.of(mostlyReady)
  return {
    ref: populationRef(index),
    account: population.account,
    ids: {},
    known: always(true),
    replies: [],
    segments: [
      {
        id: `CR${drawn.hex(10)}`,
        status: always(status),
        source: always('kept'),
        link: always('live'),
        startedAt: null,
        durationSeconds: 1 + drawn.below(600),
        metadata: true,
        type: drawn.of(['audio/mpeg', 'audio/mp4']),
      },
    ],
  }
}
