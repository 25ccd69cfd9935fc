/** What a colour of a note says. The page has a word, an icon and a pair of values for each (`tokens.css`). */
export const annotationColours = ['insight', 'question', 'doubt', 'action', 'source'] as const
export type AnnotationColour = (typeof annotationColours)[number]

/** As a person reads them. */
export const colourWords: Readonly<Record<AnnotationColour, string>> = {
  insight: 'Insight',
  question: 'Question',
  doubt: 'Doubt',
  action: 'Action',
  source: 'Source',
}

const known: ReadonlySet<string> = new Set(annotationColours)

/** `null` also of one that only a newer version knows; the note keeps that. */
export function knownColour(colour: string | null): AnnotationColour | null {
  return isKnown(colour) ? colour : null
}

function isKnown(colour: string | null): colour is AnnotationColour {
  return colour !== null && known.has(colour)
}
