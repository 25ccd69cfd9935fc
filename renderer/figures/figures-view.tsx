import { ChartColumn } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { episodeRowsOf } from '../db/episodes.ts'
import { liveSittings } from '../db/live-sittings.ts'
import { useLive } from '../db/use-live.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { View } from '../elements/view.tsx'
import { BarChart } from './bar-chart.tsx'
import { byPodcast, byTopic, countListening, type Listening, type NamedEpisode } from './count-listening.ts'
import { bucketNouns, lengthText, periodNames, savedText } from './figure-words.ts'
import styles from './figures-view.module.css'
import { bucketsOf, type Period, periods } from './periods.ts'
import { ShareTable } from './share-table.tsx'

const sittings = liveSittings()
const options = periods.map((value) => ({ value, label: periodNames[value] }))
const noEpisodes: readonly NamedEpisode[] = []

/** How much the person heard, when, and of what. */
export function FiguresView() {
  const heard = useSyncExternalStore(sittings.subscribe, sittings.latest)
  const [period, setPeriod] = useState<Period>('days')
  const listening = useMemo(
    () => (heard === undefined ? null : countListening(heard, bucketsOf(period, new Date()))),
    [heard, period],
  )
  return (
    <View
      title="Figures"
      label="Your listening"
      tools={<Segmented label="Period" options={options} value={period} onChange={setPeriod} />}
    >
      {listening === null ? (
        <div aria-busy="true" />
      ) : listening.heardSeconds === 0 ? (
        <Nothing isEver={heard?.length === 0} />
      ) : (
        <Drawn listening={listening} period={period} />
      )}
    </View>
  )
}

function Nothing({ isEver }: { isEver: boolean }) {
  return (
    <EmptyState
      icon={<ChartColumn size={20} />}
      title={isEver ? 'Nothing heard yet' : 'Nothing heard in this time'}
    >
      {isEver
        ? 'Play an episode: how long you listen, and to what, is counted here. It stays on this computer.'
        : 'Choose a longer time above.'}
    </EmptyState>
  )
}

function Drawn({ listening, period }: { listening: Listening; period: Period }) {
  const ids = useMemo(() => [...listening.byEpisode.keys()], [listening])
  const episodes = useLive(() => episodeRowsOf(ids), [ids]) ?? noEpisodes
  const saved = savedText(listening)
  return (
    <div className={styles.figures}>
      <dl className={styles.totals}>
        <Total name="Heard" value={lengthText(listening.heardSeconds)} />
        <Total
          name={listening.byEpisode.size === 1 ? 'Episode' : 'Episodes'}
          value={listening.byEpisode.size}
        />
        <Total name={listening.days === 1 ? 'Day' : 'Days'} value={listening.days} />
        {saved === null ? null : <Total name="Time saved" value={saved} />}
      </dl>
      <section className={styles.section} aria-label="Over time">
        <BarChart listening={listening} />
        <details className={styles.details}>
          <summary>As a table</summary>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{bucketNouns[period]}</th>
                <th scope="col" className={styles.amount}>
                  Heard
                </th>
              </tr>
            </thead>
            <tbody>
              {listening.bars.toReversed().map(({ bucket, seconds }) => (
                <tr key={bucket.firstDay}>
                  <th scope="row">{bucket.name}</th>
                  <td className={styles.amount}>{lengthText(seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </section>
      <ShareTable title="By podcast" noun="Podcast" shares={byPodcast(listening.byEpisode, episodes)} />
      <ShareTable
        title="By topic"
        noun="Topic"
        shares={byTopic(listening.byEpisode, episodes)}
        hint="An episode counts in each of its topics."
      />
      <p className={styles.hint}>
        Audio at normal speed; what you hear twice in a day counts once, and what you skip or mark by hand not
        at all. Time is saved by speed and by trimmed silence. What you heard before Earmark counted is not in
        it. Nobody but you sees this.
      </p>
    </div>
  )
}

function Total({ name, value }: { name: string; value: string | number }) {
  return (
    <div className={styles.total}>
      <dt>{name}</dt>
      <dd>{typeof value === 'number' ? value.toLocaleString('en') : value}</dd>
    </div>
  )
}
