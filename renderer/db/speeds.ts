import { database } from './database.ts'

/** `null` where the podcast has no speed of its own. */
export async function speedOf(podcastSlug: string): Promise<number | null> {
  return (await database.speeds.get(podcastSlug))?.rate ?? null
}

/** `null` sets it back. */
export async function keepSpeed(podcastSlug: string, rate: number | null): Promise<void> {
  if (rate === null) await database.speeds.delete(podcastSlug)
  else await database.speeds.put({ podcastSlug, rate })
}
