import type { TextFormat } from './text-format.ts'
import { xmlAttribute } from './xml-attribute.ts'

/** OPML 2.0, as podcast apps read it in. `createdAt` is ISO 8601 UTC; OPML writes dates as mail does (RFC 822). */
export function opml({ createdAt }: { createdAt: string }): TextFormat {
  const date = new Date(createdAt).toUTCString()
  return {
    begin: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>Podcasts in Earmark</title>\n    <dateCreated>${date}</dateCreated>\n  </head>\n  <body>\n`,
    add: () => '',
    addPodcast: ({ slug, title, feedUrl, siteUrl }) => {
      const name = xmlAttribute(title) || slug
      const site = siteUrl === null ? '' : ` htmlUrl="${xmlAttribute(siteUrl)}"`
      return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${xmlAttribute(feedUrl)}"${site}/>\n`
    },
    end: () => '  </body>\n</opml>\n',
  }
}
