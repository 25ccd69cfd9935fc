import { Highlighter, SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import { kindOfLane } from '../../shared/models/highlight-lane.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import view from '../elements/view.module.css'
import { useFocusKept } from '../library/use-focus-kept.ts'
import styles from './highlights-view.module.css'
import { kindHeadings } from './kind-words.ts'
import { LaneChips } from './lanes/lane-chips.tsx'
import { addressOfChoice, choiceInAddress, everyHighlight, narrowings } from './lanes/lane-choice.ts'
import { LaneFilters } from './lanes/lane-filters.tsx'
import { LaneList } from './lanes/lane-list.tsx'
import { chooseLanes, takeChoice, useLaneChoice } from './lanes/lane-store.ts'
import tools from './lanes/lane-tools.module.css'
import { useLanes } from './lanes/use-lanes.ts'

/** Every highlight of the library, a kind at a time, newest episode first. */
export function HighlightsView() {
  const choice = useLaneChoice()
  useAddress()
  const lanes = useLanes(choice)
  const name = kindHeadings[kindOfLane(lanes?.items.lane ?? choice.lane) ?? 'other']
  const count = lanes?.items.length ?? null
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  return (
    <section ref={section} className={view.whole} aria-label="All highlights">
      <header className={view.header}>
        <div className={view.line}>
          <h2 className={view.title}>Highlights</h2>
          <span className={view.total} role="status">
            {count === null ? '' : count === 1 ? '1 highlight' : `${count.toLocaleString('en')} highlights`}
          </span>
        </div>
        <div className={tools.tools}>
          <LaneChips
            lane={choice.lane}
            counts={lanes?.counts ?? noCounts}
            labels={lanes?.episodes.labels ?? noLabels}
            onChoose={(lane) => chooseLanes({ lane })}
          />
          <LaneFilters choice={choice} onChange={chooseLanes} />
        </div>
      </header>
      {lanes === null ? (
        <div className={styles.waiting} aria-busy="true" />
      ) : lanes.items.length > 0 ? (
        <LaneList
          key={addressOfChoice(choice)}
          items={lanes.items}
          name={name}
          positionKey={addressOfChoice(choice)}
          opens="none"
        />
      ) : narrowings(choice) > 0 ? (
        <EmptyState icon={<SearchX size={20} />} title="No highlight of this kind is like that">
          Take something away to see more of them, or{' '}
          <Button onClick={() => chooseLanes(everyHighlight)}>Show all</Button>
        </EmptyState>
      ) : [...lanes.counts.values()].some((each) => each > 0) ? (
        <EmptyState title="None of this kind yet">The other kinds have some.</EmptyState>
      ) : (
        <EmptyState icon={<Highlighter size={20} />} title="No highlights yet">
          They come with the episodes of a podcast. Add one, or request a transcript of an episode that has
          none.
        </EmptyState>
      )}
    </section>
  )
}

const noCounts: ReadonlyMap<string, number> = new Map()
const noLabels: ReadonlyMap<string, string> = new Map()

/** The address says what is listed: where it asks for something, that is listed; else what was listed last. */
function useAddress(): void {
  const [location] = useLocation()
  useEffect(() => {
    if (!/^\/highlights(?:\/|$)/.test(location)) return
    // As it stands in the window: the router has taken out of it what was encoded.
    const asked = choiceInAddress(window.location.hash)
    const choice = useLaneChoice.getState()
    if (asked === null) navigate(addressOfChoice(choice), { replace: true })
    else if (addressOfChoice(asked) !== addressOfChoice(choice)) takeChoice(asked)
  }, [location])
}
