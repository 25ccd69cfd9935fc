import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../elements/icon-button.tsx'
import styles from './player-popover.module.css'
import { SoundSwitches } from './sound-switches.tsx'
import { usePlayer } from './store.ts'
import { setVolume, toggleMute } from './transport.ts'

export function VolumeControl() {
  const id = useId()
  const volume = usePlayer((player) => player.volume)
  const muted = usePlayer((player) => player.muted)
  const boost = usePlayer((player) => player.boost)
  const trims = usePlayer((player) => player.trimsSilence)
  const percent = muted ? 0 : Math.round(volume * 100)
  const Icon = percent === 0 ? VolumeX : percent < 50 ? Volume1 : Volume2
  return (
    <>
      <IconButton
        label="Volume"
        aria-description={[
          muted ? 'Muted' : `${percent} %`,
          ...(boost ? ['voices boosted'] : []),
          ...(trims ? ['silence trimmed'] : []),
        ].join(', ')}
        data-on={boost || trims}
        className={styles.volumeButton}
        icon={<Icon size={18} />}
        popoverTarget={id}
      />
      <div id={id} popover="auto" role="dialog" aria-label="Volume" className={styles.panel}>
        <div className={styles.fine}>
          <IconButton
            label="Mute"
            aria-pressed={muted}
            icon={muted ? <VolumeX size={16} /> : <Icon size={16} />}
            onClick={toggleMute}
          />
          <input
            type="range"
            aria-label="Volume"
            aria-valuetext={`${percent} %`}
            className={styles.range}
            min={0}
            max={1}
            step={0.02}
            value={muted ? 0 : volume}
            onChange={(event) => setVolume(event.currentTarget.valueAsNumber)}
          />
          <output className={styles.value}>{percent} %</output>
        </div>
        <SoundSwitches />
      </div>
    </>
  )
}
