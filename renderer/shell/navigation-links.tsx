import {
  ChartColumn,
  Download,
  FlaskConical,
  Highlighter,
  Library,
  ListMusic,
  type LucideIcon,
  NotebookPen,
  Send,
  Settings,
  Tags,
} from 'lucide-react'
import { useId } from 'react'
import { Link, useLocation } from 'wouter'
import { showFront } from './front-pane.ts'
import styles from './navigation.module.css'
import { type PlaceCount, usePlaceCounts } from './place-counts.ts'
import { type Place, placeNames, places } from './places.ts'

const icons: Readonly<Record<Place, LucideIcon>> = {
  library: Library,
  'up-next': ListMusic,
  highlights: Highlighter,
  notes: NotebookPen,
  tracker: FlaskConical,
  topics: Tags,
  downloads: Download,
  requests: Send,
  figures: ChartColumn,
  settings: Settings,
}

export function NavigationLinks() {
  const [location] = useLocation()
  const counts = usePlaceCounts()
  return (
    <ul className={styles.places}>
      {places.map((place) => (
        <li key={place}>
          <PlaceLink place={place} current={isAt(location, place)} count={counts[place] ?? null} />
        </li>
      ))}
    </ul>
  )
}

/** Also within it; a podcast's library has a link of its own. */
function isAt(location: string, place: Place): boolean {
  return location === `/${place}` || (place !== 'library' && location.startsWith(`/${place}/`))
}

type PlaceLinkProps = { place: Place; current: boolean; count: PlaceCount | null }

/** Named by the place alone; how many things wait there is its description. */
function PlaceLink({ place, current, count }: PlaceLinkProps) {
  const describedBy = useId()
  const Icon = icons[place]
  return (
    <Link
      href={`/${place}`}
      className={styles.link}
      title={placeNames[place]}
      aria-current={current ? 'page' : undefined}
      aria-describedby={count === null ? undefined : describedBy}
      onClick={() => showFront('place')}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles.name}>{placeNames[place]}</span>
      {count === null ? null : (
        <>
          <span className={styles.count} aria-hidden="true">
            {count.count.toLocaleString('en')}
          </span>
          <span id={describedBy} hidden>
            {count.words}
          </span>
        </>
      )}
    </Link>
  )
}
