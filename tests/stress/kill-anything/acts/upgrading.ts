import { setTimeout as pause } from 'node:timers/promises'
import { lacking } from '../../../both-homes.ts'
import { type Act, unlessKilled } from '../act.ts'
import { homeFolderOf } from '../home-on-disk.ts'
import { areInStep } from '../look-around.ts'
import { madeLongAgo } from '../old-profiles.ts'
import { readMade } from '../read-made.ts'

const betweenLooksMs = 30

/** The first start on a library of an earlier version: it is upgraded, and put into a second home that is made for it. */
export const upgrading: Act = {
  name: 'upgrading',
  fillsHome: true,
  begin: async ({ stage, isWhole }) => {
    await stage.start()
    const { page } = stage.earmark()
    const home = await homeFolderOf(stage.dataDirectory)
    let part = 'the database'
    const inStep = async (): Promise<void> => {
      while (isWhole() && (await readMade(page)) === null) await pause(betweenLooksMs)
      part = 'the second home'
      while (isWhole() && !(await areInStep(page, home))) await pause(betweenLooksMs)
    }
    return { began: Promise.resolve(), ended: unlessKilled(inStep()), part: () => part }
  },
  lookAfter: async ({ stage }) => {
    const made = await readMade(stage.earmark().page)
    return lacking(made ?? {}, madeLongAgo).map((name) => `not as it was: ${name}`)
  },
}
