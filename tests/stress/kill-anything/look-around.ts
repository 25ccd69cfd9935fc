import { expect, type Page } from '@playwright/test'
import { differing, type KeptRows, keptInHome } from '../../both-homes.ts'
import { hasHome, homeFolderOf, leftIn, tornInHome, tornJson } from './home-on-disk.ts'
import type { Ledger, Made } from './ledger.ts'
import { readMade, textsIn } from './read-made.ts'
import type { Stage } from './stage.ts'

/** Far longer than the start of a library may take that is put together again. */
const limitMs = 30_000

type Looked = { faults: string[]; found: Made }

/** Looks at the disk while nothing runs: everything shown as saved has to be in the second home by itself. */
export async function lookAtDisk(
  { dataDirectory }: Stage,
  ledger: Ledger,
  { fillsHome }: { fillsHome: boolean },
): Promise<{ faults: string[]; unfinished: number }> {
  const home = await homeFolderOf(dataDirectory)
  const torn = await tornJson([dataDirectory, home])
  // One that is being made holds what it was given so far.
  const isThere = !fillsHome || (await hasHome(home))
  if (isThere) torn.push(...(await tornInHome(home, { justKilled: true })))
  const lost = fillsHome ? [] : ledger.faults(textsIn((await keptInHome(home)).rows), 'inHome')
  return {
    faults: [...torn, ...lost].map((fault) => `on the disk, ${fault}`),
    unfinished: (await leftIn(dataDirectory, home)).unfinished.length,
  }
}

/** Waits until all is as it should be in the running app, as long as that may take; tells what is not so then. */
export async function lookAround(stage: Stage, ledger: Ledger): Promise<Looked> {
  const { dataDirectory } = stage
  const { page } = stage.earmark()
  let looked: Looked = { faults: [], found: { notes: [], drafts: [] } }
  await expect
    .poll(
      async () => {
        const made = await readMade(page)
        const found = textsIn(made ?? {})
        const lost = made === null ? ['the database cannot be read'] : ledger.faults(found)
        const faults = lost.length > 0 ? lost : await faultsOnDisk(dataDirectory, made ?? {})
        looked = { faults, found }
        return faults
      },
      { timeout: limitMs, intervals: [50, 100, 200] },
    )
    .toEqual([])
    .catch(() => {})
  return looked
}

async function faultsOnDisk(dataDirectory: string, made: KeptRows): Promise<string[]> {
  const home = await homeFolderOf(dataDirectory)
  const { unfinished, aside } = await leftIn(dataDirectory, home)
  return [
    ...unlike(made, await rowsIn(home)),
    ...(await tornInHome(home, { justKilled: false }).catch(String)),
    ...(await tornJson([dataDirectory, home])),
    ...unfinished.map((name) => `${name} is left`),
    ...aside.map((name) => `${name} was set aside`),
  ]
}

/** Whether the database and the second home hold the same rows. */
export async function areInStep(page: Page, home: string): Promise<boolean> {
  const made = await readMade(page)
  if (made === null || !(await hasHome(home))) return false
  return differing(made, await rowsIn(home)).length === 0
}

/** None of a home that is being moved just now. */
async function rowsIn(home: string): Promise<KeptRows> {
  return keptInHome(home).then(
    ({ rows }) => rows,
    () => ({}),
  )
}

const mostNamed = 3

function unlike(database: KeptRows, home: KeptRows): string[] {
  const apart = differing(database, home)
  if (apart.length === 0) return []
  const named = apart
    .slice(0, mostNamed)
    .map((name) => `${name}: ${JSON.stringify(database[name])} and ${JSON.stringify(home[name])}`)
  return [`${apart.length} rows differ between database and second home: ${named.join('; ')}`]
}
