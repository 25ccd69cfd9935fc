import { create } from 'zustand'
import type { Along } from '../db/in-parts.ts'

/** An act on so many notes that it takes a while. */
type ManyNotes = { seen: number; of: number; stop: () => void }

export const useManyNotes = create<{ underWay: ManyNotes | null }>(() => ({ underWay: null }))

/** Fewer are done before anything could be read about them. */
const fewNotes = 1500

/** Shows how far an act on so many notes is, and lets it be stopped. */
export async function accompanied<Value>(
  count: number,
  act: (along: Along) => Promise<Value>,
): Promise<{ value: Value; wasStopped: boolean }> {
  const stopping = new AbortController()
  const { signal } = stopping
  const stop = (): void => stopping.abort()
  const told = (seen: number): void => {
    if (count >= fewNotes || seen >= fewNotes) {
      useManyNotes.setState({ underWay: { seen, of: Math.max(count, seen), stop } })
    }
  }
  told(0)
  try {
    return { value: await act({ told, signal }), wasStopped: signal.aborted }
  } finally {
    useManyNotes.setState({ underWay: null })
  }
}
