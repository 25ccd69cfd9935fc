import { create } from 'zustand'
import { todayNow } from './day-words.ts'

/** How soon after midnight, or after the clock or its zone was changed, the page learns of it. */
const everyMs = 20_000

/** The person's calendar day. */
export const useToday = create<{ today: string }>(() => ({ today: todayNow() }))

/**
 * Keeps the day right while the app is open. No timer is set for midnight: it would be wrong after the computer slept, or the clock was
 * set. Called once, in start.tsx; returns how to stop.
 */
export function followDays(): () => void {
  function look(): void {
    const today = todayNow()
    if (today !== useToday.getState().today) useToday.setState({ today })
  }
  look()
  const timer = setInterval(look, everyMs)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
  }
}
