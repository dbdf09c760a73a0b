/** How the page looks: two sets of colours, one for light and one for dark, and nothing that is not in the page itself. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fbfaf8; --card: #fff; --ink: #1d1f24; --soft: #666b76; --line: #e4e2dc; --focus: #2f5fd0;
  --good: #1f8a5b; --good-ink: #0d5535; --good-1: #eaf5ef; --good-2: #d8eee2; --good-3: #c2e5d2; --good-4: #a8dac0;
  --bad: #c8323c; --bad-soft: #fbe4e4; --warn: #8a5200; --warn-soft: #fbeccb; --known: #5b5fa8; --known-soft: #e8e8f6;
  --skip: #5f646e; --skip-soft: #efeee9; --link: #2f7fb8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14161a; --card: #1c1f25; --ink: #e7e9ee; --soft: #9aa1ae; --line: #2e323b; --focus: #8fb0ff;
    --good: #5fd09b; --good-ink: #b4f0d3; --good-1: #1a2a24; --good-2: #1c3a2e; --good-3: #1d4a38; --good-4: #1f5d45;
    --bad: #ff7b82; --bad-soft: #47202a; --warn: #f2b450; --warn-soft: #43341a; --known: #a9adf5; --known-soft: #2a2c48;
    --skip: #a3aab8; --skip-soft: #24272e; --link: #6fb9ee;
  }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 1180px; padding: 40px 24px 80px; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0; font-size: 30px; letter-spacing: -.02em }
h1.failed { color: var(--bad) } h1.passed { color: var(--good) } h1.incomplete { color: var(--warn) }
code, pre, .matrix th, .cell, .story, .timeline, .chips { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace }
.runs { color: var(--soft); margin: 6px 0 22px; padding: 0; list-style: none }
.runs b { color: var(--ink); font-weight: 600 }
.note { margin: 0 0 10px; padding: 10px 14px; border-left: 3px solid var(--warn); border-radius: 4px }
.problem { margin: 0 0 10px; padding: 10px 14px; border-left: 3px solid var(--bad); background: var(--bad-soft); border-radius: 4px }
.filter { display: flex; gap: 6px; margin: 0 0 12px; padding: 0; border: 0; align-items: center }
.filter label { padding: 4px 12px; border: 1px solid var(--line); border-radius: 999px; cursor: pointer; color: var(--soft) }
.filter input { position: absolute; opacity: 0 }
.filter label:has(:checked) { background: var(--ink); color: var(--page); border-color: var(--ink) }
.filter label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px }
.keys { margin-left: auto; color: var(--soft); font-size: 13px }
kbd { padding: 0 5px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; font-size: 12px }
body:has(#f-bad:checked) .matrix tbody tr:not(.bad), body:has(#f-unjudged:checked) .matrix tbody tr:not(.unjudged) { display: none }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 6px 14px 14px }
.matrix { border-collapse: separate; border-spacing: 3px; width: 100% }
.matrix th { font-weight: 400; font-size: 13px; text-align: left; white-space: nowrap; padding: 0 12px 0 2px }
.matrix thead th { color: var(--soft); padding: 6px 4px; text-align: center }
.matrix thead th:first-child { text-align: left }
.matrix .clients th { border-bottom: 1px solid var(--line); color: var(--ink); font-weight: 600 }
.matrix tbody tr:hover th { color: var(--focus) }
.matrix tr.bad th { font-weight: 700 }
.matrix td { padding: 0; min-width: 62px }
.cell { display: block; padding: 4px 6px; border-radius: 5px; text-align: center; font-size: 12px; text-decoration: none; color: var(--good-ink) }
a.cell:hover { outline: 2px solid var(--focus) }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px }
.w1 { background: var(--good-1) } .w2 { background: var(--good-2) } .w3 { background: var(--good-3) } .w4 { background: var(--good-4) }
.cell.failed { background: var(--bad); color: var(--card); font-weight: 700 }
.cell.warned { background: var(--warn-soft); color: var(--warn); font-weight: 700 }
.cell.known { background: var(--known-soft); color: var(--known) }
.cell.skipped { background: var(--skip-soft); color: var(--skip) }
.cell.incomplete { background: none; box-shadow: inset 0 0 0 1px var(--warn); color: var(--warn) }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 14px 2px 0; color: var(--soft); font-size: 13px }
.legend .cell { display: inline-block; min-width: 30px; margin-right: 6px }
dialog { width: min(1040px, 94vw); max-height: 92vh; padding: 24px 28px; border: 1px solid var(--line); border-radius: 14px;
  background: var(--card); color: var(--ink); box-shadow: 0 24px 80px #0006; overflow: auto }
dialog::backdrop { background: #0008 }
dialog:target:not([open]) { display: block; position: relative; margin: 24px auto }
dialog header { position: relative; padding-right: 40px }
dialog h2 { margin: 0; font: 600 20px/1.3 ui-monospace, Menlo, Consolas, monospace }
dialog.failed h2 { color: var(--bad) } dialog.warned h2 { color: var(--warn) }
.chips { display: flex; gap: 6px; margin: 8px 0; font-size: 12px }
.chips span { padding: 1px 8px; border-radius: 4px; background: var(--skip-soft); color: var(--soft) }
.close { position: absolute; right: 0; top: -6px; font-size: 28px; line-height: 1; color: var(--soft); text-decoration: none; padding: 4px 8px }
.says { font-size: 17px; margin: 10px 0 }
.verdict { color: var(--soft); margin: 0 0 12px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0 0 16px }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
figure { margin: 0 0 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--page); overflow-x: auto }
.timeline { display: block; width: 100%; min-width: 720px; font-size: 12px }
.timeline text { fill: var(--ink) }
.timeline text.lane { fill: var(--soft); font-weight: 600 }
.timeline line.lane { stroke: var(--line); stroke-width: 2 }
.timeline line.gap { stroke: var(--line); stroke-dasharray: 2 4 }
.timeline line.note { stroke: var(--line) }
.timeline text.note, .timeline text.time, .timeline text.aside { fill: var(--soft) }
.timeline text.passed { fill: var(--focus); font-size: 11px }
.timeline circle.asked { fill: var(--ink) }
.timeline text.asked { font-weight: 600 }
.timeline path.answered { fill: var(--card); stroke: var(--ink); stroke-width: 2 }
.timeline .sent, .timeline .received { stroke: var(--link); stroke-width: 1.5 }
.timeline .received { stroke-dasharray: 5 3 }
.timeline .head { fill: var(--link); stroke: none }
.timeline path.broken { stroke: var(--bad); stroke-width: 2.5; fill: none }
.timeline text.broken { fill: var(--bad) }
.timeline .alive { fill: var(--good) }
.timeline .dead { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 2 3; fill: none }
.timeline text.link { fill: var(--soft); font-size: 11px }
.timeline rect.here { fill: var(--bad-soft); stroke: var(--bad) }
.timeline text.here { fill: var(--bad); font-weight: 600 }
.story { width: 100%; border-collapse: collapse; font-size: 12.5px; margin: 0 0 16px }
.story th { text-align: left; color: var(--soft); font-weight: 400 }
.story td { padding: 3px 14px 3px 0; border-top: 1px solid var(--line); vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere }
.story td:nth-child(-n+2) { white-space: nowrap; color: var(--soft) }
.story .here td { background: var(--bad-soft); color: var(--bad) }
.command { display: flex; gap: 12px; align-items: baseline; margin: 4px 0 }
.command span { min-width: 60px; color: var(--soft) }
.command code { overflow-wrap: anywhere }
.copy { font: inherit; font-size: 12px; color: var(--soft); background: none; border: 1px solid var(--line); border-radius: 4px; cursor: pointer }
details { margin: 10px 0 0 }
summary { cursor: pointer; color: var(--soft) }
pre { max-height: 420px; overflow: auto; padding: 12px; border-radius: 8px; background: var(--page); border: 1px solid var(--line); font-size: 12px; white-space: pre }
footer { margin-top: 28px; color: var(--soft); font-size: 13px }
@media print { dialog { display: block; position: static; box-shadow: none; break-inside: avoid } .filter, .close { display: none } }
`
