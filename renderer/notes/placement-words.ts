import { sureFrom } from '../../shared/anchoring/bars.ts'
import type { Anchor } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { ChangeOfPlace, Placement } from '../../shared/models/placement.ts'
import { anchorTimes } from './time-words.ts'

const causeWords: Readonly<Record<ChangeOfPlace, string>> = {
  'highlight-reworded': 'the highlight was reworded',
  'highlight-moved': 'the highlight has another time',
  'highlight-of-another-kind': 'the highlight is of another kind',
  'highlight-gone': 'the highlight is gone',
  'chapter-moved': 'the chapter was moved',
  'chapter-renamed': 'the chapter was renamed',
  'chapter-gone': 'the chapter is gone',
  'audio-shifted': 'the audio was shifted',
  'audio-shortened': 'the audio is shorter',
}

const inWords = new Intl.ListFormat('en')

/** “The highlight was reworded and has …”. */
export function causesText({ causes }: Placement): string {
  const text = inWords.format(causes.map((cause) => causeWords[cause]))
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

const howWords: Readonly<Record<'quote' | 'chapter' | 'time', string>> = {
  quote: 'by its words',
  chapter: 'by its chapter',
  time: 'by its time',
}

/** How a note that is not where it was made came to its place; `null` of all others. */
export function followedText({ placement }: Annotation): string | null {
  if (placement === null) return null
  switch (placement.how) {
    case 'quote':
    case 'chapter':
    case 'time':
      return `${causesText(placement)}: this note followed ${howWords[placement.how]}, ${surenessText(placement.sureness)}.`
    case 'unplaced':
      return `${causesText(placement)}: this note needs placing.`
    case 'left':
      // Words without a time, which came from another program and never had a place.
      if (placement.causes.length === 0) return null
      return `${causesText(placement)}: you left this note as it is.`
  }
}

/** “surely (95 %)”. */
function surenessText(sureness: number): string {
  return `${sureness >= sureFrom ? 'surely' : 'less surely'} (${percent(sureness)})`
}

export function percent(sureness: number): string {
  return `${Math.round(sureness * 100)} %`
}

/** What it stood on when it was made: words, chapter and time. */
export function oldPlaceText({ was: { anchor, context } }: Placement, offsetSeconds: number): string {
  return [
    placeText(anchor, offsetSeconds),
    context.chapterTitle === null || anchor.kind === 'chapter' ? null : `in “${context.chapterTitle}”`,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** “Highlight at 3:20: “…””. */
export function placeText(anchor: Anchor, offsetSeconds: number): string {
  const times = anchorTimes(anchor, offsetSeconds)
  const at = times === null ? '' : ` at ${times}`
  switch (anchor.kind) {
    case 'highlight':
      return `Highlight${at}: “${anchor.quote}”`
    case 'chapter':
      return `Chapter${at}: “${anchor.title}”`
    case 'transcript':
      return `Words${at}: “${anchor.quote}”`
    case 'moment':
    case 'range':
      return times ?? ''
  }
}
