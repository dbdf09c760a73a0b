/** Whether storage sends a recording: anything that calls itself sound, video or plain bytes. */
export const isRecording = ({ headers }: Response): boolean =>
  /^(audio\/|video\/|(application|binary)\/octet-stream)/.test(headers.get('content-type') ?? '')

/** Whether storage refuses the URL itself, so that a new one may help. @param body of the answer */
export const isDeadUrl = ({ status }: Response, body: string): boolean =>
  status === 401 || status === 403 || (status === 400 && body.includes('<Code>Expired'))
