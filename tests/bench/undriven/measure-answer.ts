import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { cpuSeconds } from '../machine/process-tree.ts'
import { startUndriven, type UndrivenProgram } from './undriven-program.ts'
import { expressionOf, type InPage, watchAnswer } from './watch-answer.ts'

/** Milliseconds from the launch of the program. */
export type AnswerTime = {
  /** The list of episodes is there. */
  listMs: number
  /** An episode that was pressed in it is shown. */
  answeredMs: number
  /** What all processes had used until then. */
  cpuMs: number
}

const answerSchema = z.object({ listAtMs: z.number(), answeredAtMs: z.number() })
const limitMs = 60_000
/** Nothing is to come in meanwhile. */
const nobody = 'http://127.0.0.1:9'

/** Starts an app as a person does, uses it once it has answered, and ends it. */
export async function withAnswered<Value>(
  { appFolder, dataDirectory }: { appFolder: string; dataDirectory: string },
  use: (program: UndrivenProgram, times: AnswerTime) => Promise<Value>,
): Promise<Value> {
  const begunAtMs = Date.now()
  const program = await startUndriven({ appFolder, dataDirectory, apiBaseUrl: nobody })
  try {
    const { listAtMs, answeredAtMs } = answerSchema.parse(await watchIn(program, watchAnswer))
    const cpuMs = cpuSeconds(program.pid) * 1000
    return await use(program, {
      listMs: listAtMs - begunAtMs,
      answeredMs: answeredAtMs - begunAtMs,
      cpuMs,
    })
  } finally {
    await program.end()
  }
}

/** What a function gives that runs in the program's page; `null` after a minute. */
export function watchIn(
  { page }: UndrivenProgram,
  run: (inPage: InPage) => Promise<unknown>,
): Promise<unknown> {
  return Promise.race([page.evaluate(expressionOf(run)), pause(limitMs, null, { ref: false })])
}
