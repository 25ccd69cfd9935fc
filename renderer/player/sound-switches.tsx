import { useId } from 'react'
import { Switch } from '../elements/switch.tsx'
import { useSavedTime } from './saved-time.ts'
import { savedTimeText } from './saved-words.ts'
import { toggleBoost, toggleSilenceTrimming } from './sound-acts.ts'
import styles from './sound-switches.module.css'
import { usePlayer } from './store.ts'

/** What may be done to the sound beside its volume; both are off until the person wants them. */
export function SoundSwitches() {
  const id = useId()
  const boost = usePlayer((player) => player.boost)
  const trims = usePlayer((player) => player.trimsSilence)
  const saved = useSavedTime(savedTimeText)
  return (
    <div className={styles.switches}>
      <label htmlFor={`${id}-boost`}>Boost voices</label>
      <Switch id={`${id}-boost`} on={boost} describedBy={`${id}-boost-says`} onChange={toggleBoost} />
      <p id={`${id}-boost-says`} className={styles.says}>
        Louder, quiet ones most, and never distorted.
      </p>
      <label htmlFor={`${id}-trim`}>Trim silence</label>
      <Switch id={`${id}-trim`} on={trims} describedBy={`${id}-trim-says`} onChange={toggleSilenceTrimming} />
      <p id={`${id}-trim-says`} className={styles.says}>
        {saved ?? 'Pauses are played fast; no word is left out.'}
      </p>
    </div>
  )
}
