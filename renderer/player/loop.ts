import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { chapterAt } from './chapters.ts'
import { partsNow } from './parts-now.ts'
import { stretchOf } from './played-parts.ts'
import { goTo, play } from './playing.ts'
import { onResource } from './skip-acts.ts'
import { isSleepDue } from './sleep-timer.ts'
import { usePlayer, usePosition } from './store.ts'

/** Shorter than that, a chapter would be all jumps. */
const shortestLoopSeconds = 1

/** Repeats the chapter that plays, until it is told again, or the person goes elsewhere. */
export function toggleLoop(): void {
  const { episode, loop } = usePlayer.getState()
  if (episode === null) return
  if (loop !== null) {
    usePlayer.setState({ loop: null })
    announce(`“${loop.title}” is no longer repeated.`)
    return
  }
  const chapter = chapterAt(episode.chapters, usePosition.getState().positionSeconds)
  const [from, to] = stretchOf(episode.chapters, chapter === null ? -1 : episode.chapters.indexOf(chapter))
  if (chapter === null || to - from < shortestLoopSeconds) {
    notify({ text: 'There is no chapter here that could be repeated.' })
    return
  }
  usePlayer.setState({ loop: onResource(episode, chapter) })
  announce(`“${chapter.title}” is repeated until you go elsewhere.`)
}

/** The last chapter's end is the audio's: begins it again where it is repeated, and tells whether it did. */
export function goesRoundAtEnd(): boolean {
  const { loop } = partsNow()
  if (loop === null || isSleepDue()) return false
  goTo(loop[0])
  play()
  return true
}
