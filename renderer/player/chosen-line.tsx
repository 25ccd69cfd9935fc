import { Button } from '../elements/button.tsx'
import { playAll } from './chosen-chapters.ts'
import { resolvedIn } from './parts-now.ts'
import styles from './player-bar.module.css'
import { usePlayer } from './store.ts'

/** That only some of the chapters play, and the way back to all of them. */
export function ChosenLine() {
  const episode = usePlayer((player) => player.episode)
  const only = usePlayer((player) => player.only)
  if (episode === null || only === null) return null
  const { size } = resolvedIn(episode, only).found
  const all = episode.chapters.length
  return (
    <>
      <span className={styles.chosen}>
        {size} of {all} {all === 1 ? 'chapter' : 'chapters'}
      </span>
      <Button className={styles.way} title="Play all chapters again" onClick={playAll}>
        Play all
      </Button>
    </>
  )
}
