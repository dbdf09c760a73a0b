declare module 'virtual:playhead' {
  /** Lets the mock answer; does nothing in a build. */
  export const start: () => Promise<
    Pick<import('../../../mocks/hosts/msw.ts').PlayheadWorker, 'ready'> | undefined
  >
}
