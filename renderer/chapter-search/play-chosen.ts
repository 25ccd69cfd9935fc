import { addAtEnd, addInFront, type QueueWish } from '../db/queue.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { playPart } from '../player/actions.ts'
import { chapterCountText } from '../player/up-next-words.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { goTo } from '../shell/open.ts'

/** The first of them now, the others one after another: they come first in Up next. */
export async function playChosen(wishes: readonly QueueWish[]): Promise<void> {
  const [first] = wishes
  if (first === undefined) return
  try {
    await addInFront(wishes)
  } catch {
    tellNotWritten()
    return
  }
  tell(`${countText(wishes)} ${isOne(wishes) ? 'plays' : 'play one after another'}.`)
  await playPart(first.episodeId, first.part)
}

export async function addChosen(wishes: readonly QueueWish[]): Promise<void> {
  try {
    await addAtEnd(wishes)
  } catch {
    tellNotWritten()
    return
  }
  tell(`${countText(wishes)} ${isOne(wishes) ? 'waits' : 'wait'} in Up next.`)
}

function tell(text: string): void {
  announce(text)
  notify({ text, action: { label: 'Show Up next', run: () => goTo('up-next') } })
}

function countText(wishes: readonly QueueWish[]): string {
  return chapterCountText(countOf(wishes))
}

function isOne(wishes: readonly QueueWish[]): boolean {
  return countOf(wishes) === 1
}

function countOf(wishes: readonly QueueWish[]): number {
  return wishes.reduce((sum, { part }) => sum + (part?.length ?? 0), 0)
}
