/**
 * What makes the page quicker to use; it reads well without. Cells open as dialogs, arrow keys go from cell to cell, n and p
 * from one broken rule to the next, and commands can be copied.
 */
export const script = `
const cells = () => [...document.querySelectorAll('.matrix tbody tr')]
  .filter((row) => row.offsetParent !== null)
  .map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector('a')))
const open = (id) => {
  const page = document.getElementById(id)
  if (!(page instanceof HTMLDialogElement)) return
  for (const other of document.querySelectorAll('dialog[open]')) other.close()
  history.replaceState(null, '', '#' + id)
  page.showModal()
}
const opened = () => document.querySelector('dialog[open]')
const step = (by) => {
  const bad = cells().flat().filter((cell) => cell && /failed|warned|known/.test(cell.className))
  if (bad.length === 0) return
  const now = bad.findIndex((cell) => cell.hash === location.hash)
  const next = bad[(now + by + bad.length + (now < 0 && by < 0 ? 1 : 0)) % bad.length]
  next.focus()
  open(next.hash.slice(1))
}
const beside = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }
document.addEventListener('click', (event) => {
  const target = event.target
  if (!(target instanceof Element)) return
  const link = target.closest('a[href^="#"]')
  if (link) {
    event.preventDefault()
    if (link.classList.contains('close')) opened()?.close()
    else open(link.hash.slice(1))
  } else if (target.classList.contains('copy')) {
    navigator.clipboard?.writeText(target.previousElementSibling.textContent).then(() => {
      target.textContent = 'copied'
    })
  } else if (target instanceof HTMLDialogElement) target.close()
})
// Told later, when another may stand open.
document.addEventListener('close', () => {
  if (!opened()) history.replaceState(null, '', location.pathname + location.search)
}, true)
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return
  if (event.key === 'n') step(1)
  else if (event.key === 'p') step(-1)
  else if (beside[event.key] && !opened()) {
    const grid = cells()
    const row = grid.findIndex((some) => some.includes(document.activeElement))
    const [down, right] = beside[event.key]
    const column = row < 0 ? 0 : grid[row].indexOf(document.activeElement)
    let at = [row < 0 ? 0 : row + down, row < 0 ? 0 : column + right]
    while (grid[at[0]] && at[1] in grid[at[0]] && !grid[at[0]][at[1]]) at = [at[0] + down, at[1] + right]
    const next = grid[at[0]]?.[at[1]]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
})
for (const button of document.querySelectorAll('.copy')) button.hidden = !navigator.clipboard
if (location.hash.length > 1) open(location.hash.slice(1))
`
