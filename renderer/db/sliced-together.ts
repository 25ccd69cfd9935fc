import { inSlices, takeSlice } from './slices.ts'

type Run = { hasEnded: () => boolean; tell: () => void }

/** What was begun in this turn. */
let begun: Set<Run> | null = null

/**
 * Takes the steps of everything that is begun in one turn, and tells of their outcomes in one turn too, in `batch`: what is counted
 * of the same thing in several places of the page is never seen to differ. At the end of the turn if a slice of time is enough
 * for each, else when the last is done. Returns how to give up.
 */
export function slicedTogether<Value>(
  steps: Iterator<void, Value>,
  tell: (value: Value) => void,
  batch: (tellAll: () => void) => void,
): () => void {
  const runs = begun ?? beginTurn(batch)
  let isWanted = true
  let done = takeSlice(steps)
  const run: Run = {
    hasEnded: () => done !== null,
    tell: () => {
      if (done !== null && isWanted) tell(done.value)
    },
  }
  runs.add(run)
  if (done === null) {
    void inSlices(untilUnwanted(steps, () => isWanted)).then((ended) => {
      done = ended
      tellIfEnded(runs, batch)
    })
  }
  return () => {
    isWanted = false
    runs.delete(run)
    // Not at once: whoever gives up may be in the midst of being drawn.
    queueMicrotask(() => tellIfEnded(runs, batch))
  }
}

function beginTurn(batch: (tellAll: () => void) => void): Set<Run> {
  const runs = new Set<Run>()
  begun = runs
  queueMicrotask(() => {
    begun = null
    tellIfEnded(runs, batch)
  })
  return runs
}

function tellIfEnded(runs: Set<Run>, batch: (tellAll: () => void) => void): void {
  if (runs === begun || runs.size === 0 || ![...runs].every((run) => run.hasEnded())) return
  const ended = [...runs]
  runs.clear()
  batch(() => {
    for (const run of ended) run.tell()
  })
}

function* untilUnwanted<Value>(
  steps: Iterator<void, Value>,
  isWanted: () => boolean,
): Generator<void, { value: Value } | null> {
  while (isWanted()) {
    const step = steps.next()
    if (step.done) return { value: step.value }
    yield
  }
  return null
}
