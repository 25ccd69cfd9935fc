import type { StartRepair } from '../../shared/models/start-repair.ts'
import type { Result } from '../../shared/result.ts'
import { createGiveUpDatabase, type GiveUpParts } from './give-up-database.ts'
import { repairDatabases } from './repair-databases.ts'

export type PageDatabase = {
  /** Resolves once no file of it is worked on any more: Chromium must not open it before. */
  ready: Promise<void>
  /** What was done to it in this start. */
  repair: () => StartRepair | null
  giveUp: () => Promise<Result<null>>
}

/** Begins to repair the page's database while the rest of the app starts. */
export function openPageDatabase(parts: GiveUpParts): PageDatabase {
  let repair: StartRepair | null = null
  const giveUp = createGiveUpDatabase(parts)
  return {
    ready: repairDatabases(parts).then((done) => {
      repair = done
    }),
    repair: () => repair,
    giveUp: async () => {
      const given = await giveUp()
      if (given.ok) repair = { kind: 'set-aside' }
      return given
    },
  }
}
