import { describe, expect, it } from 'vitest'
import { type AudioOffer, audioOffers } from '../server/catalogue/model.ts'
import { asking, dayTwo, risks } from './asking.ts'

const marks: Record<AudioOffer, RegExp | null> = {
  'audio-element': /<audio [^>]*src="([^"]+)"/,
  'source-element': /<source src='([^']+)'/,
  'og-audio': /property="og:audio" content="([^"]+)"/,
  'twitter-player-stream': /name="twitter:player:stream" content="([^"]+)"/,
  'json-ld-podcast-episode': /"PodcastEpisode".*"contentUrl":"([^"]+)"/,
  'json-ld-audio-object': /"AudioObject".*"contentUrl":"([^"]+)"/,
  'link-to-mp3': /<a [^>]*href="([^"]+\.mp3)"/,
  'link-to-wav': /<a href="([^"]+\.wav)"/,
  'feed-only': null,
  none: null,
}

describe('the page at the publisher', () => {
  const standIn = asking()
  const page = async (audioOffer: AudioOffer) => {
    standIn.server.change(dayTwo, risks, { audioOffer })
    return (await standIn.ask(`/publisher/${dayTwo}/${risks}`)).text
  }

  it.each(audioOffers)('offers audio by %s, and so that it can be fetched', async (offer) => {
    const text = await page(offer)
    const mark = marks[offer]
    if (mark === null) {
      expect(text).not.toMatch(/\.wav|\.mp3|<audio/)
      return
    }
    const address = (mark.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')
    const response = await fetch(new URL(address, standIn.server.url), { headers: { range: 'bytes=0-3' } })
    expect([response.status, await response.text()]).toEqual([206, 'RIFF'])
  })

  it('names the feed, unless there is no audio at all', async () => {
    const link = `<link rel="alternate" type="application/rss+xml" title="Day Two DevOps" href="/feeds/${dayTwo}.xml">`
    expect(await page('feed-only')).toContain(link)
    expect(await page('none')).not.toContain('application/rss+xml')
  })

  it('is not there for an episode without a canonical page', async () => {
    const episode = standIn.server.episode(dayTwo, 6)
    expect(episode.hasCanonicalPage).toBe(false)
    expect((await standIn.ask(`/publisher/${dayTwo}/${episode.slug}`)).status).toBe(404)
  })
})

describe('the feed', () => {
  const standIn = asking()

  it('has an item for each episode, with an enclosure where there is audio', async () => {
    const { text, headers } = await standIn.ask(`/feeds/${dayTwo}.xml`)
    expect(headers.get('content-type')).toContain('application/rss+xml')
    const items = text.split('<item>').slice(1)
    expect(items).toHaveLength(25)
    expect(items[0]).toContain(`<enclosure url="${standIn.server.audioUrl(dayTwo, risks)}" length="21920044"`)
    expect(items[9]).not.toContain('<enclosure')
    expect(items[0]).toContain('<itunes:duration>45:40</itunes:duration>')
  })
})

describe('a cover', () => {
  const standIn = asking()

  it('is a PNG', async () => {
    const response = await fetch(`${standIn.server.url}/images/${dayTwo}.png`)
    const bytes = Buffer.from(await response.bytes())
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([256, 256])
  })
})
