import type { KeptChange } from '../../shared/kept/change.ts'
import type { FoundOutlines, Outline } from '../../shared/models/outline.ts'
import type { Podcast } from '../../shared/models/podcast.ts'
import { failure, type Result } from '../../shared/result.ts'
import { workWords } from '../archive/archive-words.ts'
import { showWork, useArchive } from '../archive/store.ts'
import { beginWork, never, readNow, stoppable } from '../archive/work.ts'
import { runInWorker } from '../archive/worker/run-in-worker.ts'
import { call } from '../bridge.ts'
import { podcastSlugs } from '../db/podcasts.ts'
import { saveAll } from '../home-view/save-all.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { closeDialog, openDialog } from '../shell/open-dialog.ts'
import { counted } from './import-words.ts'
import type { OutlinePlan } from './outline-plan.ts'
import { longestReadingMs } from './reading/limits.ts'
import { useImports } from './store.ts'

/** A list of podcasts (OPML) is read, the service is asked which of them it knows, and the person is shown them. */
export async function openOutline(file: File): Promise<void> {
  if (!beginWork('reading-files')) return
  useImports.setState({ podcasts: null })
  announce(workWords['reading-files'])
  const plan = await stoppable('reading-files', async (signal, show) => {
    show(0)
    const outlines = await readOutlines(file, signal)
    if (!outlines.ok) return outlines
    show(0.5)
    const found = await call('podcast.find-outlines', { outlines: outlines.value }, signal)
    if (!found.ok) return found
    return { ok: true, value: await planOf(file.name, outlines.value, found.value) }
  })
  if (!plan.ok) return fail(plan)
  showWork({ kind: 'asking-podcasts', plan: plan.value })
  openDialog({ kind: 'import-podcasts' })
}

async function readOutlines(file: File, signal: AbortSignal): Promise<Result<Outline[]>> {
  const tooLong = AbortSignal.timeout(longestReadingMs)
  const either = AbortSignal.any([signal, tooLong])
  const read = await runInWorker({ kind: 'look-at-outline', file }, { signal: either, show: () => undefined })
  return tooLong.aborted && !read.ok
    ? failure(
        'too-large',
        'Reading this file took longer than two minutes and was stopped. Nothing was added.',
      )
    : read
}

async function planOf(
  name: string,
  outlines: readonly Outline[],
  { found, isWhole }: FoundOutlines,
): Promise<OutlinePlan> {
  const followed = new Set(await podcastSlugs())
  const byIndex = new Map(found.map((each) => [each.index, each]))
  const offered = new Map<string, OutlinePlan['offered'][number]>()
  for (const { index, podcast, by } of found) {
    const outline = outlines[index]
    if (outline === undefined || followed.has(podcast.slug)) continue
    if (offered.get(podcast.slug)?.by !== 'feed') offered.set(podcast.slug, { podcast, outline, by })
  }
  return {
    name,
    offered: [...offered.values()],
    followed: found.filter(({ podcast }) => followed.has(podcast.slug)).length,
    missing: outlines.filter((_outline, index) => !byIndex.has(index)),
    isWhole,
  }
}

/** The person has seen it, and wants none. */
export function leaveOutline(): void {
  closeDialog()
  if (useArchive.getState().work.kind === 'asking-podcasts') tell('No podcast was added.')
}

/** Follows those that they chose: as an import, which can be undone. */
export async function addPodcasts(name: string, podcasts: readonly Podcast[]): Promise<void> {
  closeDialog()
  showWork({ kind: 'importing', done: 0 })
  announce(workWords.importing)
  await saveAll()
  const now = new Date().toISOString()
  const changes = podcasts.map((podcast): KeptChange => {
    const row = { ...podcast, addedAt: now, createdAt: now, updatedAt: now }
    return { kind: 'podcasts', key: podcast.slug, updatedAt: now, row }
  })
  const imported = await runInWorker(
    { kind: 'take-in-changes', name, changes, bringsBackDeleted: true },
    { signal: never, show: (done) => showWork({ kind: 'importing', done }) },
  )
  if (!imported.ok) return fail(imported)
  readNow(imported.value.unread)
  const { added, changed } = imported.value
  tell(`${counted(added + changed, 'podcast was', 'podcasts were')} added. Their episodes are being read.`)
}

function tell(sentence: string): void {
  announce(sentence)
  showWork({ kind: 'nothing' })
  useImports.setState({ podcasts: { kind: 'told', sentence, refused: [] } })
}

/** What the person stopped is no failure. */
function fail(failed: Result<unknown>): void {
  if (failed.ok) return
  const { problem } = failed
  if (problem.code === 'cancelled') {
    tell('Stopped. No podcast was added.')
    return
  }
  showWork({ kind: 'nothing' })
  announceFailure(problem.message)
  useImports.setState({ podcasts: { kind: 'failed', problem } })
}
