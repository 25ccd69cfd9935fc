import { ListFilter } from 'lucide-react'
import { memo, useId } from 'react'
import { Link, useLocation } from 'wouter'
import type { SmartListRow } from '../db/rows.ts'
import { listSmartLists } from '../db/smart-lists.ts'
import { useLive } from '../db/use-live.ts'
import { showFront } from '../shell/front-pane.ts'
import styles from '../shell/navigation.module.css'
import { ListMenu } from './list-menu.tsx'
import { addressOfList } from './open-list.ts'
import { useListCount } from './use-list-count.ts'

/** Nothing until there is one. */
export function SmartListsSection() {
  const headingId = useId()
  const lists = useLive(listSmartLists, [])
  if (lists === undefined || lists.length === 0) return null
  return (
    <nav aria-labelledby={headingId} className={styles.lists}>
      <h2 id={headingId} className={styles.heading}>
        Smart lists
      </h2>
      <ul className={styles.smartLists}>
        {lists.map((list) => (
          <ListItem key={list.id} list={list} />
        ))}
      </ul>
    </nav>
  )
}

const ListItem = memo(function ListItem({ list }: { list: SmartListRow }) {
  const [location] = useLocation()
  const describedBy = useId()
  const count = useListCount(list.query)
  const href = addressOfList(list.id)
  return (
    <li className={styles.podcast}>
      <Link
        href={href}
        className={styles.link}
        title={`${list.name}\n${list.query}`}
        aria-current={location === href ? 'page' : undefined}
        aria-describedby={count === null ? undefined : describedBy}
        onClick={() => showFront('place')}
      >
        <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.name} dir="auto">
          {list.name}
        </span>
        {count === null ? null : (
          <>
            <span className={styles.listCount} aria-hidden="true">
              {count.toLocaleString('en')}
            </span>
            <span id={describedBy} hidden>
              {count === 1 ? '1 episode' : `${count} episodes`}
            </span>
          </>
        )}
      </Link>
      <ListMenu list={list} className={styles.podcastMenu} />
    </li>
  )
})
