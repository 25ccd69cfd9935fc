import { expect, it } from 'vitest'
import type { FaultPlan } from '../server/faults/plan.ts'
import { asking, dayTwo, episodesPath } from './asking.ts'

const standIn = asking({ greatestPage: 10 })

const plan = (rules: FaultPlan['rules']): Pick<FaultPlan, 'name' | 'rules'> => ({ name: 'made up', rules })
const titles = async (path = episodesPath): Promise<string[]> => {
  const { episodes } = (await standIn.ask(path)).json()
  if (!Array.isArray(episodes)) throw new Error('There is no list.')
  return episodes.map((episode: { title: string }) => episode.title)
}

it('begins where its rule says, lasts as long, and ends', async () => {
  standIn.server.play(plan([{ parts: ['A3'], after: 1, fault: { status: 500, times: 2 } }]), 1)
  const statuses: number[] = []
  for (let count = 0; count < 4; count += 1) statuses.push((await standIn.ask(episodesPath)).status)
  expect(statuses).toEqual([200, 500, 500, 200])

  standIn.server.play(plan([{ parts: ['A2', 'A3'], fault: { answer: 'html' } }]), 1)
  expect((await standIn.ask(`/v1/public/podcasts/${dayTwo}`)).text).toContain('<h1>')
  standIn.server.endPlan()
  expect((await standIn.ask(`/v1/public/podcasts/${dayTwo}`)).json()).toMatchObject({ slug: dayTwo })
})

it('does the same with the same seed, and something else with another', async () => {
  const shuffling = plan([{ parts: ['A3'], fault: { entries: 'shuffled' } }])
  const inOrder = await titles()
  const orders: string[][] = []
  for (const seed of [1, 1, 2]) {
    standIn.server.play(shuffling, seed)
    orders.push(await titles())
  }
  expect(orders[1]).toEqual(orders[0])
  expect(orders[2]).not.toEqual(orders[0])
  expect(orders[0]).not.toEqual(inOrder)
  expect([...(orders[0] ?? [])].sort()).toEqual([...inOrder].sort())
})

it('does something meanwhile, once', async () => {
  standIn.server.play(plan([{ parts: ['A3'], after: 1, meanwhile: 'publish' }]), 1)
  const before = await titles()
  const after = await titles()
  expect(after[0]).toMatch(/^Published/)
  expect(after.slice(1)).toEqual(before.slice(0, 9))
  expect(await titles()).toEqual(after)
})

it('sends on to the same resource by another name', async () => {
  standIn.server.play(plan([{ parts: ['A3'], fault: { redirect: 'other-host' } }]), 1)
  const sent = await standIn.ask(`${episodesPath}?limit=2`)
  const location = sent.headers.get('location') ?? ''
  expect(location).toMatch(/^http:\/\/localhost:/)
  expect((await standIn.ask(location.replace(/^http:\/\/localhost:\d+/, ''))).json().episodes).toHaveLength(2)
})

it('hands out cursors that overlap, end early or never, all of which it knows', async () => {
  const next = async (cursor: 'overlapping' | 'gone' | 'never-ending', query = '') => {
    standIn.server.play(plan([{ parts: ['A3'], fault: { cursor } }]), 1)
    return (await standIn.ask(`${episodesPath}?${query}`)).json().next_cursor
  }
  const first = await titles()
  const overlapping = await next('overlapping')
  standIn.server.endPlan()
  expect(await titles(`${episodesPath}?cursor=${overlapping}`)).toEqual(
    expect.arrayContaining(first.slice(-5)),
  )
  expect(await next('gone')).toBeNull()
  const behind = await next('never-ending', 'updated_since=2100-01-01T00:00:00Z')
  expect((await standIn.ask(`${episodesPath}?cursor=${behind}`)).json().episodes).toEqual([])
})

it('packs by gzip, whole or cut', async () => {
  standIn.server.play(plan([{ parts: ['A3'], fault: { answer: 'gzip' } }]), 1)
  expect(await titles()).toHaveLength(10)
  standIn.server.play(plan([{ parts: ['A3'], fault: { answer: 'gzip-cut' } }]), 1)
  // Node's own `fetch` takes what is there.
  expect((await standIn.ask(episodesPath)).json).toThrow()
})
