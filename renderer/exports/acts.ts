import type { ExportOutcome } from '../../shared/exports/outcomes.ts'
import type { ExportTarget } from '../../shared/exports/targets.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { ExportScope } from '../archive/tasks/export-notes.ts'
import { runInWorker } from '../archive/worker/run-in-worker.ts'
import { call } from '../bridge.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { endWords, stoppedWords } from './export-words.ts'
import { takeStanding, useExports } from './store.ts'

/** Exports what the person wants to where they want it, and says how it went. */
export async function exportTo(
  target: ExportTarget,
  scope: ExportScope = useExports.getState().scope,
): Promise<void> {
  const result = await runExport(target, scope)
  if (result === null) return
  if (result.ok) announce(endWords(result.value))
  else if (result.problem.code === 'cancelled') announce(result.problem.message)
  else announceFailure(result.problem.message)
}

/** `null` when another is under way, or the person named no file. */
export async function runExport(
  target: ExportTarget,
  scope: ExportScope,
): Promise<Result<ExportOutcome> | null> {
  if (useExports.getState().work.kind !== 'nothing') return null
  const stop = new AbortController()
  const work = { kind: 'exporting' as const, target, waiting: null, stop: () => stop.abort() }
  useExports.setState({ work: { ...work, done: null }, end: null })
  const result = await exportWith(stop.signal, target, scope, (done) => {
    const { work: now } = useExports.getState()
    if (now.kind === 'exporting' && !stop.signal.aborted) useExports.setState({ work: { ...now, done } })
  })
  const end = result === null ? null : { target, result, at: new Date().toISOString() }
  useExports.setState({ work: { kind: 'nothing' }, end })
  takeStanding(await call('exports.standing', null))
  return result
}

async function exportWith(
  signal: AbortSignal,
  target: ExportTarget,
  scope: ExportScope,
  show: (done: number) => void,
): Promise<Result<ExportOutcome> | null> {
  const episodeId = scope.kind === 'episode' ? scope.episodeId : null
  const begun = await call('exports.begin', {
    target,
    episodeId,
    ...(scope.kind === 'topic' ? { topic: scope.topic } : {}),
  })
  if (!begun.ok) return begun
  if (begun.value === null) return null
  const { exportId, episodes: written } = begun.value
  show(0)
  const result = await runInWorker(
    { kind: 'export-notes', exportId, target, scope, written },
    { signal, show },
  )
  if (result.ok) return result
  await call('exports.abandon', null)
  return signal.aborted ? failure('cancelled', stoppedWords(target)) : result
}

/** `true` when there is a folder now. */
export async function chooseFolder(): Promise<boolean> {
  takeStanding(await call('exports.choose-folder', null))
  return useExports.getState().standing?.folder != null
}

export async function keepUpToDate(isWanted: boolean): Promise<void> {
  takeStanding(await call('exports.keep-up-to-date', { isWanted }))
}

/** Why the token cannot be used, for a person; `null` when it is taken. */
export async function giveToken(token: string): Promise<string | null> {
  const answer = await call('exports.give-token', { token })
  if (!answer.ok) return answer.problem.message
  takeStanding(answer)
  announce('Access token taken')
  return null
}

export async function forgetToken(): Promise<void> {
  takeStanding(await call('exports.forget-token', null))
  announce('Access token forgotten')
}

export async function showExported(): Promise<void> {
  const shown = await call('exports.show', null)
  if (!shown.ok) announceFailure(shown.problem.message)
}
