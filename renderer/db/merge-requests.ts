import type { KeptChange } from '../../shared/kept/change.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import {
  type TranscriptionRequest,
  transcriptionRequestSchema,
} from '../../shared/models/transcription-request.ts'
import { database } from './database.ts'

/** A request that is gone, as it was and as its deletion. */
type LeftRequest = { before: KeptChange; after: KeptChange }

/**
 * An episode has one request. Where two copies of the library made one each, the one made first stays, of which the service
 * may have heard longest: what changes while they are merged must not decide, so that the same one stays everywhere. The
 * second home is told that the other is gone. Gives those of `rows` that are to be put, and those that left, which may be
 * of `rows` or of the database. In a transaction over `requests`, `tombstones` and `unsent`.
 */
export async function makeRoomForRequests(
  rows: readonly object[],
): Promise<{ put: object[]; left: LeftRequest[] }> {
  const given = rows.filter(isRequest)
  const episodeIds = given.map(({ episodeId }) => episodeId)
  const stored = await database.requests.where('episodeId').anyOf(episodeIds).toArray()
  const byId = new Map([...stored, ...given].map((request) => [request.id, request]))
  const staying = new Map<string, TranscriptionRequest>()
  const leaving: TranscriptionRequest[] = []
  // UUID v7 sort by when they were made.
  for (const request of [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    if (staying.has(request.episodeId)) leaving.push(request)
    else staying.set(request.episodeId, request)
  }
  const left = leaving.map(leftRequest)
  if (left.length > 0) await leave(left.map(({ after }) => after))
  return { put: given.filter((request) => staying.get(request.episodeId) === request), left }
}

function leftRequest(row: TranscriptionRequest): LeftRequest {
  const of = { kind: 'requests', key: row.id } as const
  // By no clock, so that it is the same deletion wherever it is found out.
  const after = { ...of, updatedAt: stampAfter(row.updatedAt, 0), row: null }
  return { before: { ...of, updatedAt: row.updatedAt, row }, after }
}

async function leave(deletions: KeptChange[]): Promise<void> {
  const kind = 'requests'
  const { requests, tombstones, unsent } = database
  await Promise.all([
    requests.bulkDelete(deletions.map(({ key }) => key)),
    tombstones.bulkPut(
      deletions.map(({ key, updatedAt }) => ({ kind, key, updatedAt, deletedAt: updatedAt })),
    ),
    unsent.add({ at: new Date().toISOString(), changes: deletions }),
  ])
}

function isRequest(row: object): row is TranscriptionRequest {
  return transcriptionRequestSchema.safeParse(row).success
}
