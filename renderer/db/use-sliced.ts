import { useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import { slicedTogether } from './sliced-together.ts'
import { takeSlice } from './slices.ts'

/**
 * The outcome of steps that may be too many for one frame: before the next picture if a slice of time is enough for them, and
 * for all others that are begun with them, else the outcome before until they are done. `null` before the first, and as long as
 * there are no steps. `begin` is to be the same function for as long as its steps would come to the same.
 */
export function useSliced<Value>(begin: (() => Iterator<void, Value>) | null): Value | null {
  const outcome = useRef<Value | null>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const begun = useMemo(() => {
    const steps = begin?.()
    if (steps === undefined) return null
    // There is nothing of before to be shown meanwhile.
    return { steps, done: outcome.current === null ? takeSlice(steps) : null }
  }, [begin])

  useLayoutEffect(() => {
    if (begun === null) return
    if (begun.done !== null) {
      outcome.current = begun.done.value
      return
    }
    return slicedTogether(
      begun.steps,
      (value) => {
        begun.done = { value }
        outcome.current = value
        redraw()
      },
      flushSync,
    )
  }, [begun])

  return begun?.done === null || begun === null ? outcome.current : begun.done.value
}
