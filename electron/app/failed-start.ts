import type { App, Dialog } from 'electron'
import type { Log } from './log.ts'

/**
 * An app without a window that stays alive keeps every later copy from starting too, so one that cannot start says
 * why and ends.
 */
export async function endFailedStart(
  error: unknown,
  parts: { app: Pick<App, 'whenReady' | 'exit'>; dialog: Pick<Dialog, 'showErrorBox'>; log: Log },
): Promise<void> {
  parts.log.error('the start failed', error)
  await parts.app.whenReady()
  const reason = error instanceof Error ? error.message : String(error)
  parts.dialog.showErrorBox(
    'Earmark could not start',
    `Your library and notes were not touched.\n\n${reason}\n\nIf the disk is full or its folder cannot be written to, make room or allow it, and start Earmark again.`,
  )
  parts.app.exit(1)
}
