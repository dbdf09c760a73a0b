// A client as somebody wrote it: it asks OSVI itself, and knows nothing of a mock.

/** @returns {Promise<{ url: string, secondsLeft: number } | undefined>} what plays, if anything does */
export const findRecording = async (callId, key) => {
  const response = await fetch(`https://api.osvi.ai/v1/call/${encodeURIComponent(callId)}/recording`, {
    headers: { 'api-token': key },
    redirect: 'manual',
  })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`OSVI answered ${response.status}`)
  const { success, data } = await response.json()
  return success && data?.recording_url
    ? { url: data.recording_url, secondsLeft: data.expires_in_seconds }
    : undefined
}
