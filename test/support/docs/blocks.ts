/** A fenced block of a page. */
export interface Block {
  /** The page's line on which the block begins. */
  readonly line: number
  /** `sh`, `ts`, `json` and so on; empty where the fence names none. */
  readonly language: string
  readonly text: string
  /** Why nobody runs it: what `<!-- only to be read: … -->` right before it says. */
  readonly onlyRead?: string
  /** The environment of its commands, beside the usual one: `<!-- with NAME=value -->` right before it. */
  readonly env: Readonly<Record<string, string>>
  /** What it prints, where a block of `text` follows it at once; `…` stands for anything. */
  readonly prints?: string
}

const fence =
  /(?:<!-- (only to be read: |with )([^\n]*) -->\n)?^```(\w*)\n([\s\S]*?)^```$(?:\n\n```text\n([\s\S]*?)^```$)?/gm

const settings = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split('=', 2)))

/** Every fenced block of a page, in its order; what a block prints belongs to it and is none by itself. */
export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(fence)].map(
    ({ index, 1: mark, 2: said = '', 3: language = '', 4: text = '', 5: prints }) => ({
      line: page.slice(0, index).split('\n').length + (mark === undefined ? 0 : 1),
      language,
      text,
      ...(mark?.startsWith('only') ? { onlyRead: said } : {}),
      env: mark === 'with ' ? settings(said) : {},
      ...(prints === undefined ? {} : { prints }),
    }),
  )

/** The file that a reader saves a block as, where its first line is a comment that names one: `// client.ts`. */
export const fileOf = ({ text }: Block): string | undefined =>
  /^(?:\/\/|#) ([\w./-]+\.\w+)$/m.exec(text.split('\n')[0] ?? '')?.[1]

const quotedForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a text holds what a block is said to print, line by line; `…` stands for anything. */
export const holds = (told: string, wanted: string): boolean =>
  new RegExp(wanted.trim().split('…').map(quotedForPattern).join('[\\s\\S]*?')).test(told)
