/** A page of documentation as it was saved. */
export interface Page {
  /** What it is called: a file or an address. */
  readonly name: string
  readonly text: string
}

const fence = /^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm

/** A page without the documents and programs in its fences. */
export const withoutFences = (text: string): string => text.replace(fence, '')

/** A text as it reads: without the marks of Markdown, in single spaces. */
export const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\(?=[_*`[\]])/g, '')
    .replace(/(\*\*|__|[*`](?=\w)|(?<=[\w.!?:])[*`])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
