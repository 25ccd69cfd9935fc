import type { App, Dialog } from 'electron'

type FailedStartParts = {
  app: Pick<App, 'whenReady' | 'exit'>
  dialog: Pick<Dialog, 'showErrorBox'>
  /** One line on standard error, for whoever started it without a screen. */
  say: (line: string) => void
}

/**
 * An app without a window that stays alive keeps every later copy from starting too, so one that cannot start says
 * why and ends. `reason` is for a person.
 */
export async function endFailedStart(reason: string, { app, dialog, say }: FailedStartParts): Promise<void> {
  say(`Earmark could not start. ${reason}\n`)
  await app.whenReady()
  dialog.showErrorBox('Earmark could not start', reason)
  app.exit(1)
}

/** The sentence for a fault that nobody foresaw. */
export function faultInWords(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error)
  return `Your library and notes were not touched.\n\n${what}\n\nIf the disk is full or its folder cannot be written to, make room or allow it, and start Earmark again.`
}
