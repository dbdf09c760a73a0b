import fc from 'fast-check'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { storages } from '../../../mocks/storage/index.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { aBackend, pathIn, startedAt } from '../a-backend.ts'
import { hostileTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { defineTarget, nothingToClose } from '../target.ts'

type StorageName = keyof typeof storages
const names = Object.keys(storages) as StorageName[]

/** What is done to a link: some of it is changed, a parameter is left out, given twice or put elsewhere. */
interface Spoilt {
  readonly storage: StorageName
  readonly edits: readonly { readonly at: number; readonly cut: number; readonly put: string }[]
  readonly drop: number | undefined
  readonly twice: number | undefined
  readonly turned: number
}

const parameterPlace = fc.option(fc.nat(7), { nil: undefined, freq: 3 })

const inputs = (): fc.Arbitrary<Spoilt> =>
  fc.record({
    storage: fc.constantFrom(...names),
    edits: fc.array(
      fc.record({
        at: fc.nat(700),
        cut: fc.constantFrom(0, 1, 1, 1, 3, 20),
        put: fc.oneof(fc.constantFrom('', '0', 'a', 'F', '%', '%41', '&', '=', '/', '+'), hostileTexts()),
      }),
      { maxLength: 2 },
    ),
    drop: parameterPlace,
    twice: parameterPlace,
    turned: fc.nat(7),
  })

const spoil = (link: string, { edits, drop, twice, turned }: Spoilt): string => {
  const cut = link.indexOf('?')
  const path = cut < 0 ? link : link.slice(0, cut)
  const all = cut < 0 ? [] : link.slice(cut + 1).split('&')
  const kept = all.filter((_, n) => n !== drop)
  const more = twice === undefined ? [] : kept.slice(twice, twice + 1)
  const query = [...kept.slice(turned), ...kept.slice(0, turned), ...more].join('&')
  return edits.reduce(
    (text, { at, cut: length, put }) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + put + text.slice(from + length)
    },
    query === '' ? path : `${path}?${query}`,
  )
}

/** What a link means, however it is spelt: `undefined` where it means nothing. */
const meaningOf = (link: string, storage: StorageName): string | undefined => {
  const cut = link.indexOf('?')
  const path = cut < 0 ? link : link.slice(0, cut)
  // A link without a signature is its path.
  const query = storage === 'plain' || cut < 0 ? [] : link.slice(cut + 1).split('&')
  try {
    const parts = query.map((one) => {
      const [name = '', ...value] = one.split('=')
      return `${decodeURIComponent(name)}=${decodeURIComponent(value.join('='))}`
    })
    return JSON.stringify([decodeURIComponent(path), parts.toSorted()])
  } catch {
    return undefined
  }
}

export const links = defineTarget<Spoilt>({
  name: 'links',
  says: 'Whatever is done to a link: it plays only where it still means the same, and is refused in storage’s own words.',
  share: 100,
  inputs,
  open: async () => {
    const opened = await Promise.all(
      names.map(async (name) => {
        const world = {
          ...defaultWorld(startedAt),
          storage: Object.fromEntries(vendors.map(({ id }) => [id, name])),
        }
        const backend = aBackend(world)
        const { body } = await backend.answer('api', {
          method: 'GET',
          path: '/voqo/public/recordings/playable',
          headers: {},
        })
        return [name, { backend, link: pathIn(/"(http:[^"]+)"/.exec(String(body))?.[1] ?? '') }] as const
      }),
    )
    const byStorage = new Map(opened)
    return {
      run: async (spoilt) => {
        const one = byStorage.get(spoilt.storage)
        if (!one) throw new Error(`There is no storage ${spoilt.storage}.`)
        const path = spoil(one.link, spoilt)
        const answer = await one.backend.answer('storage', { method: 'GET', path, headers: {} })
        const came = checkAnswer(answer, 'GET')
        const same = meaningOf(path, spoilt.storage) === meaningOf(one.link, spoilt.storage)
        if (came === 'taken' && !same) throw new Error(`This link plays: ${path}`)
        return came
      },
      close: nothingToClose,
    }
  },
})
