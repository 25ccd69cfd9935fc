import type { Transaction } from 'dexie'

type Request = { id: string; episodeId: string; state: string; attempts: number }

/** Version 1 made a new request, with a new key, for an episode whose last one had been cancelled. One of them stays. */
export async function keepOneRequestEach(transaction: Transaction): Promise<void> {
  const table = transaction.table<Request, string>('requests')
  const staying = new Map<string, Request>()
  const leaving: string[] = []
  for (const request of (await table.toArray()).sort(lastTheOneToKeep)) {
    const before = staying.get(request.episodeId)
    if (before !== undefined) leaving.push(before.id)
    staying.set(request.episodeId, request)
  }
  await table.bulkDelete(leaving)
}

/** One that was not cancelled, else one that the service may have heard of, else the newest. */
function lastTheOneToKeep(one: Request, other: Request): number {
  return (
    Number(one.state !== 'cancelled') - Number(other.state !== 'cancelled') ||
    Number(one.attempts > 0) - Number(other.attempts > 0) ||
    (one.id < other.id ? -1 : 1)
  )
}
