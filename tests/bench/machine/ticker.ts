import type { TickerOrder } from './idle-process.ts'

let gaps: number[] = []
let lastMs = performance.now()

function tick(): void {
  const nowMs = performance.now()
  gaps.push(nowMs - lastMs)
  lastMs = nowMs
  setTimeout(tick, 4)
}
setTimeout(tick, 4)

process.on('message', (order: TickerOrder) => {
  if (order === 'forget') gaps = []
  else process.send?.(gaps, () => process.exit())
})
