import { describe, expect, it } from 'vitest'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

const paths = [
  `/v1/public/podcasts/${dayTwo}`,
  episodesPath,
  `${episodesPath}/${risks}`,
  `/podcast/${dayTwo}.md`,
  `/podcast/${dayTwo}/${risks}`,
  `/podcast/${dayTwo}/${risks}.md`,
  `/publisher/${dayTwo}/${risks}`,
  `/feeds/${dayTwo}.xml`,
]

describe.each(paths)('%s', (path) => {
  const standIn = asking()

  it('is not sent again to who has it, and is once it has changed', async () => {
    const { headers } = await standIn.ask(path)
    const byTag = { headers: { 'if-none-match': `W/"other", ${headers.get('etag')}` } }
    const byDate = { headers: { 'if-modified-since': headers.get('last-modified') ?? '' } }
    for (const init of [byTag, byDate]) {
      expect(await standIn.ask(path, init)).toMatchObject({ status: 304, text: '' })
    }
    standIn.server.change(dayTwo, risks, { title: 'Reworded at Last' })
    for (const init of [byTag, byDate]) {
      const again = await standIn.ask(path, init)
      expect(again.status).toBe(200)
      expect(again.headers.get('etag')).not.toBe(headers.get('etag'))
    }
  })

  it('answers HEAD with the same headers and no body', async () => {
    const whole = await standIn.ask(path)
    const head = await standIn.ask(path, { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, text: '' })
    for (const name of ['etag', 'content-length', 'content-type']) {
      expect(head.headers.get(name)).toBe(whole.headers.get(name))
    }
  })
})
