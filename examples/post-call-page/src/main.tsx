import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CallPage } from './call-page.tsx'
import './page.css'
import { createRecordings } from './recordings/recordings.ts'

/** The page knows its own backend alone, which holds the key; what stands behind it is chosen by one variable. */
const recordings = createRecordings({
  vendor: import.meta.env.VITE_VENDOR ?? 'voqo',
  baseUrl: '/api',
  headers: {},
  fetch: (input, init) => fetch(input, init),
})

const [, shortCode = ''] = /^\/r\/([^/]+)\/?$/.exec(location.pathname) ?? []
const page = document.getElementById('page')
if (page)
  createRoot(page).render(
    <StrictMode>
      <CallPage recordings={recordings} shortCode={decodeURIComponent(shortCode)} />
    </StrictMode>,
  )
