import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { HomeCheck } from '../../shared/kept/home.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import type { Timers } from '../net/timers.ts'
import { placesIn } from './folder.ts'

const checkSchema = z.object({
  at: z.iso.datetime(),
  damaged: z.array(z.object({ file: z.string(), ranges: z.number(), bytes: z.number() })),
  missing: z.array(z.object({ from: z.number(), to: z.number() })),
})

/** The outcome of the last check, which lies beside what was checked; `null` when there is none that can be read. */
export async function readLastCheck(home: string): Promise<HomeCheck | null> {
  try {
    const parsed = checkSchema.safeParse(JSON.parse(await readFile(placesIn(home).checks, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Rejects with the system's error. */
export async function writeLastCheck(home: string, check: HomeCheck): Promise<void> {
  await writeAtomically(placesIn(home).checks, `${JSON.stringify(check)}\n`)
}

const dayMs = 86_400_000
const checkedEveryMs = 30 * dayMs
/** A start has other things to do. */
const firstLookMs = 10 * 60_000

/** Runs a check when the last one is a month old, or is dated ahead; looks for that each day. The answer stops it. */
export function scheduleChecks(
  timers: Timers,
  lastCheckAt: () => Promise<string | null>,
  check: () => Promise<unknown>,
): () => void {
  let cancel = timers.after(firstLookMs, look)
  function look(): void {
    cancel = timers.after(dayMs, look)
    void lastCheckAt().then((at) => (isDue(at, timers.now()) ? check() : null))
  }
  return () => cancel()
}

function isDue(lastAt: string | null, nowMs: number): boolean {
  if (lastAt === null) return true
  const ageMs = nowMs - Date.parse(lastAt)
  return ageMs >= checkedEveryMs || ageMs < -dayMs
}
