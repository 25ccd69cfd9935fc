import { Pause, Play, RotateCcw, RotateCw, SkipBack, SkipForward } from 'lucide-react'
import { IconButton } from '../elements/icon-button.tsx'
import { Spinner } from '../elements/spinner.tsx'
import { useSettings } from '../settings/store.ts'
import styles from './player-bar.module.css'
import { usePlayer } from './store.ts'
import { nextChapter, previousChapter, skipBy, togglePlay } from './transport.ts'
import { useIsWaiting } from './use-is-waiting.ts'

export function TransportButtons() {
  const isEmpty = usePlayer(({ episode }) => episode === null)
  const hasChapters = usePlayer(({ episode }) => (episode?.chapters.length ?? 0) > 0)
  const back = useSettings((settings) => settings.skipBackSeconds)
  const forward = useSettings((settings) => settings.skipForwardSeconds)
  return (
    <div className={styles.transport}>
      <IconButton
        label="Previous chapter"
        icon={<SkipBack size={18} />}
        disabled={!hasChapters}
        onClick={previousChapter}
      />
      <IconButton
        label={`Back ${back} seconds`}
        icon={<SkipIcon seconds={back} direction="back" />}
        disabled={isEmpty}
        onClick={() => skipBy(-back)}
      />
      <PlayButton />
      <IconButton
        label={`Forward ${forward} seconds`}
        icon={<SkipIcon seconds={forward} direction="forward" />}
        disabled={isEmpty}
        onClick={() => skipBy(forward)}
      />
      <IconButton
        label="Next chapter"
        icon={<SkipForward size={18} />}
        disabled={!hasChapters}
        onClick={nextChapter}
      />
    </div>
  )
}

/** Named and drawn by the person's wish; a ring shows while the audio has yet to follow. */
function PlayButton() {
  const isEmpty = usePlayer(({ episode }) => episode === null)
  const wantsToPlay = usePlayer((player) => player.wantsToPlay)
  const isWaiting = useIsWaiting()
  const label = wantsToPlay ? 'Pause' : 'Play'
  return (
    <button
      type="button"
      className={styles.play}
      aria-label={label}
      title={label}
      aria-busy={isWaiting || undefined}
      disabled={isEmpty}
      onClick={togglePlay}
    >
      {wantsToPlay ? (
        <Pause size={20} fill="currentColor" strokeWidth={1} />
      ) : (
        <Play size={20} fill="currentColor" strokeWidth={1} className={styles.playIcon} />
      )}
      {isWaiting ? (
        <span className={styles.waiting}>
          <Spinner />
        </span>
      ) : null}
    </button>
  )
}

function SkipIcon({ seconds, direction }: { seconds: number; direction: 'back' | 'forward' }) {
  const Arrow = direction === 'back' ? RotateCcw : RotateCw
  return (
    <span className={styles.skipIcon} aria-hidden="true">
      <Arrow size={22} strokeWidth={1.6} />
      <span className={styles.skipSeconds}>{seconds}</span>
    </span>
  )
}
