import { readFileSync } from 'node:fs'
import type { EpisodeId } from '../../../../shared/models/identity.ts'
import type { SearchGroup } from '../../../../shared/search/query.ts'
import type { ScannedEpisode } from '../scan.ts'

export type Judged = {
  text: string
  answers: readonly Answer[]
}
/** `grade`: 2 for what was looked for, 1 for what is of use as well. */
export type Answer = { group: SearchGroup; episodeId: EpisodeId; item: number | null; grade: number }

const groups: Readonly<Record<string, SearchGroup>> = { e: 'episodes', c: 'chapters', h: 'highlights' }

/** What was searched and what a person judged to be an answer, from `tests/fixtures/relevance/queries.txt`. */
export function readJudged(catalogue: readonly ScannedEpisode[]): Judged[] {
  const idBySlug = new Map(catalogue.map(({ id }) => [id.split('/')[1], id]))
  return readFileSync('tests/fixtures/relevance/queries.txt', 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'))
    .map((line) => {
      const [text = '', answers = ''] = line.split(' => ')
      return { text, answers: answers.split('; ').map((answer) => readAnswer(answer, idBySlug)) }
    })
}

function readAnswer(answer: string, idBySlug: ReadonlyMap<string | undefined, EpisodeId>): Answer {
  const [, letter = '', slug, item, grade] = /^([ech]) ([a-z0-9-]+)(?:#(\d+))? ([12])$/.exec(answer) ?? []
  const [group, episodeId] = [groups[letter], idBySlug.get(slug)]
  if (group === undefined || episodeId === undefined) throw new Error(`No such answer: ${answer}`)
  return { group, episodeId, item: item === undefined ? null : Number(item), grade: Number(grade) }
}
