// The other way to write it, for those who want no top-level import of a mock.
if (import.meta.env.DEV) await (await import('virtual:playhead')).start()
document.body.dataset.started = 'yes'
