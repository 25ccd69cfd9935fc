import { clockText } from '../../shared/time/clock.ts'
import type { ListeningRow } from '../db/rows.ts'
import { begunAfterSeconds, resumePosition } from '../player/resume.ts'

const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** "4 Mar 2026"; `null` when the service gave none. */
export function shortPublishedText(publishedAtMs: number): string | null {
  return publishedAtMs === 0 ? null : shortDate.format(publishedAtMs)
}

/** "4 March 2026"; `null` when the service gave none. */
export function publishedText(publishedAtMs: number): string | null {
  return publishedAtMs === 0 ? null : longDate.format(publishedAtMs)
}

/** Where Play begins, when that is not the start. */
export function resumeSeconds(listening: ListeningRow | null): number | null {
  const seconds = resumePosition(listening ?? undefined)
  return seconds < begunAfterSeconds ? null : seconds
}

export type PlayLabel = { seen: string; name: string }

/** What the button says, and its name: it always begins with what it does to the episode. */
export function playLabel(state: 'playing' | 'still', resumesAt: number | null): PlayLabel {
  if (state === 'playing') return { seen: 'Pause', name: 'Pause episode' }
  if (resumesAt === null) return { seen: 'Play', name: 'Play episode' }
  const at = clockText(resumesAt)
  return { seen: `Play from ${at}`, name: `Play episode from ${at}` }
}

/** That the service no longer has the episode, and what that means; `null` while it has. */
export function withdrawnText(withdrawnAt: string | null): string | null {
  if (withdrawnAt === null) return null
  const day = longDate.format(Date.parse(withdrawnAt))
  return `The service no longer has this episode; that was noticed on ${day}. It stays here as it was, with all you made on it.`
}

type EpisodeParts = { summary: string; chapters: readonly unknown[]; highlights: readonly unknown[] }

/**
 * That an episode is not processed, in the service's own word, and what can be done all the same; `null` when there
 * is nothing to explain.
 */
export function processingText(processingState: string, parts: EpisodeParts | null): string | null {
  if (processingState === 'processed') return null
  const state =
    processingState.trim() === ''
      ? 'The service does not say how far it is with this episode.'
      : `The service calls this episode “${processingState}”.`
  return `${state} ${missingText(parts)} You can request a transcript, listen, and write notes.`
}

function missingText(parts: EpisodeParts | null): string {
  const missing = [
    parts === null || parts.summary === '' ? 'summary' : null,
    parts === null || parts.chapters.length === 0 ? 'chapters' : null,
    parts === null || parts.highlights.length === 0 ? 'highlights' : null,
  ].filter((part) => part !== null)
  if (missing.length === 0) return 'What is here may still change.'
  return `It has no ${new Intl.ListFormat('en', { type: 'disjunction' }).format(missing)} yet.`
}
