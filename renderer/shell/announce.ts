import { create } from 'zustand'

export type Announcement = { id: number; text: string }

/**
 * A screen reader reads what is added, and several in one moment one after the other. How far it has come is not to be
 * known, so they stay until so many came after them.
 */
const most = 20
let lastId = 0

/** What the live regions hold, oldest first. */
export const useAnnouncements = create<{
  polite: readonly Announcement[]
  urgent: readonly Announcement[]
}>(() => ({ polite: [], urgent: [] }))

/** Read out when the screen reader is free: synced, saved, sent. */
export function announce(text: string): void {
  useAnnouncements.setState(({ polite }) => ({ polite: withOneMore(polite, text) }))
}

/** Read out at once: what failed, what was kept, what to try. */
export function announceFailure(text: string): void {
  useAnnouncements.setState(({ urgent }) => ({ urgent: withOneMore(urgent, text) }))
}

function withOneMore(announcements: readonly Announcement[], text: string): Announcement[] {
  lastId += 1
  return [...announcements, { id: lastId, text }].slice(-most)
}
