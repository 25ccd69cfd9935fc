import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { cpuSeconds, memoryMegabytes } from '../machine/process-tree.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { type AnswerTime, watchIn, withAnswered } from '../undriven/measure-answer.ts'
import { startBareWindow } from '../undriven/undriven-program.ts'

/** Of the app, and of a bare window. */
export type StartMeasures = {
  app: AnswerTime[]
  /** Milliseconds from the launch until its line of text was painted, and what all processes had used of a core by then. */
  bare: { paintedMs: number; cpuMs: number }[]
  /** Of all processes, once they had been left alone for a while. */
  megabytes: { app: number; bare: number }
}

export type StartsPlan = {
  /** A profile that was made before, in which the app starts again and again. */
  dataDirectory: string
  /** For the bare window's profile. */
  folder: string
  starts: number
  /** For how long a program is left alone before its memory is looked at: what a start left is given back within a minute. */
  restSeconds: number
  say: (line: string) => void
}

const oneLine = `data:text/html,${encodeURIComponent('<!doctype html><title>Bare</title><p>One line of text.')}`

/** Starts both in turn. The first start of each is not counted: it compiles what later ones find compiled. */
export async function measureStarts(plan: StartsPlan): Promise<StartMeasures> {
  const { dataDirectory, folder, starts, restSeconds, say } = plan
  const profile = join(folder, 'bare-window')
  const measures: StartMeasures = { app: [], bare: [], megabytes: { app: 0, bare: 0 } }
  /** The last of each is left alone for longer. */
  function afterRound(round: number, of: keyof StartMeasures['megabytes']): Afterwards {
    if (round < starts) return untilQuiet
    return async (pid) => {
      await pause(restSeconds * 1000)
      measures.megabytes[of] = memoryMegabytes(pid)
    }
  }
  await startApp(dataDirectory, untilQuiet)
  await startBare(profile, untilQuiet)
  for (let round = 1; round <= starts; round += 1) {
    const app = await startApp(dataDirectory, afterRound(round, 'app'))
    const bare = await startBare(profile, afterRound(round, 'bare'))
    measures.app.push(app)
    measures.bare.push(bare)
    say(
      `start: a list after ${app.listMs.toFixed(0)} ms that answered after ${app.answeredMs.toFixed(0)} ms; bare ${bare.paintedMs.toFixed(0)} ms`,
    )
  }
  return measures
}

type Afterwards = (pid: number) => Promise<void>

function startApp(dataDirectory: string, afterwards: Afterwards): Promise<AnswerTime> {
  return withAnswered({ appFolder: resolve('.'), dataDirectory }, async ({ pid }, times) => {
    await afterwards(pid)
    return times
  })
}

async function startBare(profile: string, afterwards: Afterwards): Promise<StartMeasures['bare'][number]> {
  const begunAtMs = Date.now()
  const program = await startBareWindow(profile, oneLine)
  try {
    const paintedAtMs = z.number().parse(await watchIn(program, firstPainted))
    const cpuMs = cpuSeconds(program.pid) * 1000
    await afterwards(program.pid)
    return { paintedMs: paintedAtMs - begunAtMs, cpuMs }
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
