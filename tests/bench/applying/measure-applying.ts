import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { median } from '../machine/quantile.ts'
import { type PlacedPage, pulledPages } from '../service/pulled-pages.ts'
import { inBarePage } from './bare-page.ts'
import { buildPage } from './build-page.ts'
import { serveFolder } from './file-server.ts'
import { appliedSchema, type WayName, wayNames } from './way-names.ts'

export type ApplyingPlan = {
  apiBaseUrl: string
  podcastSlugs: readonly string[]
  rounds: number
  say: (line: string) => void
}

/** Episodes a second by each way of writing the same pages: the median of the rounds. */
export type ApplyingSpeeds = Record<WayName, number>

/** A worker writes the same pages in each way, round by round, each round beginning with another way. */
export async function measureApplying(plan: ApplyingPlan): Promise<ApplyingSpeeds> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-applying-'))
  try {
    await buildPage(join(import.meta.dirname, 'page'), folder)
    const written = await writePages(folder, pulledPages(plan.apiBaseUrl, plan.podcastSlugs))
    plan.say(`applying: ${written.episodes} episodes on ${written.pages} pages`)
    const server = await serveFolder(folder)
    try {
      return await inBarePage(`${server.url}/index.html`, join(folder, 'profile'), (page) =>
        measureRounds(page, server.url, written, plan),
      )
    } finally {
      server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

type WrittenPages = { pages: number; episodes: number }

async function writePages(folder: string, pulled: AsyncIterable<PlacedPage>): Promise<WrittenPages> {
  const written = { pages: 0, episodes: 0 }
  await mkdir(join(folder, 'pages'))
  for await (const placed of pulled) {
    await writeFile(join(folder, 'pages', `${written.pages}.json`), JSON.stringify(placed))
    written.pages += 1
    written.episodes += placed.page.episodes.length
  }
  return written
}

async function measureRounds(
  page: Page,
  url: string,
  written: WrittenPages,
  { rounds, say }: ApplyingPlan,
): Promise<ApplyingSpeeds> {
  const speeds: Record<WayName, number[]> = { earmark: [], naive: [], raw: [] }
  for (let round = 0; round < rounds; round += 1) {
    const first = round % wayNames.length
    for (const way of [...wayNames.slice(first), ...wayNames.slice(0, first)]) {
      const speed = await measureOnce(page, `${url}/index.html?way=${way}&pages=${written.pages}`, written)
      say(`applying, round ${round + 1} of ${rounds}, ${way}: ${Math.round(speed)} episodes a second`)
      speeds[way].push(speed)
    }
  }
  return { earmark: median(speeds.earmark), naive: median(speeds.naive), raw: median(speeds.raw) }
}

/** A page takes a millisecond, and the slowest way at least a hundred times that. */
const limitMs = 30 * 60_000

async function measureOnce(page: Page, address: string, { episodes }: WrittenPages): Promise<number> {
  await page.goto(address)
  const output = page.locator('output')
  await output.filter({ hasText: '{' }).waitFor({ timeout: limitMs })
  const said = await output.innerText()
  const applied = appliedSchema.safeParse(JSON.parse(said))
  if (!applied.success) throw new Error(`${address}: ${said}`)
  if (applied.data.episodes !== episodes) {
    throw new Error(`${address} left ${applied.data.episodes} episodes in the database, of ${episodes}.`)
  }
  return episodes / (applied.data.milliseconds / 1000)
}
