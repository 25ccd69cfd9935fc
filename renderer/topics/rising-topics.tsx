import { FileText, TrendingUp } from 'lucide-react'
import { useMemo } from 'react'
import { useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { openDossier } from '../dossier/open-dossier.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { showTopics } from '../library/filter-store.ts'
import { goTo } from '../shell/open.ts'
import { useToday } from '../tracker/today.ts'
import {
  countingRising,
  fewestEpisodes,
  fewestRecent,
  type Rising,
  type RisingTopics as Risings,
  recentDays,
} from './rising.ts'
import styles from './rising-topics.module.css'

const measure = `Topics with a larger share of the episodes of the last ${recentDays} days than of the year before: at least half as large again, in at least ${fewestRecent} episodes, and more than chance is likely to bring.`

/** Topics that came up more of late. */
export function RisingTopics() {
  const library = useLibrary()
  const today = useToday(({ today: day }) => day)
  const count = useMemo(() => countingRising(endOf(today)), [today])
  const begin = useMemo(() => (library === undefined ? null : () => count(library)), [library, count])
  const rising = useSliced(begin)
  if (rising === null) return <div aria-busy="true" />
  if (rising.topics.length === 0) {
    return (
      <EmptyState icon={<TrendingUp size={20} />} title="No topic rises">
        {whyNone(rising)}
      </EmptyState>
    )
  }
  const most = rising.topics.reduce((highest, { recent }) => Math.max(highest, recent / rising.recent), 0)
  return (
    <div className={styles.scroller}>
      <p className={styles.measure}>{measure}</p>
      <ol aria-label="Rising topics" className={styles.topics}>
        {rising.topics.map((each) => (
          <RisingItem key={each.topic} rising={each} of={rising} mostShare={most} />
        ))}
      </ol>
    </div>
  )
}

function RisingItem({ rising, of, mostShare }: { rising: Rising; of: Risings; mostShare: number }) {
  const { topic, recent, before } = rising
  const [now, then] = [recent / of.recent, before / of.before]
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.topic}
        onClick={() => {
          showTopics([topic])
          goTo('library')
        }}
      >
        <span className={styles.line}>
          <span className={styles.name} dir="auto">
            {topic}
          </span>
          <span className={styles.growth}>
            {before === 0
              ? 'new'
              : `${(now / then).toLocaleString('en', { maximumFractionDigits: 1 })} times`}
          </span>
        </span>
        <span className={styles.bars} aria-hidden="true">
          <span className={styles.now} style={{ width: `${(now / mostShare) * 100}%` }} />
          <span className={styles.then} style={{ width: `${(then / mostShare) * 100}%` }} />
        </span>
        <span className={styles.shares}>
          {`${recent.toLocaleString('en')} of ${of.recent.toLocaleString('en')} episodes lately (${percent(now)}), ${before.toLocaleString('en')} of ${of.before.toLocaleString('en')} before (${percent(then)})`}
        </span>
      </button>
      <IconButton
        label={`Dossier on ${topic}`}
        size="small"
        className={styles.act}
        icon={<FileText size={14} />}
        onClick={() => openDossier(topic)}
      />
    </li>
  )
}

function whyNone({ recent, before }: Risings): string {
  if (recent < fewestEpisodes || before < fewestEpisodes) {
    return `It takes ${fewestEpisodes} episodes of the last ${recentDays} days and as many of the year before to tell; there are ${recent.toLocaleString('en')} and ${before.toLocaleString('en')}.`
  }
  return measure
}

function percent(share: number): string {
  return share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 })
}

/** Of a day (`2026-03-04`) where the person is, in epoch milliseconds. */
function endOf(today: string): number {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return new Date(year, month - 1, day + 1).getTime()
}
