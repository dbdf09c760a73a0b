/** Ids that reach another route, or none, where they are not escaped. */
export const hostileIds = ['..', '.', '%2e%2e', '../..', 'a/b', 'a?b=c', 'a#b', 'a b', 'é', ''] as const
