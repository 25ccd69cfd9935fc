import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { WebContents } from 'electron'

/** As the reading thread has it. */
const behindThePage = 10

/**
 * Run as root, Chromium puts the thread that the main process has for all its work far before the page's; anybody else's
 * stand side by side, and so these shall.
 */
export function standBesidePage(): void {
  if (process.platform === 'linux') tryPriority(process.pid, 0)
}

/** On few cores a sync would else take turns with what the person sees. Only Linux knows priorities of single threads. */
export function letWorkersStandBehind(page: Pick<WebContents, 'isDestroyed' | 'getOSProcessId'>): void {
  // A worker's first word may arrive after the window was closed.
  if (process.platform !== 'linux' || page.isDestroyed()) return
  const pageProcessId = page.getOSProcessId()
  for (const thread of threadsOf(pageProcessId)) {
    if (nameOf(pageProcessId, thread).startsWith('DedicatedWorker')) tryPriority(thread, behindThePage)
  }
}

function threadsOf(processId: number): number[] {
  try {
    return readdirSync(`/proc/${processId}/task`).map(Number)
  } catch {
    return []
  }
}

function nameOf(processId: number, thread: number): string {
  try {
    return readFileSync(`/proc/${processId}/task/${thread}/comm`, 'utf8')
  } catch {
    return ''
  }
}

/** A sync that goes on as it was is no harm. */
function tryPriority(thread: number, priority: number): void {
  try {
    setPriority(thread, priority)
  } catch {}
}
