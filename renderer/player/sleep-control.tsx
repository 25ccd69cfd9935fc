import { MoonStar } from 'lucide-react'
import { useId } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import styles from './player-popover.module.css'
import { type SleepTimer, startSleepTimer, useSleepTimer } from './sleep-timer.ts'
import { usePlayer } from './store.ts'

const minutes = [5, 15, 30, 45, 60, 90]
const moreMinutes = 5

/** When playing ends by itself: a button that shows what is left, and a small panel to choose. */
export function SleepControl() {
  const id = useId()
  const kind = useSleepTimer(({ timer }) => timer.kind)
  const left = useSleepTimer(({ timer }) => leftText(timer))
  const hasChapters = usePlayer(({ episode }) => (episode?.chapters.length ?? 0) > 0)
  const isEmpty = usePlayer(({ episode }) => episode === null)
  return (
    <>
      <button
        type="button"
        className={`${styles.speedButton} ${styles.sleepButton}`}
        aria-label="Sleep timer"
        aria-description={left ?? 'Off'}
        title="Sleep timer"
        disabled={isEmpty}
        data-on={kind !== 'off'}
        popoverTarget={id}
      >
        {left === null ? <MoonStar size={18} aria-hidden="true" /> : left}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label="Sleep timer" className={styles.panel}>
        <fieldset aria-label="Stop after" className={`${styles.steps} ${styles.threes}`}>
          {minutes.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.step}
              onClick={() => startSleepTimer({ kind: 'minutes', leftSeconds: each * 60 })}
            >
              {each} min
            </button>
          ))}
        </fieldset>
        <div className={styles.wide}>
          <Choice
            label="End of chapter"
            isOn={kind === 'chapter'}
            isOff={!hasChapters}
            timer={{ kind: 'chapter' }}
          />
          <Choice label="End of episode" isOn={kind === 'episode'} timer={{ kind: 'episode' }} />
          {kind === 'minutes' ? (
            <button type="button" className={styles.step} onClick={addMinutes}>
              {moreMinutes} minutes more
            </button>
          ) : null}
          {kind === 'off' ? null : (
            <button type="button" className={styles.step} onClick={() => startSleepTimer({ kind: 'off' })}>
              Turn off
            </button>
          )}
        </div>
      </div>
    </>
  )
}

type ChoiceProps = { label: string; isOn: boolean; isOff?: boolean; timer: SleepTimer }

function Choice({ label, isOn, isOff = false, timer }: ChoiceProps) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-pressed={isOn}
      disabled={isOff}
      onClick={() => startSleepTimer(timer)}
    >
      {label}
    </button>
  )
}

function addMinutes(): void {
  const { timer } = useSleepTimer.getState()
  if (timer.kind !== 'minutes') return
  startSleepTimer({ kind: 'minutes', leftSeconds: timer.leftSeconds + moreMinutes * 60 })
}

/** Whole seconds, so that a tick redraws only where something else is to be seen; `null` while it is off. */
function leftText(timer: SleepTimer): string | null {
  switch (timer.kind) {
    case 'off':
      return null
    case 'minutes':
      return clockText(Math.ceil(timer.leftSeconds))
    case 'chapter':
      return 'Chapter'
    case 'episode':
      return 'Episode'
  }
}
