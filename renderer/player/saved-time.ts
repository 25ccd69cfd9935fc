import { z } from 'zod'
import { create } from 'zustand'
import { recall, remember } from '../db/memory.ts'
import { reportFault } from '../shell/faults.ts'
import { usePlayer } from './store.ts'

/** What trimming silence saved, in seconds on the wall. */
export const useSavedTime = create<{ sittingSeconds: number; totalSeconds: number }>(() => ({
  sittingSeconds: 0,
  totalSeconds: 0,
}))

/** Of this computer. What was heard, which is kept for good, tells by its time spent what speed and trimming saved together. */
const memoryKey = 'silence-saved'
const schema = z.object({ totalSeconds: z.number().nonnegative() })

/** At most so much is lost to a crash. */
const writtenWithinSeconds = 1
let writtenSeconds = 0
/** What was kept is read before anything is written over it. */
let isRead = false

/** Called once, when the page starts. */
export async function followSavedTime(): Promise<void> {
  const kept = await recall(memoryKey, schema)
  isRead = true
  writtenSeconds = kept?.totalSeconds ?? 0
  useSavedTime.setState(({ totalSeconds }) => ({ totalSeconds: totalSeconds + writtenSeconds }))
  usePlayer.subscribe((player, before) => {
    // Another episode is another sitting.
    if (player.episode?.id !== before.episode?.id) useSavedTime.setState({ sittingSeconds: 0 })
    if (player.status !== before.status) keep(0)
  })
}

export function countSaved(seconds: number): void {
  if (!(seconds > 0)) return
  useSavedTime.setState(({ sittingSeconds, totalSeconds }) => ({
    sittingSeconds: sittingSeconds + seconds,
    totalSeconds: totalSeconds + seconds,
  }))
  keep(writtenWithinSeconds)
}

function keep(leastSeconds: number): void {
  const { totalSeconds } = useSavedTime.getState()
  const unwritten = totalSeconds - writtenSeconds
  if (!isRead || unwritten <= leastSeconds) return
  writtenSeconds = totalSeconds
  remember(memoryKey, { totalSeconds }).catch((fault: unknown) => {
    // The next that is saved takes it along.
    writtenSeconds -= unwritten
    reportFault(fault)
  })
}
