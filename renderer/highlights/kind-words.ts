import type { HighlightKind } from '../../shared/models/episode.ts'

/** What a group of highlights of one kind is called. */
export const kindHeadings: Readonly<Record<HighlightKind, string>> = {
  'main-idea': 'Main ideas',
  'practical-takeaway': 'Practical takeaways',
  'failure-mode': 'Failure modes',
  other: 'Others',
}
