import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEarmark } from '../../stress/acts.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { measureSearch, type SearchMeasures } from '../search/measure-search.ts'
import { type FilterTimes, measureFilter } from './filter-times.ts'
import { type FirstSync, syncFirst } from './first-sync.ts'
import { measureStarts, type StartMeasures } from './measure-starts.ts'
import { measureScroll, type ScrollFrames } from './scroll-frames.ts'
import { type Catalogue, startCatalogue, untilIndexed } from './synced-library.ts'

export type LibraryPlan = {
  seed: number
  /** Episodes in all. */
  size: number
  /** Of scrolling from top to end. */
  rounds: number
  /** Of the app, and of a bare window. */
  starts: number
  /** Before memory is looked at. */
  restSeconds: number
  say: (line: string) => void
}

export type LibraryMeasures = {
  episodes: number
  firstSync: FirstSync
  starts: StartMeasures
  filter: FilterTimes
  scroll: ScrollFrames
  search: SearchMeasures
}

/** How often a topic is chosen and one more, for each round. */
const choicesPerRound = 12

/** Makes a library once, by syncing it, and measures all that is to be measured in it. */
export async function measureLibrary(plan: LibraryPlan): Promise<LibraryMeasures> {
  const { seed, size, starts, restSeconds, say } = plan
  const catalogue = await startCatalogue(seed, size)
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-library-'))
  const dataDirectory = join(folder, 'data')
  try {
    const firstSync = await syncFirst(dataDirectory, catalogue.standIn, say)
    const startMeasures = await measureStarts({ dataDirectory, folder, starts, restSeconds, say })
    const inside = await measureInside(dataDirectory, catalogue, plan)
    const episodes = catalogue.episodesPerPodcast * catalogue.standIn.podcasts.length
    return { episodes, firstSync, starts: startMeasures, ...inside }
  } finally {
    await catalogue.standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In one running app. */
async function measureInside(
  dataDirectory: string,
  catalogue: Catalogue,
  { seed, rounds, say }: LibraryPlan,
): Promise<Pick<LibraryMeasures, 'filter' | 'scroll' | 'search'>> {
  const earmark = await startEarmark(dataDirectory, catalogue.standIn)
  const { app, page } = earmark
  try {
    await untilQuiet(app.process().pid ?? 0)
    const filter = await measureFilter(page, rounds * choicesPerRound)
    say('topics were chosen')
    const scroll = await measureScroll(page, rounds)
    say('the list was scrolled')
    await untilIndexed(page)
    const search = await measureSearch(page, catalogue, seed)
    return { filter, scroll, search }
  } finally {
    await earmark.quit()
  }
}
