import { NotebookPen } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { LoopButton } from './loop-button.tsx'
import styles from './player-bar.module.css'
import { PlayerHeadline } from './player-headline.tsx'
import { SeekBar } from './seek-bar.tsx'
import { SleepControl } from './sleep-control.tsx'
import { SpeedControl } from './speed-control.tsx'
import { usePlayer } from './store.ts'
import { TransportButtons } from './transport-buttons.tsx'
import { VolumeControl } from './volume-control.tsx'

/** The player at the foot of the page. Its height and places are the same whether it holds an episode or not. */
export function PlayerBar({ onAddNote }: { onAddNote: () => void }) {
  const isEmpty = usePlayer(({ episode }) => episode === null)
  return (
    <section aria-label="Player" className={styles.player}>
      <div className={styles.places}>
        <TransportButtons />
        <div className={styles.middle}>
          <PlayerHeadline />
          <SeekBar />
        </div>
        <div className={styles.settings}>
          <LoopButton />
          <SpeedControl />
          <SleepControl />
          <VolumeControl />
          <Button
            aria-label="Add note"
            title="Note at this moment"
            className={styles.note}
            icon={<NotebookPen size={16} aria-hidden="true" />}
            disabled={isEmpty}
            onClick={onAddNote}
          >
            Note
          </Button>
        </div>
      </div>
    </section>
  )
}
