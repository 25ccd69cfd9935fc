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
export function endFailedStart(reason: string, parts: FailedStartParts): Promise<void> {
  return endWith('Earmark could not start', reason, parts)
}

/** The same for one that had started, and whose page does not stay. */
export function endWithoutPage(parts: FailedStartParts): Promise<void> {
  const reason =
    'Its page ended again and again. What was shown as saved is on the disk, and is there when you start Earmark anew; the log in its data folder has the details.'
  return endWith('Earmark had to close', reason, parts)
}

async function endWith(what: string, reason: string, { app, dialog, say }: FailedStartParts): Promise<void> {
  say(`${what}. ${reason}\n`)
  await app.whenReady()
  dialog.showErrorBox(what, reason)
  app.exit(1)
}

/** The sentence for a fault that nobody foresaw. */
export function faultInWords(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error)
  return `Your library and notes were not touched.\n\n${what}\n\nIf the disk is full or its folder cannot be written to, make room or allow it, and start Earmark again.`
}
