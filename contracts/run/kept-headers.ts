/** What HTTP stacks add by themselves: it differs from one to the next and no rule judges it. */
const ownToStacks =
  /^(?:host|connection|keep-alive|accept|accept-encoding|accept-language|user-agent|sec-.*|priority|pragma|cache-control|content-length|transfer-encoding|te)$/

/** The request headers a history keeps: those that a client chose and rules judge. */
export const headersWorthKeeping = (
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ownToStacks.test(name)))
