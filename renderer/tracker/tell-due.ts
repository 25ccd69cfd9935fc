import { z } from 'zod'
import { dayAfter } from '../../shared/time/day.ts'
import { countDueNotes } from '../db/due-notes.ts'
import { recall, remember } from '../db/memory.ts'
import { notify } from '../shell/notice.ts'
import { goTo } from '../shell/open.ts'
import { useToday } from './today.ts'
import { useTrackerFocus } from './tracker-focus.ts'

const key = 'due-told-on'

/**
 * Tells quietly what there is to look at again: after the start, and when a new day begins while the app is open, once a day.
 * Called once, in start.tsx; returns how to stop.
 */
export function startTellingDue(): () => void {
  /** One after the other, or two would tell the same. */
  let last: Promise<void> = Promise.resolve()
  const tell = (): void => {
    last = last.then(tellDue).catch(() => undefined)
  }
  tell()
  const stopDays = useToday.subscribe(tell)
  // A notice goes by itself, so nobody would see one that comes in the night.
  document.addEventListener('visibilitychange', tell)
  window.addEventListener('focus', tell)
  return () => {
    stopDays()
    document.removeEventListener('visibilitychange', tell)
    window.removeEventListener('focus', tell)
  }
}

async function tellDue(): Promise<void> {
  if (document.visibilityState === 'hidden') return
  const { today } = useToday.getState()
  const toldOn = await recall(key, z.iso.date())
  if (toldOn !== null && isToldFor(toldOn, today)) return
  const count = await countDueNotes(today)
  if (count === 0) return
  await remember(key, today)
  notify({ text: dueText(count), action: { label: 'Show them', run: showDue } })
}

/**
 * Whoever flies west, or sets the clock back by some hours, has yesterday once more, and is not told anew. A day further ahead was that
 * of a clock that was wrong.
 */
export function isToldFor(toldOn: string, today: string): boolean {
  return toldOn === today || toldOn === dayAfter(today, 1)
}

function dueText(count: number): string {
  return count === 1
    ? 'There is something to look at again today.'
    : `There are ${count.toLocaleString('en')} things to look at again today.`
}

/** Shows what is due, on top of what is tracked. */
export function showDue(): void {
  goTo('tracker')
  useTrackerFocus.setState({ wantsTop: true })
}
