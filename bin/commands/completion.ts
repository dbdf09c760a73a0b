import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Command } from '../command.ts'
import { completions } from '../shells.ts'

/** `playhead completion`: what a shell needs to complete commands and options. */
export const command: Command = {
  name: 'completion',
  summary: 'Print what lets your shell complete commands and options.',
  usage: 'bash | zsh | fish',
  examples: [
    'playhead completion bash > ~/.local/share/bash-completion/completions/playhead',
    'playhead completion fish > ~/.config/fish/completions/playhead.fish',
    'source <(playhead completion zsh)',
  ],
  options: {},
  async run({ positionals, out, commands }) {
    const [shell = ''] = positionals
    const names = Object.keys(completions)
    const write = Object.hasOwn(completions, shell) ? completions[shell] : undefined
    if (!write)
      throw new PlayheadError({
        code: 'unknown-verb',
        act: `Cannot complete in the shell ${shown(shell)}`,
        cure: `Did you mean \`playhead completion ${nearest(shell, names)}\`? There are ${names.join(', ')}.`,
      })
    out(write(await commands()).trimEnd())
    return 0
  },
}
