import { type HighlightKind, highlightKinds } from '../../../shared/models/episode.ts'
import { kindOfLane, type LaneKey } from '../../../shared/models/highlight-lane.ts'
import { KindBadge } from '../../elements/kind-badge.tsx'
import { kindHeadings } from '../kind-words.ts'
import styles from './lane-tools.module.css'

type LaneChipsProps = {
  lane: LaneKey
  counts: ReadonlyMap<LaneKey, number>
  labels: ReadonlyMap<LaneKey, string>
  onChoose: (lane: LaneKey) => void
}

/** A button for each kind, with how many there are; of what the service words itself, a choice among its words. */
export function LaneChips({ lane, counts, labels, onChoose }: LaneChipsProps) {
  const chosen = kindOfLane(lane)
  const words = [...labels.keys()].filter((each) => (counts.get(each) ?? 0) > 0)
  words.sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1))
  return (
    <>
      <fieldset className={styles.kinds} aria-label="Kind">
        {highlightKinds.map((kind) => (
          <Chip
            key={kind}
            kind={kind}
            count={counts.get(kind) ?? 0}
            isChosen={kind === chosen}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
      {chosen !== 'other' || words.length === 0 ? null : (
        <select
          className={styles.select}
          aria-label="Word for the kind"
          value={lane}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="other">All others</option>
          {words.slice(0, mostWords).map((each) => (
            <option key={each} value={each}>
              {labels.get(each)} ({(counts.get(each) ?? 0).toLocaleString('en')})
            </option>
          ))}
          {lane === 'other' || words.slice(0, mostWords).includes(lane) ? null : (
            <option value={lane}>{labels.get(lane) ?? lane.slice(lane.indexOf('/') + 1)} (0)</option>
          )}
        </select>
      )}
    </>
  )
}

/** A service that words every one in another way would make a list that nobody reads. */
const mostWords = 100

type ChipProps = {
  kind: HighlightKind
  count: number
  isChosen: boolean
  onChoose: (lane: LaneKey) => void
}

function Chip({ kind, count, isChosen, onChoose }: ChipProps) {
  return (
    <button
      type="button"
      className={styles.kind}
      data-kind={kind}
      aria-pressed={isChosen}
      onClick={() => onChoose(kind)}
    >
      <KindBadge kind={kind} label={kindHeadings[kind]} />
      <span className={styles.count}>{count.toLocaleString('en')}</span>
    </button>
  )
}
