import { expect, it } from 'vitest'
import { endFailedStart, faultInWords } from '../../../electron/app/failed-start.ts'

it('says why on standard error, tells the person once a dialog can be shown, and then ends', async () => {
  const happened: string[] = []
  await endFailedStart('The folder is gone.', {
    app: {
      whenReady: async () => void happened.push('ready'),
      exit: (code) => void happened.push(`exit ${code}`),
    },
    dialog: { showErrorBox: (title, text) => void happened.push(`${title}: ${text}`) },
    say: (line) => void happened.push(line.trim()),
  })
  expect(happened).toEqual([
    'Earmark could not start. The folder is gone.',
    'ready',
    'Earmark could not start: The folder is gone.',
    'exit 1',
  ])
})

it('puts a fault between what was kept and what to do', () => {
  expect(faultInWords(new Error('EACCES: settings.json'))).toMatch(
    /^Your library .* not touched\.(?:.|\n)*EACCES: settings\.json(?:.|\n)*again\.$/,
  )
})
