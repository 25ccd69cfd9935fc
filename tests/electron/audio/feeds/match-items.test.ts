import { describe, expect, it } from 'vitest'
import type { WantedEpisode } from '../../../../electron/audio/feeds/agreement.ts'
import type { FeedItem } from '../../../../electron/audio/feeds/feed-item.ts'
import { createMatching } from '../../../../electron/audio/feeds/match-items.ts'

const wanted: WantedEpisode = {
  title: 'Weekly news',
  canonicalUrl: 'https://show.example/9',
  publishedAt: '2026-03-04T09:00:00Z',
  durationSeconds: 1000,
}

function item(name: string, said: Partial<FeedItem>): FeedItem {
  const enclosures = [{ urls: [`https://cdn.example/${name}.mp3`], type: 'audio/mpeg' }]
  return { titles: [], guid: null, links: [], published: null, duration: null, enclosures, ...said }
}

function outcomeOf(items: readonly FeedItem[], isWhole = true) {
  const matching = createMatching(wanted)
  for (const each of items) matching.take(each)
  return matching.outcome(isWhole)
}

const byGuid = item('guid', { guid: 'https://show.example/9', titles: ['Anything'] })
const byLink = item('link', { links: ['http://www.show.example/9/'] })
const byTitle = item('title', { titles: ['WEEKLY NEWS'] })

describe('an item is the episode', () => {
  it.each([
    ['guid', byGuid],
    ['link', byLink],
    ['title', byTitle],
  ] as const)('by its %s, where only one has that', (rule, only) => {
    expect(outcomeOf([item('other', { titles: ['Other'] }), only])).toEqual({
      kind: 'matched',
      addresses: [`https://cdn.example/${rule}.mp3`],
      rule,
    })
  })

  it('by the date, where several have the same title', () => {
    const items = ['2026-02-25', '2026-03-04', '2026-04-01'].map((published) =>
      item(published, { titles: ['Weekly news'], published }),
    )
    // A week apart may be the same; a month is not.
    expect(outcomeOf([items[1], items[2]].filter((each) => each !== undefined))).toMatchObject({
      addresses: ['https://cdn.example/2026-03-04.mp3'],
    })
  })

  it('by the duration, where nothing else tells them apart', () => {
    const items = ['1005', '2400'].map((duration) => item(duration, { titles: ['Weekly news'], duration }))
    expect(outcomeOf(items)).toMatchObject({ addresses: ['https://cdn.example/1005.mp3'] })
  })

  it('once, where it is listed twice with the same audio', () => {
    expect(outcomeOf([byTitle, byTitle])).toMatchObject({ kind: 'matched' })
  })
})

describe('nothing is taken', () => {
  it.each([
    [
      'two have the title and nothing tells them apart',
      [byTitle, { ...byTitle, enclosures: byLink.enclosures }],
    ],
    ['the link and the title lead to two, with nothing for either', [byLink, byTitle]],
    [
      'date and length both speak against the only one with the title',
      [{ ...byTitle, published: '2019-01-01', duration: '5:00' }],
    ],
  ])('where %s', (_why, items) => {
    expect(outcomeOf(items)).toEqual({ kind: 'ambiguous' })
  })

  it('of an item without audio', () => {
    expect(outcomeOf([{ ...byGuid, enclosures: [] }])).toEqual({ kind: 'none' })
  })

  it('by a title alone, while more may come', () => {
    expect(outcomeOf([byTitle], false)).toEqual({ kind: 'ambiguous' })
  })
})

it('is certain of a guid or a link only with what supports it', () => {
  const take = (each: FeedItem) => createMatching(wanted).take(each)
  expect(take(byGuid)).toBe(false)
  expect(take({ ...byGuid, titles: ['Weekly news'] })).toBe(true)
  expect(take({ ...byLink, titles: ['Weekly news'] })).toBe(false)
  const matching = createMatching(wanted)
  const supportedLink = { ...byLink, titles: ['Weekly news'], published: 'Wed, 4 Mar 2026 10:00:00 GMT' }
  expect(matching.take(supportedLink)).toBe(false)
  // All may link to the show, until another one does not.
  expect(matching.take({ ...byTitle, links: byLink.links })).toBe(false)
  expect(matching.take({ ...byTitle, links: ['https://show.example/8'] })).toBe(true)
  expect(matching.outcome(false)).toMatchObject({ rule: 'link', addresses: ['https://cdn.example/link.mp3'] })
})

it('prefers an item that more speaks for to one that only the page’s address does', () => {
  const showPage = { ...byLink, titles: ['Trailer'], published: '2019-01-01' }
  const right = { ...byTitle, published: '2026-03-04' }
  expect(outcomeOf([showPage, right])).toMatchObject({ rule: 'title' })
})
