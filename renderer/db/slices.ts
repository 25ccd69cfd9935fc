/** So long a slice of work may hold up the page: with what else falls into the same frame it stays smooth. */
const sliceMs = 4

/**
 * Takes steps until they are done or the slice is over; `null` when some are left. A step is what cannot be interrupted.
 */
export function takeSlice<Value>(steps: Iterator<void, Value>): { value: Value } | null {
  const endMs = performance.now() + sliceMs
  do {
    const step = steps.next()
    if (step.done) return { value: step.value }
  } while (performance.now() < endMs)
  return null
}

/** All the steps, with room for everything else between slices. */
export async function inSlices<Value>(steps: Iterator<void, Value>): Promise<Value> {
  for (;;) {
    const done = takeSlice(steps)
    if (done !== null) return done.value
    await nextTurn()
  }
}

const turns = new MessageChannel()
const waiting: (() => void)[] = []
turns.port1.onmessage = () => waiting.shift()?.()

/**
 * Resolves after what waits already had its turn. `scheduler.yield` would come before that, and a timer only after 4 ms.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    turns.port2.postMessage(null)
  })
}
