import { create } from 'zustand'
import type { HomeStanding } from '../../shared/kept/home.ts'
import { call, listen } from '../bridge.ts'
import { lookAtClock, watchClock } from './clock.ts'

/** The second home, as the main process told of it last; `null` until it has. */
export const useHome = create<{ standing: HomeStanding | null }>(() => ({ standing: null }))

export function receiveStanding(standing: HomeStanding): void {
  useHome.setState({ standing })
  if (standing.lastWrittenAt !== null) lookAtClock(Date.parse(standing.lastWrittenAt))
}

/** Called once, in start.tsx: what was in the way before the page listened is asked for, and the rest is told. */
export function startHomeView(): void {
  listen('home.changed', receiveStanding)
  void askForStanding()
  watchClock()
}

/** What grows with each change, its size and when it was written last, is not told by itself. */
export async function askForStanding(): Promise<void> {
  const standing = await call('home.standing', null)
  if (standing.ok) receiveStanding(standing.value)
}
