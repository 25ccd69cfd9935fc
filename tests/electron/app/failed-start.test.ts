import { expect, it } from 'vitest'
import { endFailedStart } from '../../../electron/app/failed-start.ts'

it('logs a start that failed, tells the person why once a dialog can be shown, and then ends', async () => {
  const happened: string[] = []
  await endFailedStart(new Error('EACCES: settings.json'), {
    app: {
      whenReady: async () => void happened.push('ready'),
      exit: (code) => void happened.push(`exit ${code}`),
    },
    dialog: { showErrorBox: (title, text) => void happened.push(`${title}: ${text}`) },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (_text, error) => void happened.push(`log ${String(error)}`),
    },
  })
  expect(happened).toEqual([
    'log Error: EACCES: settings.json',
    'ready',
    expect.stringMatching(/^Earmark could not start: (?:.|\n)*EACCES: settings\.json(?:.|\n)*\.$/),
    'exit 1',
  ])
})
