import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseOfVersion, type StoredRow } from '../../fixtures/database-of-version.ts'
import { firstVersion, madeWithFirstVersion } from '../../fixtures/first-version.ts'
import { layDownDatabase } from '../../fixtures/lay-down-database.ts'
import type { StandIn } from '../../server/stand-in.ts'
import type { Made } from './ledger.ts'
import { textsIn } from './read-made.ts'
import { openStage } from './stage.ts'

/** Chromium's folder of an app of an earlier version. */
export type OldProfile = { chromium: string }

/** Many more of what the fixture holds, so that an upgrade takes long enough to be met. */
const [moreNotes, moreEpisodes] = [600, 600]
/** Those that were released before there was a second home. */
const versions = [1, 2, 3]

const { annotations = [], episodes = [], episodeDetails = [] } = firstVersion.rows
const more = {
  annotations: many(annotations[0], moreNotes, (at) => ({
    id: `0190a0b0-0000-7000-8000-${String(at).padStart(12, '0')}`,
    body: `Of the old version, ${at}. ${'Something worth keeping. '.repeat(4)}`.trim(),
  })),
  episodes: many(episodes[0], moreEpisodes, (at) => ({
    id: `night/more-${at}`,
    podcastSlug: 'night',
    publishedAtMs: at,
  })),
  episodeDetails: many(episodeDetails[0], moreEpisodes, (at) => ({ id: `night/more-${at}` })),
}

/** What a person had made in every one of them. How far a request has come since is the service's affair. */
export const madeLongAgo = new Map(
  Array.from(madeWithFirstVersion(more), ([name, row]) => {
    const { id, episodeId } = row
    return [name, name.startsWith('requests ') ? { id, episodeId } : row]
  }),
)

export function textsOfLongAgo(): Made {
  return textsIn(Object.fromEntries(madeLongAgo))
}

export async function layDownOldProfiles(root: string, standIn: StandIn): Promise<OldProfile[]> {
  const profiles: OldProfile[] = []
  for (const version of versions) {
    const folder = join(root, `version-${version}`)
    const made = join(folder, 'made')
    await mkdir(made, { recursive: true })
    const stage = openStage(made, standIn)
    await stage.start()
    const { page } = stage.earmark()
    // Of the same origin, and not the app, which would open its database again.
    await page.goto(new URL('/no-such-page', page.url()).href)
    await page.evaluate(layDownDatabase, await databaseOfVersion(version, more))
    await stage.kill()
    const chromium = join(folder, 'chromium')
    await cp(join(made, 'chromium'), chromium, { recursive: true, verbatimSymlinks: true })
    await rm(made, { recursive: true, force: true, maxRetries: 5 })
    profiles.push({ chromium })
  }
  return profiles
}

function many(row: StoredRow | undefined, count: number, other: (at: number) => object): StoredRow[] {
  return Array.from({ length: count }, (_, at) => ({ ...row, ...other(at) }))
}
