import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { resolvedIn } from './parts-now.ts'
import { usePlayer } from './store.ts'

/** Plays these chapters of the held episode and no others, or all of it; not when it has none of them, which is told. */
export function choose(only: readonly ChapterRef[] | null): boolean {
  const { episode } = usePlayer.getState()
  if (episode === null) return false
  if (only !== null && resolvedIn(episode, only).found.size === 0) {
    tellNoneOfThem()
    return false
  }
  usePlayer.setState({ only, asked: null, loop: null })
  return true
}

/** Says which of the chosen chapters the held episode does not have. */
export function tellMissing(): void {
  const { episode, only } = usePlayer.getState()
  if (episode === null || only === null) return
  const { missing } = resolvedIn(episode, only)
  const [first] = missing
  if (first === undefined) return
  const others = missing.length === 1 ? '' : ` and ${missing.length - 1} more`
  const are = missing.length === 1 ? 'is' : 'are'
  notify({ text: `“${first.title}”${others} ${are} no longer in this episode and left out.` })
}

export function tellNoneOfThem(): void {
  notify({
    text: 'What was to play is no longer among the chapters of that episode. Nothing else is played for it.',
    tone: 'failure',
  })
}

/** Takes a chapter out of those that are chosen; without the last of them all of the episode plays. */
export function leaveOut(chapter: ChapterRef): void {
  const { episode, only } = usePlayer.getState()
  if (episode === null || only === null) return
  const [index = -1] = resolvedIn(episode, [chapter]).found.keys()
  const chosen = resolvedIn(episode, only).found.get(index)
  if (chosen === undefined) return
  const left = only.filter((each) => each.startSeconds !== chosen.startSeconds || each.title !== chosen.title)
  usePlayer.setState({ only: left.length === 0 ? null : left })
}

/** Back to all that is not skipped; it plays on where it is. */
export function playAll(): void {
  const { only } = usePlayer.getState()
  if (only === null) return
  choose(null)
  announce('All chapters play.')
}
