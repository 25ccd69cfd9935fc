import type { HomeSnapshot } from '../../shared/kept/home.ts'
import type { Difference } from './snapshot-difference.ts'

const nouns: readonly (readonly [kind: string, one: string, more: string])[] = [
  ['annotations', 'note', 'notes'],
  ['podcasts', 'podcast', 'podcasts'],
  ['listening', 'episode you began', 'episodes you began'],
  ['queue', 'episode in Up next', 'episodes in Up next'],
  ['requests', 'request', 'requests'],
]

/** "214 notes, 3 podcasts": what a snapshot holds. */
export function countsText(counts: HomeSnapshot['counts']): string {
  if (counts === null) return 'Damaged; what is whole of it can be looked into'
  const parts = nouns.flatMap(([kind, one, more]) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [amount(count, one, more)]
  })
  return parts.length === 0 ? 'Nothing but settings' : parts.join(', ')
}

/** What became of the notes since. */
export function notesSinceText({ kinds: { annotations } }: Pick<Difference, 'kinds'>): string {
  const { gone, changed, added } = annotations
  const parts = [
    added === 0 ? null : `${number(added)} written`,
    changed === 0 ? null : `${number(changed)} changed`,
    gone === 0 ? null : `${number(gone)} deleted`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Your notes are as they were then.' : `Notes since then: ${parts.join(', ')}.`
}

/** What bringing everything back does, a sentence for each; none when nothing differs. */
export function bringBackSentences({ kinds }: Pick<Difference, 'kinds'>): string[] {
  const { annotations, listening, heard, podcasts, audio, offsets, speeds, chapterSkips, queue } = kinds
  const { topicNames, smartLists } = kinds
  const places = listening.gone + listening.changed
  const skips = chapterSkips.gone + chapterSkips.changed + chapterSkips.added
  const names = topicNames.gone + topicNames.changed + topicNames.added
  const lists = smartLists.gone + smartLists.changed + smartLists.added
  const shifts = offsets.gone + offsets.changed + offsets.added
  const paces = speeds.gone + speeds.changed + speeds.added
  const audios = audio.gone + audio.changed + audio.added
  return [
    annotations.gone === 0
      ? null
      : `${amount(annotations.gone, 'note that was deleted since comes', 'notes that were deleted since come')} back.`,
    annotations.changed === 0
      ? null
      : `${amount(annotations.changed, 'note gets the words it', 'notes get the words they')} had then.`,
    annotations.added === 0
      ? null
      : `${amount(annotations.added, 'note that you wrote since is', 'notes that you wrote since are')} deleted.`,
    podcasts.gone === 0
      ? null
      : `${amount(podcasts.gone, 'podcast that you removed since is', 'podcasts that you removed since are')} added again.`,
    places === 0 ? null : `In ${amount(places, 'episode', 'episodes')} you are where you were then.`,
    listening.added === 0
      ? null
      : `${amount(listening.added, 'episode that you began since starts', 'episodes that you began since start')} from the beginning.`,
    heard.gone + heard.changed + heard.added === 0 ? null : 'What counts as heard is as it was then.',
    queue.gone + queue.changed + queue.added === 0 ? null : 'Up next is as it was then.',
    audios === 0 ? null : `For ${amount(audios, 'episode', 'episodes')} the audio is the one of then.`,
    shifts === 0
      ? null
      : `In ${amount(shifts, 'episode', 'episodes')} chapters and notes are shifted as they were then.`,
    paces === 0 ? null : `${amount(paces, 'podcast plays', 'podcasts play')} at the speed of then.`,
    skips === 0
      ? null
      : `In ${amount(skips, 'episode', 'episodes')} the chapters that are skipped are those of then.`,
    names === 0 ? null : 'Topics are joined and hidden as they were then.',
    lists === 0 ? null : 'Your smart lists are those of then.',
  ].filter((sentence) => sentence !== null)
}

function amount(count: number, one: string, more: string): string {
  return `${number(count)} ${count === 1 ? one : more}`
}

function number(count: number): string {
  return count.toLocaleString('en')
}
