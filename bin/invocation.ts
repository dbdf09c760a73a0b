/** By npm's word for how a process was started: in a clone there is no `playhead` on the path. */
const invocations: Readonly<Record<string, string>> = {
  start: 'npm run -s playhead --',
  playhead: 'npm run -s playhead --',
  npx: 'npx playhead',
}

/**
 * What to type for `playhead`, the way this process was started.
 * @example invocation({ npm_lifecycle_event: 'start' }) // 'npm run -s playhead --'
 */
export const invocation = (env: Readonly<Record<string, string | undefined>>): string =>
  invocations[env.npm_lifecycle_event ?? ''] ?? 'playhead'
