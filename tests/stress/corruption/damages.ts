import { appendFile, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../server/catalogue/random.ts'
import { cutTo, filesEnding, flipBytes, newestEnding } from './damage-file.ts'

/** Where what is damaged lies. */
export type DamagedPlaces = {
  /** Chromium's folder. */
  profile: string
  /** LevelDB's folder in it. */
  database: string
  /** The second home; `null` for a page that has none. */
  home: string | null
}

export type Damage = {
  name: string
  /** Whether it touches the second home only, so that a page without one has nothing to lose. */
  ofHomeOnly?: boolean
  inflict: (places: DamagedPlaces, random: Random) => Promise<void>
}

/** How many places of the newest log are cut at. */
const logCuts = 20
/** Enough that one of them lies in a block that is read. */
const flippedBytes = 24

const wholeFile = { bytes: flippedBytes, from: 0, to: 1 }

async function newestLog({ database }: DamagedPlaces): Promise<string> {
  return newestEnding(database, '.log')
}

async function flipTable({ database }: DamagedPlaces, index: number, random: Random): Promise<void> {
  const table = (await filesEnding(database, '.ldb')).at(index)
  if (table === undefined) throw new Error('The database has no tables; it was given too few episodes.')
  await flipBytes(table, wholeFile, random)
}

async function manifest({ database }: DamagedPlaces): Promise<string> {
  return newestEnding(database, 'MANIFEST-000001')
}

/** An entry that the power failure met while it was written: nobody was told that it is saved. */
async function tearJournal({ home }: DamagedPlaces): Promise<void> {
  if (home === null) return
  await appendFile(await newestJournal(home), 'c0ffee00 512 {"number":99999,"at":"2026-')
}

async function newestJournal(home: string): Promise<string> {
  return newestEnding(join(home, 'journal'), '.journal')
}

export const damages: readonly Damage[] = [
  ...Array.from({ length: logCuts }, (_, index) => ({
    name: `log cut, ${index + 1}`,
    // From a few bytes at the end to nearly all.
    inflict: async (places: DamagedPlaces, random: Random) => {
      const lost = (index + random.fraction()) / logCuts
      await cutTo(await newestLog(places), 1 - lost ** 3)
    },
  })),
  {
    name: 'zeros behind the log',
    inflict: async (places, random) =>
      appendFile(await newestLog(places), Buffer.alloc(random.whole(1, 100_000))),
  },
  {
    name: 'log flipped, early',
    inflict: async (places, random) =>
      flipBytes(await newestLog(places), { bytes: 1, from: 0, to: 0.1 }, random),
  },
  {
    name: 'log flipped, anywhere',
    inflict: async (places, random) => flipBytes(await newestLog(places), wholeFile, random),
  },
  {
    name: 'log flipped, late',
    inflict: async (places, random) =>
      flipBytes(await newestLog(places), { bytes: 1, from: 0.9, to: 1 }, random),
  },
  { name: 'first table flipped', inflict: (places, random) => flipTable(places, 0, random) },
  { name: 'second table flipped', inflict: (places, random) => flipTable(places, 1, random) },
  { name: 'last table flipped', inflict: (places, random) => flipTable(places, -1, random) },
  {
    name: 'every table flipped',
    inflict: async (places, random) => {
      for (const table of await filesEnding(places.database, '.ldb'))
        await flipBytes(table, wholeFile, random)
    },
  },
  {
    name: 'first table deleted',
    inflict: async ({ database }) => unlink((await filesEnding(database, '.ldb'))[0] ?? ''),
  },
  {
    name: 'last table deleted',
    inflict: async ({ database }) => unlink(await newestEnding(database, '.ldb')),
  },
  {
    name: 'table cut',
    inflict: async ({ database }, random) => cutTo(await newestEnding(database, '.ldb'), random.fraction()),
  },
  {
    name: 'MANIFEST flipped',
    inflict: async (places, random) =>
      flipBytes(await manifest(places), { bytes: 1, from: 0, to: 1 }, random),
  },
  {
    name: 'MANIFEST cut',
    inflict: async (places, random) => cutTo(await manifest(places), random.fraction()),
  },
  { name: 'MANIFEST deleted', inflict: async (places) => unlink(await manifest(places)) },
  { name: 'CURRENT emptied', inflict: ({ database }) => truncate(join(database, 'CURRENT')) },
  { name: 'CURRENT deleted', inflict: ({ database }) => unlink(join(database, 'CURRENT')) },
  {
    name: 'CURRENT misled',
    inflict: ({ database }) => writeFile(join(database, 'CURRENT'), 'MANIFEST-000099\n'),
  },
  { name: 'profile gone', inflict: ({ profile }) => rm(profile, { recursive: true }) },
  { name: 'journal torn', ofHomeOnly: true, inflict: tearJournal },
  {
    name: 'journal cut',
    ofHomeOnly: true,
    inflict: async ({ home }, random) => {
      if (home !== null) await cutTo(await newestJournal(home), random.fraction())
    },
  },
  {
    name: 'journal flipped',
    ofHomeOnly: true,
    inflict: async ({ home }, random) => {
      if (home !== null) await flipBytes(await newestJournal(home), wholeFile, random)
    },
  },
  {
    name: 'journal deleted',
    ofHomeOnly: true,
    inflict: async ({ home }) => {
      if (home !== null) await rm(join(home, 'journal'), { recursive: true })
    },
  },
  {
    name: 'both torn',
    inflict: async (places, random) => {
      await tearJournal(places)
      await cutTo(await newestLog(places), 1 - random.fraction() / 10)
    },
  },
  {
    name: 'journal torn, MANIFEST deleted',
    inflict: async (places) => {
      await tearJournal(places)
      await unlink(await manifest(places))
    },
  },
  {
    name: 'journal torn, profile gone',
    inflict: async (places) => {
      await tearJournal(places)
      await rm(places.profile, { recursive: true })
    },
  },
  {
    // What it held is in the journal still.
    name: 'snapshot flipped, profile gone',
    inflict: async ({ home, profile }, random) => {
      if (home !== null) {
        await flipBytes(await newestEnding(join(home, 'snapshots'), '.snapshot'), wholeFile, random)
      }
      await rm(profile, { recursive: true })
    },
  },
]
