import { start } from 'virtual:playhead'

// What an app does before it asks for anything; in a build it is nothing.
const mocked = await start()
document.body.dataset.started = Object.keys(mocked?.ready.vendors ?? {}).join(' ')
