import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { z } from 'zod'

/** One task of the page's main thread. */
export type PageTask = {
  atMs: number
  /** From its beginning to its end. */
  milliseconds: number
  /** Of these, how long the thread had a core: on a machine that several share, the others' share is not in it. */
  ownMilliseconds: number
}

/** Has Chromium record each task of the page; what it gives back ends that. */
export async function recordPageTasks(app: ElectronApplication): Promise<() => Promise<PageTask[]>> {
  await app.evaluate(async ({ BrowserWindow, contentTracing }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0
    await contentTracing.startRecording({
      included_categories: ['toplevel'],
      excluded_categories: ['*'],
      included_process_ids: [page],
    })
  })
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-trace-'))
    const file = join(folder, 'trace.json')
    try {
      await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file)
      return tasksOf(JSON.parse(await readFile(file, 'utf8')))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Of a trace in Chromium's JSON, where times are microseconds. */
const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).optional(),
    }),
  ),
})

const [taskName, mainThread] = ['ThreadControllerImpl::RunTask', 'CrRendererMain']

function tasksOf(trace: unknown): PageTask[] {
  const { traceEvents } = traceSchema.parse(trace)
  const named = traceEvents.find(({ name, args }) => name === 'thread_name' && args?.name === mainThread)
  const tasks = traceEvents
    .filter(({ name, ph, tid }) => name === taskName && ph === 'X' && tid === named?.tid)
    .toSorted((one, other) => one.ts - other.ts)
  const firstAt = tasks[0]?.ts ?? 0
  return tasks.map(({ ts, dur = 0, tdur = 0 }) => ({
    atMs: (ts - firstAt) / 1000,
    milliseconds: dur / 1000,
    ownMilliseconds: tdur / 1000,
  }))
}
