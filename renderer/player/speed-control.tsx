import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../elements/icon-button.tsx'
import { OwnSpeedSwitch } from './own-speed-switch.tsx'
import styles from './player-popover.module.css'
import { commonRates, fastestRate, fineRateStep, rateText, slowestRate } from './rates.ts'
import { useSpeeds } from './speed-store.ts'
import { usePlayer } from './store.ts'
import { setRate } from './transport.ts'

/** A button that shows the speed, and a small panel to change it: the common steps, and fine ones. */
export function SpeedControl() {
  const id = useId()
  const rate = usePlayer((player) => player.rate)
  const podcast = usePlayer(({ episode }) => episode?.podcastTitle)
  const isOwn = useSpeeds(({ own }) => own !== null)
  const always = isOwn && podcast !== undefined ? `, always for ${podcast}` : ''
  return (
    <>
      <button
        type="button"
        className={styles.speedButton}
        aria-label="Playback speed"
        aria-description={`${rateText(rate)}${always}`}
        title={`Playback speed${always}`}
        data-own={isOwn || undefined}
        popoverTarget={id}
      >
        {rateText(rate)}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label="Playback speed" className={styles.panel}>
        <div className={styles.fine}>
          <IconButton
            label="A little slower"
            icon={<Minus size={16} />}
            disabled={rate <= slowestRate}
            onClick={() => setRate(rate - fineRateStep)}
          />
          <input
            type="range"
            aria-label="Speed"
            aria-valuetext={rateText(rate)}
            className={styles.range}
            min={slowestRate}
            max={fastestRate}
            step={fineRateStep}
            value={rate}
            onChange={(event) => setRate(event.currentTarget.valueAsNumber)}
          />
          <IconButton
            label="A little faster"
            icon={<Plus size={16} />}
            disabled={rate >= fastestRate}
            onClick={() => setRate(rate + fineRateStep)}
          />
          <output className={styles.value}>{rateText(rate)}</output>
        </div>
        <fieldset aria-label="Common speeds" className={styles.steps}>
          {commonRates.map((step) => (
            <button
              key={step}
              type="button"
              className={styles.step}
              aria-pressed={step === rate}
              onClick={() => setRate(step)}
            >
              {rateText(step)}
            </button>
          ))}
        </fieldset>
        <OwnSpeedSwitch />
      </div>
    </>
  )
}
