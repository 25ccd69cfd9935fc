import type { SearchGroup } from '../../../../shared/search/query.ts'
import type { ScannedHit } from '../scan.ts'
import type { Answer, Judged } from './judged.ts'

/** Of each group, the best first. */
export type Ranked = readonly { group: SearchGroup; hits: readonly ScannedHit[] }[]

export type Relevance = {
  /** Of 1 / place of the first answer, in each group that was judged, averaged over a search and then over all. */
  meanReciprocalRank: number
  /** Answers that stand further down than that place, or nowhere, in words. */
  below: string[]
}

export function measure(
  judged: readonly Judged[],
  search: (text: string) => Ranked,
  lowestPlace: number,
): Relevance {
  const below: string[] = []
  const ranks = judged.map(({ text, answers }) => {
    const ranked = search(text)
    const byGroup = [...Map.groupBy(answers, ({ group }) => group)]
    return mean(
      byGroup.map(([group, wanted]) => {
        const hits = ranked.find((each) => each.group === group)?.hits ?? []
        const places = wanted.map((answer) => placeOf(answer, hits))
        wanted.forEach((answer, at) => {
          const place = places[at] ?? Number.POSITIVE_INFINITY
          if (place > lowestPlace) below.push(`${text}: ${group} ${answer.episodeId} at ${place}`)
        })
        return 1 / Math.min(...places)
      }),
    )
  })
  return { meanReciprocalRank: mean(ranks), below }
}

/** From 1; infinite when it was not found. */
function placeOf({ episodeId, item }: Answer, hits: readonly ScannedHit[]): number {
  const at = hits.findIndex((hit) => hit.episodeId === episodeId && hit.item === item)
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
