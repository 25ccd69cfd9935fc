import { clockText } from '../../shared/time/clock.ts'

/** What was saved, at whole seconds, so that a tick redraws only what changed; `null` while it is nothing. */
export function savedTimeText(saved: { sittingSeconds: number; totalSeconds: number }): string | null {
  const sitting = Math.floor(saved.sittingSeconds)
  const total = Math.floor(saved.totalSeconds)
  if (total === 0) return null
  if (sitting === 0 || sitting === total) return `Saved ${clockText(total)} so far.`
  return `Saved ${clockText(sitting)} in this episode, ${clockText(total)} in all.`
}
