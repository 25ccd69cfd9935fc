import { useEffect, useMemo, useReducer, useRef } from 'react'
import { inSlices, takeSlice } from './slices.ts'

/**
 * The outcome of steps that may be too many for one frame: at once if a slice of time is enough for them, else the
 * outcome before until they are done. `null` before the first, and as long as there are no steps. `begin` is to be the
 * same function for as long as its steps would come to the same.
 */
export function useSliced<Value>(begin: (() => Iterator<void, Value>) | null): Value | null {
  const outcome = useRef<Value | null>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const begun = useMemo(() => {
    const steps = begin?.()
    return steps === undefined ? null : { steps, done: takeSlice(steps) }
  }, [begin])

  useEffect(() => {
    if (begun === null) return
    if (begun.done !== null) {
      outcome.current = begun.done.value
      return
    }
    let wanted = true
    const steps = untilUnwanted(begun.steps, () => wanted)
    void inSlices(steps).then((done) => {
      if (!wanted || done === null) return
      begun.done = done
      outcome.current = done.value
      redraw()
    })
    return () => {
      wanted = false
    }
  }, [begun])

  return begun?.done === null || begun === null ? outcome.current : begun.done.value
}

function* untilUnwanted<Value>(
  steps: Iterator<void, Value>,
  wanted: () => boolean,
): Generator<void, { value: Value } | null> {
  while (wanted()) {
    const step = steps.next()
    if (step.done) return { value: step.value }
    yield
  }
  return null
}
