import { episodeLink } from './deep-link.ts'
import type { TextFormat } from './text-format.ts'
import { webAnnotation } from './web-annotation.ts'

/** All notes as one W3C annotation collection, whose one page is in it. */
export function notesJsonLd(): TextFormat {
  const id = 'earmark://notes'
  let total = 0
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: 'Notes from Earmark',
  }
  const page = { id: `${id}#page`, type: 'AnnotationPage', startIndex: 0 }
  return {
    begin: () => `${withoutEnd(collection)},"first":${withoutEnd(page)},"items":[\n`,
    add: ({ episode, audioUrl, notes }) => {
      const source = audioUrl ?? episode.canonicalUrl ?? episodeLink(episode.id)
      const lines = notes.map((note) => {
        total += 1
        const text = JSON.stringify(webAnnotation(note, { source, scope: episode.canonicalUrl }))
        return total === 1 ? text : `,\n${text}`
      })
      return lines.join('')
    },
    end: () => `\n]},"total":${total}}\n`,
  }
}

function withoutEnd(object: object): string {
  return JSON.stringify(object).slice(0, -1)
}
