import { stateWords } from '../../shared/formats/note-words.ts'
import { type TrackingState, trackingStates } from '../../shared/models/tracking.ts'
import styles from './state-choice.module.css'
import { stateIcons } from './state-icons.ts'

type StateChoiceProps = {
  state: TrackingState
  /** Of a list that has one stop of its own for Tab. */
  tabIndex?: number
  onChange: (state: TrackingState) => void
}

/** What becomes of a takeaway. One press is a change, so they are buttons: with radio buttons, arrows would change it in passing. */
export function StateChoice({ state, tabIndex = 0, onChange }: StateChoiceProps) {
  return (
    <fieldset className={styles.group} aria-label="What became of it">
      {trackingStates.map((each) => {
        const Icon = stateIcons[each]
        const isOn = each === state
        return (
          <button
            key={each}
            type="button"
            className={styles.option}
            data-state={each}
            aria-label={stateWords[each]}
            aria-pressed={isOn}
            title={stateWords[each]}
            tabIndex={tabIndex}
            onClick={() => {
              if (!isOn) onChange(each)
            }}
          >
            <Icon size={14} aria-hidden="true" />
            {isOn ? <span aria-hidden="true">{stateWords[each]}</span> : null}
          </button>
        )
      })}
    </fieldset>
  )
}
