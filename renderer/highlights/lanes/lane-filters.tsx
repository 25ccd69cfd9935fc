import { ListFilter } from 'lucide-react'
import { useId, useState } from 'react'
import { listPodcasts } from '../../db/podcasts.ts'
import { useLive } from '../../db/use-live.ts'
import { Button } from '../../elements/button.tsx'
import { Segmented } from '../../elements/segmented.tsx'
import { everyHighlight, type LaneChoice, narrowings } from './lane-choice.ts'
import styles from './lane-tools.module.css'
import { TopicPicker } from './topic-picker.tsx'

const annotatedOptions = [
  { value: 'any', label: 'All' },
  { value: 'with', label: 'With notes' },
  { value: 'without', label: 'Without' },
] as const

const matchingOptions = [
  { value: 'all', label: 'All', title: 'Episodes that have all chosen topics' },
  { value: 'any', label: 'Any', title: 'Episodes that have any of the chosen topics' },
] as const

type LaneFiltersProps = { choice: LaneChoice; onChange: (change: Partial<LaneChoice>) => void }

/** What narrows the list, behind one button that says how much does. */
export function LaneFilters({ choice, onChange }: LaneFiltersProps) {
  const panelId = useId()
  const [isShown, setShown] = useState(false)
  const count = narrowings(choice)
  return (
    <>
      <div className={styles.line}>
        <Button
          icon={<ListFilter size={14} />}
          aria-expanded={isShown}
          aria-controls={panelId}
          onClick={() => setShown(!isShown)}
        >
          {count === 0 ? 'Filter' : `Filter, ${count} on`}
        </Button>
        {count === 0 ? null : (
          <Button tone="quiet" onClick={() => onChange(everyHighlight)}>
            Show all
          </Button>
        )}
      </div>
      {isShown ? (
        <fieldset id={panelId} className={styles.panel} aria-label="Filter">
          <TopicPicker topics={choice.topics} onChange={(topics) => onChange({ topics })} />
          {choice.topics.length < 2 ? null : (
            <div className={styles.whole}>
              <Segmented
                label="Match"
                options={matchingOptions}
                value={choice.matching}
                onChange={(matching) => onChange({ matching })}
              />
            </div>
          )}
          <PodcastChoice choice={choice} onChange={onChange} />
          <label className={styles.label}>
            From
            <input
              type="date"
              className={styles.select}
              value={choice.fromDay ?? ''}
              max={choice.toDay ?? undefined}
              onChange={(event) => onChange({ fromDay: event.currentTarget.value || null })}
            />
          </label>
          <label className={styles.label}>
            Until
            <input
              type="date"
              className={styles.select}
              value={choice.toDay ?? ''}
              min={choice.fromDay ?? undefined}
              onChange={(event) => onChange({ toDay: event.currentTarget.value || null })}
            />
          </label>
          <div className={styles.whole}>
            <Segmented
              label="Notes"
              options={annotatedOptions}
              value={choice.annotated}
              onChange={(annotated) => onChange({ annotated })}
            />
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

function PodcastChoice({ choice, onChange }: LaneFiltersProps) {
  const podcasts = useLive(listPodcasts, []) ?? []
  const { podcastSlug } = choice
  const isKnown = podcastSlug === null || podcasts.some(({ slug }) => slug === podcastSlug)
  return (
    <label className={`${styles.label} ${styles.whole}`}>
      Podcast
      <select
        className={styles.select}
        value={podcastSlug ?? ''}
        onChange={(event) => onChange({ podcastSlug: event.currentTarget.value || null })}
      >
        <option value="">All podcasts</option>
        {podcasts.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
        {isKnown ? null : <option value={podcastSlug}>{podcastSlug}</option>}
      </select>
    </label>
  )
}
