import { useId, useState } from 'react'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { Segmented } from '../elements/segmented.tsx'
import { TextField } from '../elements/text-field.tsx'
import { lengthWords } from './filter-words.ts'
import styles from './filters.module.css'
import { valueIn, valuesIn, withValue } from './query-fields.ts'

const hearings = [
  { value: '', label: 'All' },
  { value: 'unheard', label: 'Unheard' },
  { value: 'started', label: 'Started' },
  { value: 'heard', label: 'Heard' },
] as const
const hearingValues = ['unheard', 'started', 'heard']

const marks = [
  { name: 'is', value: 'downloaded', label: 'Downloaded' },
  { name: 'has', value: 'notes', label: 'With notes' },
  { name: 'is', value: 'starred', label: 'Starred' },
  { name: 'is', value: 'queued', label: 'In Up next' },
] as const

const lengths = ['15m', '30m', '45m', '1h', '1h30', '2h']
const lengthSeconds: Readonly<Record<string, number>> = {
  ...{ '15m': 900, '30m': 1800, '45m': 2700, '1h': 3600, '1h30': 5400, '2h': 7200 },
}
const recent = [
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: '365d', label: 'Last year' },
]

type FilterPanelProps = {
  id: string
  query: string
  /** Not where the list is that of one podcast. */
  offersPodcasts: boolean
  onChange: (query: string) => void
  onClose: () => void
}

/** Everything that narrows beside topics; each control writes its part of the query, and the last one is the query itself. */
export function FilterPanel({ id, query, offersPodcasts, onChange, onClose }: FilterPanelProps) {
  const heard = valuesIn(query, 'is').find((value) => hearingValues.includes(value)) ?? ''
  return (
    <fieldset
      id={id}
      className={styles.panel}
      aria-label="Filters"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.whole}>
        <Segmented
          label="Heard"
          options={hearings}
          value={hearings.find(({ value }) => value === heard)?.value ?? ''}
          onChange={(value) => onChange(withValue(query, 'is', value || null, hearingValues))}
        />
      </div>
      <div className={`${styles.whole} ${styles.marks}`}>
        {marks.map(({ name, value, label }) => {
          const isOn = valuesIn(query, name).includes(value)
          return (
            <button
              key={label}
              type="button"
              className={styles.mark}
              aria-pressed={isOn}
              onClick={() => onChange(withValue(query, name, isOn ? null : value, [value]))}
            >
              {label}
            </button>
          )
        })}
      </div>
      {offersPodcasts ? <PodcastChoice query={query} onChange={onChange} /> : null}
      <Choice
        label="Longer than"
        any="Any length"
        options={lengths.map((value) => ({ value, label: lengthWords(lengthSeconds[value] ?? 0) }))}
        value={valueIn(query, 'longer')}
        onChange={(value) => onChange(withValue(query, 'longer', value))}
      />
      <Choice
        label="Shorter than"
        any="Any length"
        options={lengths.map((value) => ({ value, label: lengthWords(lengthSeconds[value] ?? 0) }))}
        value={valueIn(query, 'shorter')}
        onChange={(value) => onChange(withValue(query, 'shorter', value))}
      />
      <Choice
        label="Published"
        any="At any time"
        options={recent}
        value={valueIn(query, 'after')}
        onChange={(value) => onChange(withValue(query, 'after', value))}
      />
      <label className={styles.label}>
        Before
        <input
          type="date"
          className={styles.select}
          value={/^\d{4}-\d\d-\d\d$/.exec(valueIn(query, 'before') ?? '')?.[0] ?? ''}
          onChange={(event) => onChange(withValue(query, 'before', event.currentTarget.value || null))}
        />
      </label>
      <QueryField key={query} query={query} onChange={onChange} />
    </fieldset>
  )
}

type PartProps = { query: string; onChange: (query: string) => void }

function PodcastChoice({ query, onChange }: PartProps) {
  const podcasts = useLive(listPodcasts, []) ?? []
  return (
    <div className={styles.whole}>
      <Choice
        label="Podcast"
        any="All podcasts"
        options={podcasts.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={valueIn(query, 'podcast')}
        onChange={(value) => onChange(withValue(query, 'podcast', value))}
      />
    </div>
  )
}

type ChoiceProps = {
  label: string
  any: string
  options: readonly { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
}

/** One that was typed and is none of the options stands among them. */
function Choice({ label, any, options, value, onChange }: ChoiceProps) {
  const isKnown = value === null || options.some((option) => option.value === value)
  return (
    <label className={styles.label}>
      {label}
      <select
        className={styles.select}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {isKnown ? null : <option value={value}>{value}</option>}
      </select>
    </label>
  )
}

/** The same as text: for what has no control of its own. It counts once Enter is pressed or the field is left. */
function QueryField({ query, onChange }: PartProps) {
  const hintId = useId()
  const [typed, setTyped] = useState(query)
  const remark = parseQuery(typed, Date.now()).remarks[0]?.sentence ?? null
  const take = () => {
    if (typed.trim() !== query) onChange(typed.trim())
  }
  return (
    <div className={styles.whole}>
      <TextField
        label="As a query"
        autoComplete="off"
        spellCheck={false}
        placeholder="-topic:Sponsors kind:failure-mode tag:later"
        aria-describedby={hintId}
        value={typed}
        problem={remark}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          take()
        }}
      />
    </div>
  )
}
