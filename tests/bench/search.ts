import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEarmark } from '../stress/acts.ts'
import type { Figure } from './figure.ts'
import { syncFirst } from './library/first-sync.ts'
import { startCatalogue, untilIndexed } from './library/synced-library.ts'
import { rounded } from './rounded.ts'
import { measureSearch } from './search/measure-search.ts'
import { searchFigures } from './search-figures.ts'

export type SearchPlan = { seed: number; size: number; say: (line: string) => void }

/** Measures how soon a key press in the search field shows results, beside one in a field with nothing behind it. */
export async function benchSearch({ seed, size, say }: SearchPlan): Promise<Figure[]> {
  const catalogue = await startCatalogue(seed, size)
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-search-'))
  const dataDirectory = join(folder, 'data')
  try {
    await syncFirst(dataDirectory, catalogue.standIn, say)
    const earmark = await startEarmark(dataDirectory, catalogue.standIn)
    try {
      await untilIndexed(earmark.page)
      return searchFigures(await measureSearch(earmark.page, catalogue, seed)).map(rounded)
    } finally {
      await earmark.quit()
    }
  } finally {
    await catalogue.standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
