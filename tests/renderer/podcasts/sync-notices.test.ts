import { describe, expect, test } from 'vitest'
import { allSynced, notSynced } from '../../../renderer/podcasts/sync-notices.ts'

const broken = { code: 'server-error', message: 'stenobird.com has trouble of its own (503).' } as const
const failed = (...titles: string[]) => titles.map((title) => ({ title, message: broken.message }))

describe('a podcast that was not synced', () => {
  test('is told of calmly when the service cannot be reached', () => {
    const offline = { code: 'unreachable', message: 'stenobird.com does not take connections.' } as const
    expect(notSynced('Day Two', offline)).toEqual({
      text: 'The service cannot be reached. Day Two is synced as soon as it can be.',
    })
  })

  test('is told of as a failure, with its reason, for anything else', () => {
    expect(notSynced('Day Two', broken)).toEqual({
      tone: 'failure',
      text: 'Day Two was not synced. stenobird.com has trouble of its own (503).',
    })
  })

  test('is no failure when the person stopped it', () => {
    expect(notSynced('Day Two', { code: 'cancelled', message: 'Cancelled.' })).toEqual({
      text: 'Stopped syncing Day Two. What was read is kept.',
    })
  })
})

describe('the end of a sync of everything', () => {
  const well = { synced: 3, failed: [], offline: false, stopped: false }

  test('says that all is up to date only when all was synced', () => {
    expect(allSynced(well).text).toBe('All podcasts are up to date.')
    expect(allSynced({ ...well, stopped: true }).text).toBe('Stopped syncing. What was read is kept.')
  })

  test.each([
    [['Day Two'], 'Day Two was not synced.'],
    [['Day Two', 'Night'], 'Day Two and Night were not synced.'],
    [['Day Two', 'Night', 'Dusk'], 'Day Two, Night and Dusk were not synced.'],
    [['Day Two', 'Night', 'Dusk', 'Dawn', 'Noon'], 'Day Two, Night, Dusk and 2 others were not synced.'],
  ])('names what failed, with the first reason: %s', (titles, text) => {
    expect(allSynced({ ...well, failed: failed(...titles) })).toEqual({
      tone: 'failure',
      text: `${text} ${broken.message}`,
    })
  })

  test('offline is no failure', () => {
    expect(allSynced({ ...well, offline: true })).toEqual({
      text: 'The service cannot be reached. Podcasts are synced as soon as it can be.',
    })
  })
})
