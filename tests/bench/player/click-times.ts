import type { JSHandle } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import type { Random } from '../../server/catalogue/random.ts'
import { expectLater } from '../app/expect-later.ts'
import { type PlayerName, type PlayersInPage, playerNames } from './players-in-page.ts'

/** In milliseconds from a click on. */
export type Times = Record<PlayerName, number[]>
export type ClickTimes = {
  /** Of a chapter, while it plays, until `seeked`. */
  seeks: Times
  /** Of what opens an episode, where it was left, until the clock moves. */
  opens: Times
  /** Of Play, of what is open and paused. */
  goesOn: Times
  /** How often stock Howler did not begin at all. */
  stockStuck: number
}

export type Recording = { title: string; chapterSeconds: readonly number[] }

type Plan = {
  earmark: Earmark
  players: JSHandle<PlayersInPage>
  recordings: readonly [Recording, Recording]
  rounds: number
  random: Random
}

const openButton = '[aria-label="Play episode"], [aria-label^="Play episode from"]'
const playButton = 'section[aria-label="Player"] [aria-label="Play"]'

/** Each player in turn, in an order that changes, so that whatever disturbs the machine disturbs all alike. */
export async function measureClicks(plan: Plan): Promise<ClickTimes> {
  const times: ClickTimes = { seeks: noTimes(), opens: noTimes(), goesOn: noTimes(), stockStuck: 0 }
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const recording of plan.recordings) await measureOne(plan, recording, times)
  }
  return times
}

async function measureOne(plan: Plan, recording: Recording, times: ClickTimes): Promise<void> {
  const { earmark, players, random } = plan
  /** Those that still do what they are told. */
  const working = new Set<PlayerName>(playerNames)
  async function measure(
    kind: 'seeks' | 'opens' | 'goesOn',
    player: PlayerName,
    act: Promise<number>,
  ): Promise<void> {
    const tookMs = await act.catch((error: unknown) => {
      if (player !== 'stock') throw error
      working.delete(player)
      times.stockStuck += 1
      return null
    })
    if (tookMs !== null) times[kind][player].push(tookMs)
  }

  await earmark.openEpisode(recording.title)
  await rest(plan)
  const click = (selector: string): Promise<number> =>
    players.evaluate((all, clicked) => all.appOpens(clicked), selector)
  await measure('opens', 'app', click(openButton))
  await pauseApp(earmark)
  const { url, seconds, durationSeconds } = await players.evaluate(({ source }) => source())
  for (const player of random.several(['bare', 'stock'] as const, 2)) {
    await rest(plan)
    const address = `${url}?${player}${times.opens.app.length}`
    const opened = players.evaluate((all, [who, from, at]) => all.opens(who, from, at), [
      player,
      address,
      seconds,
    ] as const)
    await measure('opens', player, opened)
    await players.evaluate((all, who) => all.pause(who), player)
  }
  for (const player of random.several(playerNames, playerNames.length)) {
    if (working.has(player)) await measure('goesOn', player, goOn(plan, player))
  }
  // Each opened its source anew, and no two of these places are the same: nothing of them is in any cache.
  // A stream of a varying bit rate tells less than its length: a jump past that would end it.
  const within = recording.chapterSeconds.filter((start) => start < durationSeconds - playedAtMostSeconds)
  const chapters = random.several([...within.keys()], seeksEach * playerNames.length)
  for (const [index, chapter] of chapters.entries()) {
    const player = playerNames[(index + times.opens.app.length) % playerNames.length] ?? 'app'
    if (working.has(player)) await measure('seeks', player, seek(plan, player, chapter, recording))
  }
}

function rest({ players }: Pick<Plan, 'players'>): Promise<void> {
  return players.evaluate((all) => all.rest())
}

const seeksEach = 4
const playedAtMostSeconds = 90

async function goOn({ earmark, players }: Plan, player: PlayerName): Promise<number> {
  await rest({ players })
  if (player === 'app') {
    const tookMs = await players.evaluate((all, selector) => all.appGoesOn(selector), playButton)
    await pauseApp(earmark)
    return tookMs
  }
  const tookMs = await players.evaluate((all, who) => all.goesOn(who), player)
  await players.evaluate((all, who) => all.pause(who), player)
  return tookMs
}

async function seek(
  plan: Plan,
  player: PlayerName,
  chapter: number,
  { chapterSeconds }: Recording,
): Promise<number> {
  const { earmark, players } = plan
  if (player === 'app') {
    await players.evaluate((all, selector) => all.appGoesOn(selector), playButton)
    await rest({ players })
    const tookMs = await players.evaluate(
      (all, selector) => all.appSeeks(selector),
      `ol[aria-label="Chapters"] button[aria-label$=" ${chapterTitle(chapter)}"]`,
    )
    await pauseApp(earmark)
    return tookMs
  }
  await players.evaluate((all, who) => all.goesOn(who), player)
  await rest({ players })
  const tookMs = await players.evaluate((all, [who, to]) => all.seeks(who, to), [
    player,
    chapterSeconds[chapter] ?? 0,
  ] as const)
  await players.evaluate((all, who) => all.pause(who), player)
  return tookMs
}

export function chapterTitle(index: number): string {
  return `Part ${index + 1} of it`
}

async function pauseApp({ player }: Earmark): Promise<void> {
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await expectLater(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
}

function noTimes(): Times {
  return { app: [], bare: [], stock: [] }
}
