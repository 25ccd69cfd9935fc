import { create } from 'zustand'
import type { ExportOutcome, ExportStanding, ExportWaiting } from '../../shared/exports/outcomes.ts'
import type { ExportTarget } from '../../shared/exports/targets.ts'
import type { Result } from '../../shared/result.ts'
import type { ExportScope } from '../archive/tasks/export-notes.ts'
import { call, listen } from '../bridge.ts'
import { announceFailure } from '../shell/announce.ts'

/** What is under way; one thing at a time. `done` is from 0 to 1, or `null` while the person chooses a place. */
export type ExportWork =
  | { kind: 'nothing' }
  | {
      kind: 'exporting'
      target: ExportTarget
      done: number | null
      waiting: ExportWaiting
      stop: () => void
    }

/** How the last one to a target ended; `null` is one that the person gave up before it began. */
export type ExportEnd = { target: ExportTarget; result: Result<ExportOutcome>; at: string }

/** What the person wants to export; they come from an episode, from chosen notes, or from nowhere. */
export type AskedScope = Exclude<ExportScope, { kind: 'since' | 'topic' }>

export const useExports = create<{
  /** As the main process keeps it; `null` until it has told. */
  standing: ExportStanding | null
  scope: AskedScope
  work: ExportWork
  end: ExportEnd | null
}>(() => ({ standing: null, scope: { kind: 'all' }, work: { kind: 'nothing' }, end: null }))

/** Called once, in start.tsx. */
export async function startExports(): Promise<void> {
  listen('exports.waiting', (waiting) => {
    const { work } = useExports.getState()
    if (work.kind === 'exporting') useExports.setState({ work: { ...work, waiting } })
  })
  await takeStanding(await call('exports.standing', null))
}

/** `null` is an answer that changes nothing. */
export function takeStanding(answer: Result<ExportStanding | null>): void {
  if (!answer.ok) announceFailure(answer.problem.message)
  else if (answer.value !== null) useExports.setState({ standing: answer.value })
}
