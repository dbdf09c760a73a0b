// What XML cannot hold at all, even escaped (XML 1.0 section 2.2).
const unholdable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it stands in XML or HTML, between tags or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(unholdable, '\ufffd').replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** The value of each attribute; one that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/**
 * One element of XML or HTML.
 * @param children already marked up
 * @example element('td', { class: 'bad' }, escaped('a < b')) // '<td class="bad">a &lt; b</td>'
 */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...children: readonly string[]
): string => {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  )
  return `<${name}${given.join('')}>${children.join('')}</${name}>`
}
