import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import type { Timers } from '../net/timers.ts'
import { placesIn } from './folder.ts'

const lockSchema = z.object({ token: z.string(), pid: z.number(), host: z.string(), atMs: z.number() })
type Lock = z.infer<typeof lockSchema>

const renewEveryMs = 20_000
/** Whoever did not renew for so long is gone, or was asleep and looks again before it writes. */
const heldForMs = 120_000

export type HomeLock = {
  /** Whether it is still ours: another Earmark may have taken it over while this computer slept. */
  isOurs: () => Promise<boolean>
  release: () => Promise<void>
}

/**
 * Two Earmarks that write into one folder would take each other's numbers: `null` when another one that is alive has it.
 * One that ended without a word is recognised by its process, or, on another computer, by its silence. Rejects with the
 * system's error.
 */
export async function lockHome(home: string, timers: Timers): Promise<HomeLock | null> {
  const path = placesIn(home).lock
  const token = randomUUID()
  const text = (): string => {
    const lock: Lock = { token, pid: process.pid, host: hostname(), atMs: timers.now() }
    return JSON.stringify(lock)
  }
  if (!(await takeFree(path, text())) && !(await takeOver(path, token, text(), timers.now()))) return null

  let renewedAtMs = timers.now()
  let released = false
  let renewing: Promise<boolean> = Promise.resolve(true)
  let cancel = (): void => {}
  // A lock that is gone, or cannot be read, is nobody else's.
  const isStillOurs = async (): Promise<boolean> => ((await readLock(path))?.token ?? token) === token
  const renew = async (): Promise<boolean> => {
    if (released || !(await isStillOurs())) return false
    await putInPlace(path, token, text()).catch(() => {})
    renewedAtMs = timers.now()
    return true
  }
  const renewInTurn = (): Promise<boolean> => {
    renewing = renewing.then(renew)
    return renewing
  }
  const renewLater = (): void => {
    cancel = timers.after(renewEveryMs, () => void renewInTurn().then(() => released || renewLater()))
  }
  renewLater()
  return {
    isOurs: async () => Math.abs(timers.now() - renewedAtMs) < heldForMs / 2 || renewInTurn(),
    release: async () => {
      released = true
      cancel()
      await renewing
      if (await isStillOurs()) await rm(path, { force: true }).catch(() => {})
    },
  }
}

async function takeFree(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(text).finally(() => file.close())
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function takeOver(path: string, token: string, text: string, nowMs: number): Promise<boolean> {
  const held = await readLock(path)
  if (held !== null && isAlive(held, nowMs)) return false
  await putInPlace(path, token, text)
  // Of two that take over at once, the later one has it.
  return (await readLock(path))?.token === token
}

/** Whoever reads it sees the old one or the new one. */
async function putInPlace(path: string, token: string, text: string): Promise<void> {
  const unfinished = `${path}.${token}.part`
  await writeFile(unfinished, text)
  await rename(unfinished, path)
}

function isAlive({ pid, host, atMs }: Lock, nowMs: number): boolean {
  if (Math.abs(nowMs - atMs) > heldForMs) return false
  return host !== hostname() || processIsThere(pid)
}

function processIsThere(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** `null` when there is none, or one that cannot be read. */
async function readLock(path: string): Promise<Lock | null> {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
