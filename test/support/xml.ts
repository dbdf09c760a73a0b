/** One element of XML as it was read. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const unescaped = (text: string): string => {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`a stray & in ${text}`)
  return text.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '')
}

/** Reads the little XML that a report needs: elements, attributes and text; anything that is not well-formed is thrown. */
export const readXml = (source: string): XmlElement => {
  const [head, rest] = [source.slice(0, source.indexOf('?>') + 2), source.slice(source.indexOf('?>') + 2)]
  if (!/^<\?xml version="1\.0" encoding="UTF-8"\?>$/.test(head))
    throw new Error(`no XML declaration: ${head}`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those may not stand in XML
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(rest))
    throw new Error('a control character')
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ]
  let end = 0
  for (const { 0: whole, 1: closing, 2: name = '', 3: given = '', 4: text, index } of rest.matchAll(
    /<(\/)?([A-Za-z-]+)((?:\s+[A-Za-z-]+="[^"<]*")*)\s*>|([^<]+)/g,
  )) {
    if (index !== end) throw new Error(`not well-formed at ${rest.slice(end, end + 40)}`)
    end = index + whole.length
    const top = open.at(-1)
    if (!top) throw new Error('more is closed than was opened')
    if (text !== undefined) top.text += unescaped(text)
    else if (closing) {
      const done = open.pop()
      if (done?.name !== name) throw new Error(`</${name}> closes <${done?.name}>`)
      open.at(-1)?.children.push(done)
    } else {
      const pairs = [...given.matchAll(/([A-Za-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        unescaped(value),
      ])
      open.push({ name, attributes: Object.fromEntries(pairs), children: [], text: '' })
    }
  }
  if (end !== rest.length) throw new Error(`not well-formed at ${rest.slice(end, end + 40)}`)
  const [root] = open[0]?.children ?? []
  if (open.length !== 1 || !root) throw new Error('not all elements are closed')
  return root
}
