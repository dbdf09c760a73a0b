/** An address as it may be shown: without a name, a key or a query, any of which may be a secret. */
export const shownUrl = (address: string): string => {
  if (!URL.canParse(address)) return 'an address that is no URL'
  const { protocol, host, pathname, search } = new URL(address)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}${search === '' ? '' : '?…'}`
}
