import type { IdFormat } from './define.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Writes 32 hexadecimal digits as a UUID; version and variant are left as the digits give them. */
const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`

const firstDigits = (text: string): string | undefined => {
  const hex = text.replaceAll('-', '').slice(0, 10).toLowerCase()
  return /^[0-9a-f]{10}$/.test(hex) ? hex : undefined
}

/** Ids that are UUIDs, with a prefix or without. */
export const uuidFormat = (prefix = ''): IdFormat => ({
  of: (hex) => `${prefix}${dashed(hex)}`,
  digitsOf: (id) => (id.startsWith(prefix) ? firstDigits(id.slice(prefix.length)) : undefined),
  canonical: (id) => id.toLowerCase(),
  faultOf: (id) =>
    id.startsWith(prefix) && uuid.test(id.slice(prefix.length))
      ? undefined
      : { type: 'format', message: `must be ${prefix ? `"${prefix}" and ` : ''}a UUID` },
})

/** Ids that are a prefix and anything after it. */
export const prefixedFormat = (prefix: string): IdFormat => ({
  of: (hex) => `${prefix}${hex}`,
  digitsOf: (id) => (id.startsWith(prefix) ? firstDigits(id.slice(prefix.length)) : undefined),
  faultOf: (id) =>
    id.startsWith(prefix)
      ? undefined
      : { type: 'pattern', message: `Expected string to match '^${prefix}(.*)$'` },
})

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Short codes of eight letters and digits, five bits each: ten hexadecimal digits and no more. */
export const shortCodeFormat: IdFormat = {
  of: (hex) => {
    let value = Number.parseInt(hex.slice(0, 10), 16)
    let code = ''
    for (let i = 0; i < 8; i++) {
      code = letters[value % 32] + code
      value = Math.floor(value / 32)
    }
    return code
  },
  digitsOf: (code) => {
    if (code.length !== 8) return undefined
    let value = 0
    for (const letter of code) {
      const digit = letters.indexOf(letter)
      if (digit < 0) return undefined
      value = value * 32 + digit
    }
    return value.toString(16).padStart(10, '0')
  },
  faultOf: () => undefined,
}
