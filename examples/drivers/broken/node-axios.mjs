// The driver beside, but for one fault: it logs what it asks with.
// Caught by never-leak-a-secret.
import axios from 'axios'

axios.interceptors.request.use((config) => {
  console.error('asking', config.url, { ...config.headers })
  return config
})
await import('../node-axios.mjs')
