import type { Page } from '@playwright/test'
import type { StandIn } from '../../server/stand-in.ts'
import { measureKeys } from './key-times.ts'
import { type SearchedText, searchedTexts } from './searched-texts.ts'

/** Milliseconds from a key press to the frame that shows what came of it. */
export type SearchMeasures = {
  searches: { kind: SearchedText['kind']; ms: number }[]
  /** A letter in a field with nothing behind it, in the same page. */
  bareField: number[]
}

const searches = 200

/** In a window whose library is the stand-in's, and whose index knows all of it. */
export async function measureSearch(
  page: Page,
  { standIn, episodesPerPodcast }: { standIn: StandIn; episodesPerPodcast: number },
  seed: number,
): Promise<SearchMeasures> {
  const texts = searchedTexts(standIn, seed, searches, episodesPerPodcast)
  const { results, bareField } = await measureKeys(
    page,
    texts.map(({ text }) => text),
  )
  return {
    searches: texts.map(({ kind }, at) => ({ kind, ms: results[at] ?? Number.NaN })),
    bareField,
  }
}
