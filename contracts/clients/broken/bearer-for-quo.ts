import { broken } from '../broken-client.ts'

/** Puts a scheme before a key that stands alone. */
export const bearerForQuo = broken('bearer-for-quo', {
  caughtBy: 'ask-with-the-vendors-own-key',
  vendors: ['quo'],
  wrong: { headers: ({ credentials }) => ({ authorization: `Bearer ${credentials.authorization}` }) },
  right: { headers: ({ credentials }) => ({ authorization: `${credentials.authorization}` }) },
})
