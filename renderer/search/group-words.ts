import type { SearchGroup } from '../../shared/search/query.ts'

export const groupNames: Readonly<Record<SearchGroup, string>> = {
  episodes: 'Episodes',
  chapters: 'Chapters',
  highlights: 'Highlights',
  notes: 'Notes',
  transcripts: 'Transcripts',
}

/** As assistive technology names the lists: an episode's page beside them has its own of chapters, highlights and notes. */
export const listNames: Readonly<Record<SearchGroup, string>> = {
  episodes: 'Episodes',
  chapters: 'Found by chapter',
  highlights: 'Found by highlight',
  notes: 'Found by note',
  transcripts: 'Found by transcript',
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
