import { type Result, success } from '../../../shared/result.ts'
import { readPageParts } from '../page-reader/read-page-parts.ts'
import { assembleNameless } from '../reading/assemble-episode.ts'
import { collectWarnings, type Warnings } from '../reading/warnings.ts'
import type { Task } from './arguments.ts'
import { type EpisodeReport, reportOf } from './episode-report.ts'
import { readSavedPage } from './saved-page.ts'
import { episodeFields, type UnderstoodFields } from './understood-fields.ts'

export type FileCheck = {
  episode: EpisodeReport
  understood: boolean
  /** As what it was read. */
  format: string
  fields: UnderstoodFields
}

type FileTask = Extract<Task, { kind: 'file' }>

/** Reads a saved page. Slugs that were given go before those the page tells. */
export async function checkFile(
  task: FileTask,
  standardInput: AsyncIterable<unknown>,
): Promise<Result<FileCheck>> {
  const saved = await readSavedPage(task.path, standardInput)
  if (!saved.ok) return saved
  const warnings = collectWarnings()
  for (const remark of saved.value.remarks) warnings.add('page', remark)
  const page = { text: saved.value.text, address: `${task.base}/` }
  const { parts, format, understood, ownName } = readPageParts(page, warnings)
  if (parts.title === '') warnings.add('title', 'No title was found.')
  const podcastSlug = chosenSlug('podcast', task.podcastSlug, ownName.podcastSlug, warnings)
  const slug = chosenSlug('episode', task.slug, ownName.slug, warnings)
  if (!understood) warnings.add('page', 'This does not look like the page of an episode.')
  const episode = assembleNameless(parts, warnings)
  return success({
    episode: reportOf({ podcastSlug, slug }, episode),
    understood,
    format,
    fields: episodeFields(episode),
  })
}

function chosenSlug(
  name: 'podcast' | 'episode',
  given: string | null,
  told: string | null,
  warnings: Warnings,
): string | null {
  if (given === null && told === null) {
    warnings.add(`${name} slug`, `The page does not tell it; name it with --${name}.`)
  }
  if (given !== null && told !== null && given !== told) {
    warnings.add(`${name} slug`, `The page says “${told}”, --${name} says “${given}”, and that one counts.`)
  }
  return given ?? told
}
