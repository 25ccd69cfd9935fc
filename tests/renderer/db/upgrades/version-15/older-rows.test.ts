import 'fake-indexeddb/auto'

import { expect, test } from 'vitest'
import { database } from '../../../../../renderer/db/database.ts'
import { countDueNotes } from '../../../../../renderer/db/due-notes.ts'
import { databaseOfVersion } from '../../../../fixtures/database-of-version.ts'
import { layDownDatabase } from '../../../../fixtures/lay-down-database.ts'

/** As version 12 wrote them. */
const row = {
  episodeId: 'night/queues',
  anchor: { kind: 'highlight', highlightKind: 'practical-takeaway', quote: 'Drain the queue first.' },
  body: '',
  context: { episodeTitle: 'Queues', podcastTitle: 'Night', chapterTitle: null, durationSeconds: 60 },
  ...{ tags: [], starred: false, colour: null, placement: null },
  ...{ createdAt: '2026-11-01T10:00:00.000Z', updatedAt: '2026-11-02T10:00:00.000Z', deletedAt: null },
}
const rows = [
  {
    ...row,
    id: '0196a0a0-0000-7000-8000-00000000000a',
    tracking: { state: 'to-try', note: '', lookAgainOn: '2026-11-30' },
  },
  {
    ...row,
    id: '0196a0a0-0000-7000-8000-00000000000b',
    tracking: { state: 'trying', note: 'So far so good.', lookAgainOn: null },
  },
  { ...row, id: '0196a0a0-0000-7000-8000-00000000000c', tracking: null },
]

test('rows of version 12 stay as they are, and what is due of them is counted', async () => {
  database.close()
  await layDownDatabase(await databaseOfVersion(12, { annotations: rows }))
  await database.open()
  expect(await database.annotations.bulkGet(rows.map(({ id }) => id))).toEqual(rows)
  expect(await countDueNotes('2026-11-30')).toBe(1)
  expect(await countDueNotes('2026-11-29')).toBe(0)
})
