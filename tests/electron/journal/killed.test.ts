import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { isUnfinishedCopy } from '../../../electron/journal/copy-home.ts'
import { placesIn } from '../../../electron/journal/folder.ts'
import { openSecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import { silentLog } from '../silent-log.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { bodiesIn } from './test-home.ts'

/** Runs the busy program until it has said so many lines and a bit more, then kills it. What it said was saved. */
async function killedAfter(lines: number, moreMs: number, ...folders: string[]): Promise<[string, string][]> {
  const program = resolve('tests/electron/journal/busy-home.ts')
  const child = spawn(process.execPath, [program, ...folders], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: [string, string][] = []
  const reader = createInterface({ input: child.stdout })
  let killing = false
  reader.on('line', (line) => {
    said.push(JSON.parse(line))
    if (said.length < lines || killing) return
    killing = true
    setTimeout(() => child.kill('SIGKILL'), moreMs)
  })
  // Its last words come before its end, and until that it has the lock.
  await Promise.all([once(reader, 'close'), once(child, 'exit')])
  return said
}

it('loses nothing that was saved to kill -9, while it is written, put into snapshots and moved', async () => {
  const dataDirectory = await temporaryFolder()
  // Older copies are kept beside it.
  const elsewhere = join(await temporaryFolder(), 'elsewhere')
  await mkdir(elsewhere)
  const saved = new Map<string, string>()
  for (let round = 0; round < 8; round += 1) {
    const said = await killedAfter(5 + ((round * 37) % 90), (round * 7) % 23, dataDirectory, elsewhere)
    for (const [key, body] of said) saved.set(key, body)

    const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
    const bodies = await bodiesIn(home)
    for (const [key, body] of saved) expect(isAtLeast(bodies[key], body)).toBe(true)
    expect(await home.check()).toMatchObject({ ok: true, value: { damaged: [], missing: [] } })
    const { folder, trouble } = await home.standing()
    expect(trouble).toBeNull()
    for (const part of [folder, placesIn(folder).journal, placesIn(folder).snapshots]) {
      // One that was killed early had none of them yet.
      const names = await readdir(part).catch(() => [])
      expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
    }
    // What a move that was cut off had copied goes, and not only when that folder is chosen again.
    await expect.poll(() => isUnfinishedCopy(elsewhere)).toBe(false)
    await home.close({ withSnapshot: false })
  }
  expect(saved.size).toBe(20)
  expect((await readdir(join(dataDirectory))).length).toBeGreaterThan(2)
}, 120_000)

/** What was on its way when the program was killed may be there as well. Bodies are an instant and a count. */
function isAtLeast(found: unknown, saved: string): boolean {
  const numbersOf = (body: string): number[] => body.split(' ').map(Number)
  const [[one = 0, two = 0], [three = 0, four = 0]] = [numbersOf(String(found)), numbersOf(saved)]
  return one > three || (one === three && two >= four)
}
