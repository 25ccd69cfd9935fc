import { Star } from 'lucide-react'
import { annotationColours, colourWords } from '../../shared/models/annotation-colour.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { useKnownTags } from './known-tags.ts'
import { groupings, orders } from './listed-notes.ts'
import { useNotesChoice } from './notes-choice.ts'
import styles from './notes-tools.module.css'

const groupingWords = {
  date: 'By date',
  episode: 'By episode',
  podcast: 'By podcast',
  tag: 'By tag',
  topic: 'By topic',
}
const orderWords = { newest: 'Newest first', oldest: 'Oldest first', place: 'By their time' }

/** What narrows and orders the notes. */
export function NotesTools() {
  const { typed, tag, colour, onlyStarred, grouping, order } = useNotesChoice()
  const known = useKnownTags()
  return (
    <div className={styles.tools}>
      <input
        type="search"
        className={styles.filter}
        aria-label="Filter by a word"
        placeholder="Filter by a word"
        value={typed}
        onChange={(event) => useNotesChoice.setState({ typed: event.currentTarget.value })}
      />
      <div className={styles.choices}>
        <Choice
          label="Grouped"
          value={grouping}
          options={groupings.map((value) => ({ value, label: groupingWords[value] }))}
          onChange={(value) => useNotesChoice.setState({ grouping: value })}
        />
        <Choice
          label="Order"
          value={order}
          options={orders.map((value) => ({ value, label: orderWords[value] }))}
          onChange={(value) => useNotesChoice.setState({ order: value })}
        />
        <Choice
          label="Tag"
          value={tag ?? ''}
          options={[
            { value: '', label: 'Any tag' },
            ...known.map((each) => ({ value: each.tag, label: each.tag })),
          ]}
          onChange={(value) => useNotesChoice.setState({ tag: value === '' ? null : value })}
        />
        <Choice
          label="Colour"
          value={colour ?? ''}
          options={[
            { value: '', label: 'Any colour' },
            ...annotationColours.map((value) => ({ value, label: colourWords[value] })),
          ]}
          onChange={(value) => useNotesChoice.setState({ colour: value === '' ? null : value })}
        />
        <IconButton
          label="Starred only"
          icon={<Star size={15} fill={onlyStarred ? 'currentColor' : 'none'} />}
          size="small"
          aria-pressed={onlyStarred}
          onClick={() => useNotesChoice.setState({ onlyStarred: !onlyStarred })}
        />
      </div>
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      data-on={value !== options[0]?.value}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
