import { create } from 'zustand'
import { listen } from '../bridge.ts'

/**
 * Until when the service asked to be left alone by everybody: epoch milliseconds, 0 when it did not. The main process
 * keeps it, and asks nothing before; who knows it here need not ask in vain.
 */
export const useServiceHold = create<{ untilMs: number }>(() => ({ untilMs: 0 }))

/** `untilMs` is what the main process knows at the start. Returns how to stop. */
export function startServiceHold(untilMs: number): () => void {
  useServiceHold.setState({ untilMs })
  return listen('service.held', (told) => useServiceHold.setState({ untilMs: told.untilMs }))
}

/** An answer told it, which can be here before the main process's own word. */
export function serviceIsHeld(forSeconds: number, nowMs: number): void {
  const untilMs = nowMs + forSeconds * 1000
  if (untilMs > useServiceHold.getState().untilMs) useServiceHold.setState({ untilMs })
}
