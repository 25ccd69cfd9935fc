import { create } from 'zustand'

type Announcement = { text: string; count: number }

/** What the live regions hold. `count` tells a repeated text from one that stayed. */
export const useAnnouncements = create<{ polite: Announcement; urgent: Announcement }>(() => ({
  polite: { text: '', count: 0 },
  urgent: { text: '', count: 0 },
}))

/** Read out when the screen reader is free: synced, saved, sent. */
export function announce(text: string): void {
  useAnnouncements.setState(({ polite }) => ({ polite: { text, count: polite.count + 1 } }))
}

/** Read out at once: what failed, what was kept, what to try. */
export function announceFailure(text: string): void {
  useAnnouncements.setState(({ urgent }) => ({ urgent: { text, count: urgent.count + 1 } }))
}
