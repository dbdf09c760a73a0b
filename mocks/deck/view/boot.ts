import { httpLine } from '../http-line.ts'
import { mount } from './mount.tsx'

const root = document.getElementById('deck')
if (root) mount(root, httpLine)
