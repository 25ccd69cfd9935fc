import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { cpuSeconds, memoryMegabytes } from '../machine/process-tree.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { type AnswerTime, watchIn, withAnswered } from '../undriven/measure-answer.ts'
import { startBareWindow } from '../undriven/undriven-program.ts'

/**
 * Of the app and of a bare window: milliseconds from the launch, what all processes had used of a core until then, and
 * megabytes once nothing is going on any more.
 */
export type StartMeasures = {
  app: (AnswerTime & { megabytes: number })[]
  bare: { paintedMs: number; cpuMs: number; megabytes: number }[]
}

export type StartsPlan = {
  /** A profile that was made before, in which the app starts again and again. */
  dataDirectory: string
  /** For the bare window's profile. */
  folder: string
  starts: number
  say: (line: string) => void
}

const oneLine = `data:text/html,${encodeURIComponent('<!doctype html><title>Bare</title><p>One line of text.')}`

/** Starts both in turn. The first start of each is not counted: it compiles what later ones find compiled. */
export async function measureStarts({
  dataDirectory,
  folder,
  starts,
  say,
}: StartsPlan): Promise<StartMeasures> {
  const profile = join(folder, 'bare-window')
  const measures: StartMeasures = { app: [], bare: [] }
  await startApp(dataDirectory)
  await startBare(profile)
  for (let round = 0; round < starts; round += 1) {
    const app = await startApp(dataDirectory)
    const bare = await startBare(profile)
    measures.app.push(app)
    measures.bare.push(bare)
    say(
      `start: a list after ${app.listMs.toFixed(0)} ms that answered after ${app.answeredMs.toFixed(0)} ms, ${app.megabytes.toFixed(0)} MB; bare ${bare.paintedMs.toFixed(0)} ms, ${bare.megabytes.toFixed(0)} MB`,
    )
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  return measures
}

function startApp(dataDirectory: string): Promise<StartMeasures['app'][number]> {
  return withAnswered({ appFolder: resolve('.'), dataDirectory }, async ({ pid }, times) => {
    await untilQuiet(pid)
    return { ...times, megabytes: memoryMegabytes(pid) }
  })
}

async function startBare(profile: string): Promise<StartMeasures['bare'][number]> {
  const begunAtMs = Date.now()
  const program = await startBareWindow(profile, oneLine)
  try {
    const paintedAtMs = z.number().parse(await watchIn(program, firstPainted))
    const cpuMs = cpuSeconds(program.pid) * 1000
    await untilQuiet(program.pid)
    return { paintedMs: paintedAtMs - begunAtMs, cpuMs, megabytes: memoryMegabytes(program.pid) }
  } finally {
    await program.end()
  }
}

/** Runs in the page, which may have been painted before: the engine keeps when that was. */
function firstPainted(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint')
      if (entry !== undefined) resolve(performance.timeOrigin + entry.startTime)
    })
    observer.observe({ type: 'paint', buffered: true })
  })
}
