import type { Command } from './command.ts'
import { optionsOf } from './parse.ts'

/** What a shell can offer after a command: its options, each with what it is for. */
interface Offered {
  readonly name: string
  readonly summary: string
  readonly options: readonly { readonly flag: string; readonly help: string; readonly takesFile: boolean }[]
}

/** The values of these options are files, as the help calls them. */
const isFile = (value: string | undefined): boolean => /FILE|MODULE/.test(value ?? '')

const offered = (command: Command): Offered => ({
  name: command.name,
  summary: command.summary,
  options: Object.entries(optionsOf(command)).map(([name, { help, value }]) => ({
    flag: `--${name}`,
    help,
    takesFile: isFile(value),
  })),
})

/** Within single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const bash = (commands: readonly Offered[]): string => `# bash completion for playhead
_playhead() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="help ${commands.map(({ name }) => name).join(' ')}"
  else
    case "$command" in
${commands
  .map(({ name, options }) => `      ${name}) words=${quoted(options.map(({ flag }) => flag).join(' '))} ;;`)
  .join('\n')}
      help) words="${commands.map(({ name }) => name).join(' ')}" ;;
    esac
  fi
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) if [ "$COMP_CWORD" -eq 1 ] || [ "$command" = help ]
       then COMPREPLY=($(compgen -W "$words" -- "$cur"))
       else COMPREPLY=($(compgen -f -- "$cur"))
       fi ;;
  esac
}
complete -o filenames -F _playhead playhead
`

/** A description within zsh's _arguments: brackets and colons mean something there. */
const zshText = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&')

const zsh = (commands: readonly Offered[]): string => `#compdef playhead
# zsh completion for playhead
_playhead() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${zshText(summary)}`)}`).join('\n')}
    'help:Show the help of a command.'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}) _arguments '*:file:_files' ${options
        .map(({ flag, help }) => quoted(`${flag}[${zshText(help)}]`))
        .join(' ')} ;;`,
  )
  .join('\n')}
    help) _describe command commands ;;
  esac
}
compdef _playhead playhead
`

const fish = (commands: readonly Offered[]): string =>
  [
    '# fish completion for playhead',
    'complete -c playhead -f',
    ...commands.map(
      ({ name, summary }) => `complete -c playhead -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(({ name, options }) =>
      options.map(({ flag, help, takesFile }) =>
        [
          `complete -c playhead -n '__fish_seen_subcommand_from ${name}'`,
          `-l ${flag.slice(2)} -d ${quoted(help)}${takesFile ? ' -r -F' : ''}`,
        ].join(' '),
      ),
    ),
    '',
  ].join('\n')

/** By the shell's name: the script that lets it complete the given commands and their options. */
export const completions: Readonly<Record<string, (commands: readonly Command[]) => string>> = {
  bash: (commands) => bash(commands.map(offered)),
  zsh: (commands) => zsh(commands.map(offered)),
  fish: (commands) => fish(commands.map(offered)),
}
