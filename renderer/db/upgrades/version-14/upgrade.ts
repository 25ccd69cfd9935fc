import type { Transaction } from 'dexie'

/**
 * Frozen: notes on each shelf how many highlights of which kind its episodes have, which until then only their details told.
 * A shelf at a time, with the blocks that hold the details of its episodes. Imports nothing from outside (a lint rule).
 */
export async function upgradeToVersion14(transaction: Transaction): Promise<void> {
  const shelves = transaction.table<Shelf, Key>('shelves')
  const blocks = transaction.table<Block, Key>('episodeBlocks')
  for (const key of await shelves.toCollection().primaryKeys()) {
    const shelf = await shelves.get(key)
    if (shelf === undefined) continue
    const [podcastSlug, number] = key
    const keys = Array.from(
      { length: blocksPerShelf },
      (_, at): Key => [podcastSlug, number * blocksPerShelf + at],
    )
    const details = (await blocks.bulkGet(keys)).map((block) => block?.details ?? [])
    await shelves.put({ ...shelf, ...columnsOf(shelf.slugs, details) })
  }
}

type Key = [podcastSlug: string, number: number]
type Shelf = { slugs: string[] }
type Block = { details: string[] }
type Highlight = { kind: string; label?: string }

const placesPerBlock = 64
const blocksPerShelf = 8

function columnsOf(slugs: readonly string[], details: readonly (readonly string[])[]) {
  const lanes: string[] = []
  const numbers = new Map<string, number>()
  const laneNumbers: number[] = []
  const laneCounts: number[] = []
  const laneEnds = new Uint32Array(slugs.length)
  for (const [position, slug] of slugs.entries()) {
    const text = details[Math.floor(position / placesPerBlock)]?.[position % placesPerBlock] ?? ''
    for (const [word, count] of slug === '' ? [] : countsIn(text)) {
      const known = numbers.get(word)
      const number = known ?? lanes.push(word) - 1
      numbers.set(word, number)
      laneNumbers.push(number)
      laneCounts.push(count)
    }
    laneEnds[position] = laneNumbers.length
  }
  return {
    lanes,
    laneNumbers: Uint32Array.from(laneNumbers),
    laneCounts: Uint16Array.from(laneCounts),
    laneEnds,
  }
}

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, label } of highlightsIn(text)) {
    const word = kind !== 'other' || label === undefined ? kind : `${kind}/${label}`
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function highlightsIn(text: string): Highlight[] {
  if (text === '') return []
  const details: { highlights?: Highlight[] } = JSON.parse(text)
  return details.highlights ?? []
}
