import type { Dexie } from 'dexie'
import { upgradeToVersion2 } from './upgrades/version-2/upgrade.ts'
import { upgradeToVersion4 } from './upgrades/version-4/upgrade.ts'
import { upgradeToVersion5 } from './upgrades/version-5/upgrade.ts'
import { upgradeToVersion14 } from './upgrades/version-14/upgrade.ts'

/**
 * A released version is frozen; a change is a new version with an upgrade, in a folder of its own under `upgrades/`, and a
 * test that starts from old rows.
 */
export const schemaVersion = 18

/**
 * What writing costs in Chromium's IndexedDB is records and index entries, not bytes: about 0.35 ms a record, 0.06 ms an
 * entry. So nothing that the service fills has an index (one over topics alone halves the speed of a sync, and is too slow
 * to count by), and episodes are packed.
 *
 * `shelves` hold what lists need of 512 episodes, `episodeBlocks` the rest of 64 of the same. Measured in Electron 42, in
 * a worker, pages of 100 episodes of 2.4 kB, as CPU time of page and browser process for each episode, with what it takes
 * to read the page taken off:
 * - blocks of 16: 0.26 ms; of 64: 0.16 ms; of 128, or shelves of 1024: 0.19 ms and more, as each page writes its last,
 *   unfilled ones again. Chromium compresses what is larger than 64 kB before it crosses to the browser process, which is
 *   what makes a block of 64 cheaper than one of 16; even text that cannot be compressed is (0.06 against 0.07 ms a `put`).
 * - details as objects instead of JSON text: 0.09 ms more. Besides, text is parsed only for the one episode that is opened.
 * - strict or relaxed durability: the same CPU time, but what is waited for differs (`database.ts`).
 * - whole rows, one a record, without indexes: 0.35 ms; with indexes on podcast, date and each topic: 0.8 ms.
 *
 * What the service did not change is not written (`revision`), and a page's neighbours are not read again (`directory.ts`).
 */
export function defineSchema(database: Dexie): void {
  database.version(1).stores({
    podcasts: 'slug',
    syncs: 'podcastSlug',
    episodes: 'id, publishedAtMs, [podcastSlug+publishedAtMs]',
    episodeDetails: 'id',
    listening: 'episodeId, heardAtMs',
    // Only a deleted one has a `deletedAt` that is a key, so that counting those that are there reads none.
    annotations: 'id, episodeId, deletedAt',
    requests: 'id, episodeId, state',
    audio: 'episodeId',
    queue: 'episodeId, position',
    drafts: 'key, episodeId',
    memory: 'key',
  })
  database
    .version(2)
    .stores({
      shelves: '[podcastSlug+shelf]',
      episodeBlocks: '[podcastSlug+block]',
      episodes: null,
      episodeDetails: null,
    })
    .upgrade(upgradeToVersion2)
  // By itself, since an index is made before an upgrade runs: an episode has one request, and one key, for ever.
  database.version(3).stores({ requests: 'id, &episodeId, state' })
  // What a person made has a second home from then on: what it does not hold yet, and what was deleted.
  database.version(4).stores({ unsent: '++number', tombstones: '[kind+key]' }).upgrade(upgradeToVersion4)
  database.version(5).upgrade(upgradeToVersion5)
  // What the last import of an archive wrote, until another one begins, so that it can be taken back.
  database.version(6).stores({ importUndo: '++number' })
  // What was heard, in pieces. Rows of `listening` say themselves whether there are any of theirs.
  database.version(7).stores({ heard: 'id, episodeId' })
  // By how much the person shifted an episode's chapters and notes.
  database.version(8).stores({ offsets: 'episodeId' })
  // Which chapters of an episode the person skips.
  database.version(9).stores({ chapterSkips: 'episodeId' })
  // Podcasts' own speeds.
  database.version(10).stores({ speeds: 'podcastSlug' })
  // Tags, stars, colours and the like of notes, which older rows lack and are read with (`annotationOf`); and their history.
  database.version(11).stores({ annotationEdits: 'id, *annotationIds' })
  // Where notes are that do not stand where they were made. Those of older rows are found after the start (`place-all.ts`).
  database.version(12).stores({ placements: 'id, episodeId' })
  // How many highlights of which kind each episode has, on its shelf. There never was a 13.
  database.version(14).upgrade(upgradeToVersion14)
  // Only what has a day to look again is in its index: what is due is counted without reading a note. An act on very many notes is
  // written in parts, which are found by the first of them.
  database.version(15).stores({
    annotations: 'id, episodeId, deletedAt, tracking.lookAgainOn',
    annotationEdits: 'id, *annotationIds, partOf',
  })
  // What the person made of topics, and their smart lists: few enough of either to be read whole. There never was a 16.
  database.version(17).stores({ topicNames: 'topic', smartLists: 'id' })
  // The search index, in parts; without them it is made anew from the rest.
  database.version(18).stores({ searchSegments: '++number' })
}
