import { onNotesChanged } from '../db/noted-episodes.ts'
import { announceFailure } from '../shell/announce.ts'
import { runExport } from './acts.ts'
import { useExports } from './store.ts'

/** Somebody who writes is not interrupted by writing files. */
const quietMs = 10_000

/**
 * Writes the folder for Markdown by itself where the person wants it: all of it once after the start, then what changed, once
 * nothing was written for a while. What fails is said once, and tried again with the next change. Called once, in start.tsx.
 */
export function startKeepingUpToDate(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** ISO 8601 UTC: all that was written before is in the folder; `null` when that is not known. */
  let writtenUntil: string | null = null
  let lastFailure: string | null = null

  function later(): void {
    if (!isWanted()) return
    clearTimeout(timer)
    timer = setTimeout(() => void write(), quietMs)
  }

  async function write(): Promise<void> {
    if (!isWanted()) return
    const begunAt = new Date().toISOString()
    const scope =
      writtenUntil === null ? ({ kind: 'all' } as const) : ({ kind: 'since', instant: writtenUntil } as const)
    const result = await runExport('markdown-folder', scope)
    // Another export is under way.
    if (result === null) return later()
    if (result.ok) {
      writtenUntil = begunAt
      lastFailure = null
      return
    }
    const { message } = result.problem
    if (message !== lastFailure && result.problem.code !== 'cancelled') announceFailure(message)
    lastFailure = message
  }

  onNotesChanged(later)
  useExports.subscribe(({ standing }, before) => {
    const [now, then] = [standing, before.standing]
    if (now?.folder !== then?.folder || now?.keepsUpToDate !== then?.keepsUpToDate) {
      writtenUntil = null
      later()
    }
  })
  later()
}

function isWanted(): boolean {
  const { standing } = useExports.getState()
  return standing !== null && standing.folder !== null && standing.keepsUpToDate
}
