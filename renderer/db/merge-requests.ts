import { stampAfter } from '../../shared/models/stamp.ts'
import {
  type TranscriptionRequest,
  transcriptionRequestSchema,
} from '../../shared/models/transcription-request.ts'
import { database } from './database.ts'

/**
 * An episode has one request. Where two copies of the library made one each, the one made first stays, of which the service
 * may have heard longest: what changes while they are merged must not decide, so that the same one stays everywhere. The
 * second home is told that the other is gone. Gives those of `rows` that are to be put. In a transaction over `requests`,
 * `tombstones` and `unsent`.
 */
export async function makeRoomForRequests(rows: readonly object[]): Promise<object[]> {
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
  if (leaving.length > 0) await leave(leaving)
  return given.filter((request) => staying.get(request.episodeId) === request)
}

async function leave(leaving: readonly TranscriptionRequest[]): Promise<void> {
  // By no clock, so that it is the same deletion wherever it is found out.
  const buried = leaving.map(({ id, updatedAt }) => ({ key: id, updatedAt: stampAfter(updatedAt, 0) }))
  const kind = 'requests'
  const { requests, tombstones, unsent } = database
  await Promise.all([
    requests.bulkDelete(leaving.map(({ id }) => id)),
    tombstones.bulkPut(buried.map((each) => ({ kind, ...each, deletedAt: each.updatedAt }))),
    unsent.add({
      at: new Date().toISOString(),
      changes: buried.map((each) => ({ kind, ...each, row: null })),
    }),
  ])
}

function isRequest(row: object): row is TranscriptionRequest {
  return transcriptionRequestSchema.safeParse(row).success
}
