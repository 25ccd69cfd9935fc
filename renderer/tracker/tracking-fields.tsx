import { FlaskConical, X } from 'lucide-react'
import type { Tracking } from '../../shared/models/tracking.ts'
import { inState, newlyTracked } from '../../shared/tracking/standing.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { DayField } from './day-field.tsx'
import { quickDays } from './quick-days.ts'
import { StateChoice } from './state-choice.tsx'
import { useToday } from './today.ts'
import styles from './tracking-fields.module.css'

type TrackingFieldsProps = { tracking: Tracking | null; onChange: (tracking: Tracking | null) => void }

/** What becomes of something that the person means to try: its state, how it went, and when to look again. */
export function TrackingFields({ tracking, onChange }: TrackingFieldsProps) {
  const today = useToday((state) => state.today)
  if (tracking === null) {
    return (
      <Button
        tone="quiet"
        className={styles.begin}
        icon={<FlaskConical size={13} />}
        onClick={() => onChange(newlyTracked)}
      >
        To try
      </Button>
    )
  }
  return (
    <fieldset className={styles.fields} aria-label="To try">
      <div className={styles.line}>
        <StateChoice state={tracking.state} onChange={(state) => onChange(inState(tracking, state, today))} />
        <IconButton
          label="Stop tracking"
          icon={<X size={14} />}
          size="small"
          className={styles.stop}
          onClick={() => onChange(null)}
        />
      </div>
      <textarea
        className={styles.note}
        aria-label="How it went"
        placeholder="How it went"
        rows={2}
        value={tracking.note}
        data-autofocus=""
        onChange={(event) => onChange({ ...tracking, note: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <DayField
          day={tracking.lookAgainOn}
          onChange={(day) => onChange({ ...tracking, lookAgainOn: day })}
        />
        <span className={styles.quick}>
          {quickDays(today).map(({ label, day }) => (
            <Button
              key={label}
              tone="quiet"
              aria-pressed={day === tracking.lookAgainOn}
              className={styles.quickDay}
              onClick={() => onChange({ ...tracking, lookAgainOn: day })}
            >
              {label}
            </Button>
          ))}
        </span>
      </div>
    </fieldset>
  )
}
