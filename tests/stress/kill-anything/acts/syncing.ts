import { expect as expectSoon } from '@playwright/test'
import { syncAll } from '../../acts.ts'
import { changeSome } from '../../library-proof.ts'
import { type Act, onceSo, unlessKilled } from '../act.ts'

const expect = expectSoon.configure({ timeout: 60_000 })

export const syncedPodcast = 'day-two-devops'
export const syncedEpisodes = 600

/** A quarter of a podcast has changed, and is read page by page. */
export const syncing: Act = {
  name: 'syncing',
  begin: async ({ stage, random }) => {
    const { standIn } = stage
    const earmark = stage.earmark()
    changeSome(standIn, syncedPodcast, syncedEpisodes, random)
    const before = standIn.requests.length
    await syncAll(earmark)
    const began = onceSo(() => standIn.requests.length > before)
    const stop = earmark.page.getByRole('button', { name: 'Stop syncing' }).first()
    return { began, ended: unlessKilled(began.then(() => expect(stop).toBeHidden())) }
  },
}
