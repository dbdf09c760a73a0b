import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { playhead } from '../../mocks/hosts/vite.ts' // in a project of yours: 'playhead/vite'

/** The page asks its own backend, `/api`; here the mock of one vendor stands behind it. */
export default defineConfig(({ mode }) => {
  const { VITE_VENDOR = 'voqo' } = loadEnv(mode, import.meta.dirname)
  return {
    root: import.meta.dirname,
    plugins: [react(), playhead({ backend: { '/api': VITE_VENDOR } })],
  }
})
