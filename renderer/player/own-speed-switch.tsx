import { useId } from 'react'
import { Switch } from '../elements/switch.tsx'
import styles from './player-popover.module.css'
import { rateText } from './rates.ts'
import { useSpeeds } from './speed-store.ts'
import { giveUpOwnSpeed, keepForPodcast } from './speeds.ts'
import { usePlayer } from './store.ts'

/** Whether the podcast in the player always plays at the speed of now. */
export function OwnSpeedSwitch() {
  const id = useId()
  const title = usePlayer(({ episode }) => episode?.podcastTitle)
  const rate = usePlayer((player) => player.rate)
  const isOwn = useSpeeds(({ own }) => own !== null)
  const general = useSpeeds((speeds) => speeds.general)
  if (title === undefined) return null
  return (
    <div className={styles.own}>
      <label htmlFor={id} dir="auto">
        Always {rateText(rate)} for {title}
      </label>
      <Switch
        id={id}
        on={isOwn}
        describedBy={`${id}-hint`}
        onChange={(chosen) => (chosen ? keepForPodcast(title) : giveUpOwnSpeed(title))}
      />
      <p id={`${id}-hint`} className={styles.ownHint}>
        {isOwn
          ? `Everything else plays at ${rateText(general)}.`
          : 'Now for all podcasts without a speed of their own.'}
      </p>
    </div>
  )
}
