import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { type Earmark, launch, meet, windowOf } from '../e2e/app.ts'
import { editSome } from '../faults/edit-some.ts'
import { differences, servedLibrary } from '../faults/library.ts'
import { inWords, type Standing, tells } from '../faults/standing.ts'
import { randomFor } from '../server/catalogue/random.ts'
import { allPlans, planNamed } from '../server/faults/all-plans.ts'
import { type Ending, type FaultPlan, needsSweep } from '../server/faults/plan.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { ageSweep, readPodcast } from './read-podcast.ts'
import type { StressRun } from './run.ts'

/** How the library stood under a plan and after it; `wrong` is empty where it is as the plan says. */
type Played = { plan: string; under: string; after: string; wrong: string[] }

const episodes = 26
/** So that a whole pass has four pages. */
const pageSize = 8
/** A pass that waits for answers that never come takes half a minute, and each of its requests may. */
const longestSyncMs = 180_000
const dayMs = 24 * 60 * 60 * 1000

export const faultsRun: StressRun = {
  usage: '[--plan NAME]',
  run: async ({ seed, plan, say }) => {
    const named = plan === null ? null : planNamed(plan)
    if (plan !== null && named === null) {
      say(`No plan is called ${plan}. There are: ${allPlans.map(({ name }) => name).join(', ')}`)
      return { figures: { plans: 0 }, passed: false }
    }
    const played = await playFaults({ seed, plans: named === null ? allPlans : [named], say })
    const wrong = played.filter((each) => each.wrong.length > 0)
    const equalUnder = played.filter(({ under }) => under === 'equal').length
    return { figures: { plans: played.length, equalUnder, wrong }, passed: wrong.length === 0 }
  },
}

/** One app, and a podcast for each plan: synced, changed at the service, synced under the plan's faults, and once more without. */
export async function playFaults(given: {
  seed: number
  plans: readonly FaultPlan[]
  say: (line: string) => void
}): Promise<Played[]> {
  const { seed, plans, say } = given
  const standIn = await startStandIn({
    seed,
    podcasts: plans.length,
    episodesPerPodcast: episodes,
    greatestPage: pageSize,
  })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-faults-'))
  const app = await launch(dataDirectory, standIn.url)
  try {
    const earmark = meet(app, await windowOf(app))
    const played: Played[] = []
    for (const [index, plan] of plans.entries()) {
      const podcast = standIn.podcasts[index]
      if (podcast === undefined) throw new Error('There are fewer podcasts than plans.')
      const one = await playPlan({ earmark, standIn, plan, podcast, seed })
      played.push(one)
      say(
        `${plan.name}: under it ${one.under}; after it ${one.after}${one.wrong.map((text) => `; WRONG: ${text}`)}`,
      )
    }
    return played
  } finally {
    app.process().kill('SIGKILL')
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function playPlan(given: {
  earmark: Earmark
  standIn: StandIn
  plan: FaultPlan
  podcast: { slug: string; title: string }
  seed: number
}): Promise<Played> {
  const { earmark, standIn, plan, podcast, seed } = given
  const { page } = earmark
  const { slug, title } = podcast
  if (plan.byPages === true) standIn.break('A3', { status: 404, where: slug })
  await earmark.addPodcast(slug)
  await expect
    .poll(async () => (await readPodcast(page, slug)).sync?.lastSyncedAt ?? null, { timeout: longestSyncMs })
    .not.toBeNull()
  const before = await standing(earmark, standIn, slug)
  const wrong = before.standing.differences.length === 0 ? [] : [`before it ${inWords(before.standing)}`]

  editSome(standIn, slug, { episodes, random: randomFor('edits', plan.name, seed) })
  await page
    .getByRole('button', { name: `More about ${title}`, exact: true })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Details' }).click()
  const dialog = page.getByRole('dialog', { name: title })
  const sync = () => syncNow(earmark, standIn, { dialog, slug })

  standIn.play(plan, seed, slug)
  await sync()
  const under = await standing(earmark, standIn, slug)
  wrong.push(...(await wrongUnder(plan, under, dialog)))

  standIn.endPlan()
  await sync()
  let after = await standing(earmark, standIn, slug)
  if (needsSweep(plan, 'synced')) {
    await ageSweep(page, slug)
    await sync()
    after = await standing(earmark, standIn, slug)
  }
  if (inWords(after.standing) !== 'equal') wrong.push(`after it ${inWords(after.standing)}`)
  await page.keyboard.press('Escape')
  standIn.mend()
  return { plan: plan.name, under: inWords(under.standing), after: inWords(after.standing), wrong }
}

/** As a person does, a day later by the clock of the main process, so that no earlier plan's Retry-After is in the way. */
async function syncNow(
  { app }: Earmark,
  standIn: StandIn,
  { dialog, slug }: { dialog: Locator; slug: string },
): Promise<void> {
  await app.evaluate((_electron, milliseconds) => {
    const now = Date.now
    Date.now = () => now() + milliseconds
  }, dayMs)
  const asked = () => standIn.requests.filter(({ path }) => path.includes(slug)).length
  const askedBefore = asked()
  const button = dialog.getByRole('button', { name: 'Sync now' })
  await button.click()
  await expect.poll(asked).toBeGreaterThan(askedBefore)
  await expect(button).toBeVisible({ timeout: longestSyncMs })
}

type Seen = { standing: Standing; shown: string[] }

async function standing({ page }: Earmark, standIn: StandIn, slug: string): Promise<Seen> {
  const { sync, library } = await readPodcast(page, slug)
  if (sync === null) throw new Error(`${slug} has no sync row.`)
  const road = sync.path === 'api' || sync.path === null ? 'api' : 'pages'
  const expected = servedLibrary(standIn, slug, road)
  const problem = sync.lastProblem
  return {
    standing: {
      differences: differences(expected, library, servedLibrary(standIn, slug, 'api')),
      problem: problem === null ? null : `${problem.code}: ${problem.message}`,
      broken: sync.broken,
      unlisted: Math.max(0, sync.countDifference ?? 0),
    },
    shown: [
      ...(problem === null ? [] : [problem.message]),
      ...sync.broken.slice(0, 1).map(({ reason }) => reason),
    ],
  }
}

/** Judges what the plan promises, and that a person can read in the dialog what is told. */
async function wrongUnder(plan: FaultPlan, { standing, shown }: Seen, dialog: Locator): Promise<string[]> {
  const words = inWords(standing)
  const wrong = isAs(endingOf(plan), standing, words) ? [] : [`under it ${words}`]
  for (const text of shown) {
    const isShown = await expect(dialog)
      .toContainText(text)
      .then(() => true)
      .catch(() => false)
    if (!isShown) wrong.push(`not shown: ${text}`)
  }
  return wrong
}

/** The app's own limits are longer than those that slow plans were written for. */
function endingOf(plan: FaultPlan): Ending {
  if (plan.slow === true) return 'equal-or-told'
  return typeof plan.ends === 'string' ? plan.ends : plan.ends.synced
}

function isAs(ending: Ending, standing: Standing, words: string): boolean {
  switch (ending) {
    case 'equal':
      return words === 'equal'
    case 'told':
      return tells(standing)
    case 'equal-or-told':
      return words === 'equal' || tells(standing)
    case 'believed':
      return true
  }
}
