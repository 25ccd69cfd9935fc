import { expect, it } from 'vitest'
import { laterHandlers } from '../../../electron/ipc/later-handlers.ts'
import { success } from '../../../shared/result.ts'

it('are read in with the first call, and handed what it was called with', async () => {
  const loads: string[] = []
  const heard: unknown[] = []
  const { 'podcast.look-up': lookUp } = laterHandlers(['podcast.look-up'], async () => {
    loads.push('loaded')
    return {
      'podcast.look-up': (input, signal) => {
        heard.push(input, signal)
        return success({ podcast: { slug: 'a' } as never, path: 'guide', episode: null })
      },
    }
  })
  expect(loads).toEqual([])
  const { signal } = new AbortController()
  expect(await lookUp({ text: 'a' }, signal)).toMatchObject({ ok: true })
  expect(loads).toEqual(['loaded'])
  expect(heard).toEqual([{ text: 'a' }, signal])
})
