import { readdirSync, readFileSync } from 'node:fs'
import type { Chapter, Highlight } from '../../../../shared/models/episode.ts'
import type { ScannedEpisode } from '../scan.ts'

const folder = 'tests/fixtures/relevance'
const kinds: Readonly<Record<string, Highlight['kind']>> = {
  '*': 'main-idea',
  '+': 'practical-takeaway',
  '!': 'failure-mode',
}

/** The episodes written for judging, from `tests/fixtures/relevance`. */
export function readCatalogue(): ScannedEpisode[] {
  const texts = readdirSync(folder)
    .filter((name) => name.startsWith('catalogue'))
    .sort()
  return texts
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .flatMap((text) => text.split(/^== /m).slice(1))
    .map(readEpisode)
}

function readEpisode(block: string): ScannedEpisode {
  const [head = '', title = '', summary = '', ...parts] = block.trim().split('\n')
  const [slug = '', podcastTitle = '', minutes = '', date = '', topics = ''] = head
    .split('|')
    .map((part) => part.trim())
  const podcastSlug = `p-${[...podcastTitle].map((letter) => letter.codePointAt(0)?.toString(36)).join('')}`
  return {
    id: `${podcastSlug}/${slug}`,
    podcastSlug,
    podcastTitle,
    title,
    summary,
    topics: topics.split(',').map((topic) => topic.trim()),
    publishedAtMs: Date.parse(date),
    durationSeconds: Number(minutes) * 60,
    chapters: parts.filter((line) => line.startsWith('@')).map(readChapter),
    highlights: parts.flatMap((line) => {
      const kind = kinds[line[0] ?? '']
      return kind === undefined ? [] : [{ kind, text: line.slice(2) }]
    }),
    notes: [],
    transcript: [],
    states: new Set(['unheard']),
  }
}

function readChapter(line: string): Chapter {
  const [, minutes = '0', seconds = '0', title = '', description = ''] =
    /^@ (\d+):(\d+) (.*?)(?: :: (.*))?$/.exec(line) ?? []
  return { startSeconds: 60 * Number(minutes) + Number(seconds), title, description }
}
