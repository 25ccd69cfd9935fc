import type { SearchGroup } from '../../shared/search/query.ts'

export const groupNames: Readonly<Record<SearchGroup, string>> = {
  episodes: 'Episodes',
  chapters: 'Chapters',
  highlights: 'Highlights',
  notes: 'Notes',
  transcripts: 'Transcripts',
}

const nouns: Readonly<Record<SearchGroup, readonly [one: string, many: string]>> = {
  episodes: ['episode', 'episodes'],
  chapters: ['chapter', 'chapters'],
  highlights: ['highlight', 'highlights'],
  notes: ['note', 'notes'],
  transcripts: ['passage', 'passages'],
}

/** "1,204 chapters". */
export function countText(group: SearchGroup, count: number): string {
  const [one, many] = nouns[group]
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
