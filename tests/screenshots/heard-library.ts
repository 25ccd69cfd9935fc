import type { Earmark } from '../e2e/app.ts'
import type { StandIn } from '../server/stand-in.ts'

type Row = Record<string, unknown>

const podcasts = ['day-two-devops'] as const

/** A month of listening, by fixed numbers, so that two pictures show the same shapes. */
export async function heardForAMonth({ page }: Earmark, standIn: StandIn): Promise<void> {
  const slugs = [...podcasts, ...standIn.podcasts.slice(1, 4).map(({ slug }) => slug)]
  const rows = Array.from({ length: 42 }, (_, at): Row => {
    const slug = slugs[((at * 7) % 11) % slugs.length] ?? podcasts[0]
    const daysAgo = (at * 5 + (at % 3)) % 29
    const from = (at * 137) % 900
    const length = 400 + ((at * 389) % 1700)
    return sitting(at, `${slug}/${standIn.episode(slug, at % 9).slug}`, daysAgo, [[from, from + length]])
  })
  await putRows(page, 'heard', rows)
}

/** An episode of which some chapters were heard, and others in part. */
export async function heardInPart({ page }: Earmark, standIn: StandIn): Promise<void> {
  const episode = standIn.episode(podcasts[0], 0)
  const starts = episode.chapters.map(({ startSeconds }) => startSeconds)
  const [second = 0, third = 0, , fifth = 0, sixth = 0] = starts.slice(1)
  const intervals: [number, number][] = [
    [0, second + 40],
    [third + 60, third + 170],
    [fifth, sixth],
  ]
  await putRows(page, 'heard', [sitting(1, `${podcasts[0]}/${episode.slug}`, 1, intervals)])
}

/** The person was further on, on another computer, when this one was played on from where it knew of. */
export async function heardFurtherOn({ page }: Earmark, standIn: StandIn): Promise<void> {
  const episodeId = `${podcasts[0]}/${standIn.episode(podcasts[0], 0).slug}`
  const at = (hoursAgo: number): number => Date.now() - hoursAgo * 3_600_000
  const stamps = { createdAt: iso(at(2)), updatedAt: iso(at(1)) }
  await putRows(page, 'listening', [
    {
      ...{ episodeId, positionSeconds: 761, durationSeconds: 2740, heardAtMs: at(1), finishedAt: null },
      ...{ counted: true, loadedAtMs: at(2), basedOnMs: at(72), ...stamps },
    },
  ])
  await putRows(page, 'heard', [sitting(1, episodeId, 1, [[700, 2402]])])
}

function sitting(number: number, episodeId: string, daysAgo: number, intervals: [number, number][]): Row {
  const date = new Date(Date.now() - daysAgo * 24 * 3_600_000)
  const seconds = intervals.reduce((sum, [from, to]) => sum + to - from, 0)
  const day = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
  return {
    id: `0195a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    ...{ how: 'played', episodeId, day, intervals, spentSeconds: Math.round(seconds / 1.4) },
    ...{
      endSeconds: intervals.at(-1)?.[1] ?? 0,
      createdAt: iso(date.getTime()),
      updatedAt: iso(date.getTime()),
    },
  }
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** Past the app, which is loaded anew and then finds them. */
async function putRows(page: Earmark['page'], table: string, rows: Row[]): Promise<void> {
  await page.evaluate(
    async ([name, given]) => {
      const open = indexedDB.open('earmark')
      await new Promise((resolve) => open.addEventListener('success', resolve))
      const transaction = open.result.transaction(name, 'readwrite')
      for (const row of given) transaction.objectStore(name).put(row)
      await new Promise((resolve) => transaction.addEventListener('complete', resolve))
      open.result.close()
    },
    [table, rows] as const,
  )
  await page.reload()
}
