import type { WantedEpisode } from '../../../../electron/audio/feeds/agreement.ts'

/** How podcasts' feeds look out there, each shape written anew for this project. */
export type WildFeed = {
  shape: string
  contentType: string
  body: string | Uint8Array
  wanted: WantedEpisode
  /** Of the audio, on the server that sends the feed. */
  path: string
  rule: 'guid' | 'link' | 'title'
}

const nothingKnown: WantedEpisode = {
  title: '',
  canonicalUrl: null,
  publishedAt: null,
  durationSeconds: null,
}

export function wildFeeds(origin: string): WildFeed[] {
  return [
    {
      shape: 'RSS of a podcast host, with a counter before each address',
      contentType: 'application/rss+xml; charset=utf-8',
      body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Ops &amp; Beyond</title><link>https://show.example</link><atom:link rel="self" href="${origin}/feed"/>
<item><title>11: Other</title><link>https://show.example/11</link><enclosure url="${origin}/other.mp3" type="audio/mpeg" length="1"/></item>
<item><title>12: Risks &amp; Benefits</title><link>https://www.show.example/12/?utm_source=rss&amp;utm_medium=feed</link>
<guid isPermaLink="false">3f0c</guid><pubDate>Wed, 04 Mar 2026 06:00:00 -0500</pubDate><itunes:duration>45:40</itunes:duration>
<enclosure url="${origin}/counted/a.mp3?a=1&amp;b=2" type="audio/mpeg" length="43840000"/></item></channel></rss>`,
      wanted: { ...nothingKnown, title: '12: Risks & Benefits', canonicalUrl: 'http://show.example/12' },
      path: '/counted/a.mp3?a=1&b=2',
      rule: 'link',
    },
    {
      shape: 'a blog with a guid that is the page, CDATA and a wrong type',
      contentType: 'text/xml',
      body: `<rss version="2.0"><channel><link>https://blog.example</link><item>
<title><![CDATA[It’s <em>all</em> about “queues”]]></title><guid isPermaLink="true">https://blog.example/?p=77</guid>
<description><![CDATA[<title>not this</title>]]></description>
<enclosure url="${origin}/cover.jpg" type="image/jpeg"/><enclosure url="${origin}/q.m4a" type="text/html"/></item></channel></rss>`,
      wanted: { ...nothingKnown, title: 'Its all about queues', canonicalUrl: 'https://blog.example/?p=77' },
      path: '/q.m4a',
      rule: 'guid',
    },
    {
      shape: 'Atom with relative addresses under xml:base',
      contentType: 'application/atom+xml',
      body: `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}/files/"><title>T</title><link href="/"/>
<entry xml:base="one/"><title type="html">One &amp;amp; only</title><id>tag:x,2026:1</id><source><title>Elsewhere</title></source>
<link rel="alternate" href="https://atom.example/one"/><link rel="enclosure" type="audio/ogg" href="a.ogg" length="9"/></entry></feed>`,
      wanted: { ...nothingKnown, title: 'One & only' },
      path: '/files/one/a.ogg',
      rule: 'title',
    },
    {
      shape: 'Latin-1 that only the XML declaration tells of',
      contentType: 'application/xml',
      body: Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Caf\u00e9 \u00e0 Z\u00fcrich</title><enclosure url="${origin}/cafe.mp3"/></item></channel></rss>`,
        'latin1',
      ),
      wanted: { ...nothingKnown, title: 'Café à Zürich' },
      path: '/cafe.mp3',
      rule: 'title',
    },
    {
      shape: 'Cyrillic in windows-1251, told by Content-Type',
      contentType: 'text/xml; charset="windows-1251"',
      body: Buffer.concat([
        Buffer.from('<rss><channel><item><title>'),
        Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
        Buffer.from(`</title><enclosure url="${origin}/r.mp3"/></item></channel></rss>`),
      ]),
      wanted: { ...nothingKnown, title: 'ПРИВЕТ!' },
      path: '/r.mp3',
      rule: 'title',
    },
    {
      shape: 'UTF-16 without a byte order mark',
      contentType: 'application/rss+xml',
      body: Buffer.from(
        `<?xml version="1.0" encoding="utf-16"?><rss><channel><item><title>日本語の回</title><enclosure url="${origin}/j.mp3"/></item></channel></rss>`,
        'utf16le',
      ),
      wanted: { ...nothingKnown, title: '日本語の回' },
      path: '/j.mp3',
      rule: 'title',
    },
    {
      shape: 'RSS 1.0, whose items stand beside the channel',
      contentType: 'application/rdf+xml',
      body: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:e="http://purl.oclc.org/net/rss_2.0/enc#" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel r:about="x"><title>Old</title><link>https://old.example/</link></channel>
<item r:about="y"><title>Reissue</title><link>https://old.example/1</link><d:date>2005-01-01</d:date><enclosure url="${origin}/first.mp3" type="audio/mpeg"/></item>
<item r:about="z"><title>Reissue</title><link>https://old.example/2</link><d:date>2026-03-04T10:00:00Z</d:date><enclosure url="${origin}/second.mp3" type="audio/mpeg"/></item></r:RDF>`,
      wanted: { ...nothingKnown, title: 'Reissue', publishedAt: '2026-03-04T00:00:00Z' },
      path: '/second.mp3',
      rule: 'title',
    },
    {
      shape: 'Media RSS under prefixes of its own, with video before audio',
      contentType: 'application/rss+xml',
      body: `<rss xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>
<m:title>Not this</m:title><title>Ep. 9 | Two ways</title><i:title>Two ways</i:title>
<m:group><m:content url="${origin}/v.mp4" type="video/mp4"/><m:content url="${origin}/a.aac" medium="audio"/><m:content url="${origin}/t.vtt" type="text/vtt"/></m:group></item></channel></rss>`,
      wanted: { ...nothingKnown, title: 'Two Ways' },
      path: '/a.aac',
      rule: 'title',
    },
    {
      shape: 'one that is not well-formed, with an entity and an ampersand of HTML',
      contentType: 'text/html',
      body: `\n\n<rss><channel><title>AT&T</title><item><title>Fish &nbsp;& chips &#8211; again</title><br>
<link>https://loose.example/a?id=1&x=2</link><enclosure url="${origin}/f.mp3?x=1&y=2" type=audio/mpeg></item></channel>`,
      wanted: {
        ...nothingKnown,
        canonicalUrl: 'https://loose.example/a?x=2&id=1',
        title: 'Fish & Chips – Again',
      },
      path: '/f.mp3?x=1&y=2',
      rule: 'link',
    },
    {
      shape: 'one whose episodes all link to the show',
      contentType: 'application/rss+xml',
      body: `<rss><channel>${[1, 2, 3]
        .map(
          (number) =>
            `<item><title>Monday news</title><link>https://daily.example/show</link><pubDate>${number} Mar 2026 05:00 GMT</pubDate><enclosure url="${origin}/n${number}.mp3" type="audio/mpeg"/><itunes:duration>00:0${number}:00</itunes:duration></item>`,
        )
        .join('\n')}</channel></rss>`,
      wanted: {
        title: 'Monday news',
        canonicalUrl: 'https://daily.example/show/',
        publishedAt: '2026-03-02T05:00:00Z',
        durationSeconds: 121,
      },
      path: '/n2.mp3',
      rule: 'link',
    },
  ]
}
