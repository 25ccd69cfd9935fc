import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds } from './process-tree.ts'

const [lookEveryMs, quietLooks, quietShare] = [1000, 3, 0.15]

/** What an app does in the background after its start is over: it has used little of a core for three seconds. */
export async function untilQuiet(pid: number): Promise<void> {
  for (let quiet = 0; quiet < quietLooks; ) {
    const before = cpuSeconds(pid)
    await pause(lookEveryMs)
    quiet = (cpuSeconds(pid) - before) * 1000 < quietShare * lookEveryMs ? quiet + 1 : 0
  }
}
