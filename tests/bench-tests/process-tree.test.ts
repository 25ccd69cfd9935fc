import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { cpuSeconds, memoryMegabytes } from '../bench/machine/process-tree.ts'

test.skipIf(process.platform !== 'linux')('a child counts with its parent', async () => {
  const busy = 'while (process.cpuUsage().user < 50_000); console.log(1); setInterval(() => {}, 1000)'
  const aloneCpu = cpuSeconds(process.pid)
  const aloneMemory = memoryMegabytes(process.pid)
  const child = spawn(process.execPath, ['-e', busy], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    await once(child.stdout, 'data')
    const childCpu = cpuSeconds(child.pid ?? 0)
    expect(childCpu).toBeGreaterThan(0)
    expect(cpuSeconds(process.pid)).toBeGreaterThanOrEqual(aloneCpu + childCpu)
    expect(memoryMegabytes(child.pid ?? 0)).toBeGreaterThan(1)
    expect(aloneMemory).toBeGreaterThan(1)
  } finally {
    child.kill()
  }
})

test.skipIf(process.platform !== 'linux')('a process that is not there costs nothing', () => {
  expect(cpuSeconds(2 ** 30)).toBe(0)
})
