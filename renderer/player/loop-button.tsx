import { Repeat1 } from 'lucide-react'
import { IconButton } from '../elements/icon-button.tsx'
import { toggleLoop } from './loop.ts'
import styles from './player-bar.module.css'
import { usePlayer } from './store.ts'

/** Whether the chapter that plays is played again and again. */
export function LoopButton() {
  const hasChapters = usePlayer(({ episode }) => (episode?.chapters.length ?? 0) > 0)
  const loop = usePlayer((player) => player.loop)
  return (
    <IconButton
      label="Repeat chapter"
      title={loop === null ? 'Repeat the chapter that plays' : `“${loop.title}” is repeated`}
      icon={<Repeat1 size={18} />}
      className={styles.loop}
      aria-pressed={loop !== null}
      disabled={!hasChapters}
      onClick={toggleLoop}
    />
  )
}
