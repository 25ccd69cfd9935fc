import type { OpenedArchive } from '../../../shared/archive/imports.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
import { type Result, success } from '../../../shared/result.ts'
import { type Comparison, compareChanges, effectOf } from '../../db/compare-changes.ts'
import { episodesToAdd } from '../../db/import-episodes.ts'
import { podcastSlugs } from '../../db/podcasts.ts'
import { type ImportPlan, nothingPlanned } from '../import-plan.ts'
import { eachPage } from './import-pages.ts'
import { createSamples } from './samples.ts'
import type { TaskParts } from './task-parts.ts'
import { touch, touchedByNothing } from './touched-episodes.ts'

/** What importing an archive would do; nothing is written. */
export async function lookAtArchive(archive: OpenedArchive, parts: TaskParts): Promise<Result<ImportPlan>> {
  const plan: ImportPlan = {
    kinds: new Map(),
    samples: [],
    unseen: 0,
    deletedHere: 0,
    episodes: 0,
    unreadable: 0,
    settings: archive.settings,
  }
  const followed = new Set(await podcastSlugs())
  const touched = touchedByNothing()
  const samples = createSamples()
  const read = await eachPage(archive, parts, async ({ changes, episodes, unreadable }) => {
    plan.unreadable += unreadable
    for (const comparison of await compareChanges(changes)) {
      countIn(plan, comparison)
      samples.look(comparison)
      const held = heldAfter(comparison)
      if (understoodChange(held) !== null) touch(touched, held)
      follow(followed, comparison)
    }
    samples.name(episodes)
    plan.episodes += (await episodesToAdd(episodes, followed, touched.noted)).length
  })
  if (!read.ok) return read
  plan.samples = await samples.titled()
  return success(plan)
}

function countIn(plan: ImportPlan, comparison: Comparison): void {
  const kind = plan.kinds.get(comparison.kind) ?? nothingPlanned()
  plan.kinds.set(comparison.kind, kind)
  switch (comparison.verdict) {
    case 'take': {
      const effect = effectOf(comparison.here, comparison.change)
      if (effect === null) plan.unseen += 1
      else kind[effect] += 1
      return
    }
    case 'not-understood':
      plan.unreadable += 1
      return
    case 'same':
      // Of what was deleted both here and there nobody sees anything.
      if (effectOf(null, comparison.change) === 'added') kind.same += 1
      return
    case 'later-here':
      kind.laterHere += 1
      if (effectOf(comparison.here, comparison.change) === 'added') plan.deletedHere += 1
  }
}

/** What the library has of the row once it is done. */
function heldAfter({ verdict, here, change }: Comparison): KeptChange {
  return verdict === 'later-here' && here !== null ? here : change
}

/** Which podcasts are followed once it is done. */
function follow(followed: Set<string>, { kind, verdict, change }: Comparison): void {
  if (kind !== 'podcasts' || verdict !== 'take') return
  if (change.row === null) followed.delete(change.key)
  else followed.add(change.key)
}
