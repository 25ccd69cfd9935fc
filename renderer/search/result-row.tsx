import { Play } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { clockText, spokenClock } from '../../shared/time/clock.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useKeptHeard } from '../db/use-heard.ts'
import { useListening } from '../db/use-listening.ts'
import { useOffset } from '../db/use-offset.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { Marked } from '../elements/marked.tsx'
import { episodeFacts } from '../library/episode-facts.ts'
import { toAudio } from '../player/timeline.ts'
import { openHit, playHit } from './open-hit.ts'
import { reachHit } from './reached-hit.ts'
import styles from './result-row.module.css'
import type { Mark, SearchHit } from './search-answer.ts'

export type ResultRowProps = {
  hit: SearchHit
  /** `undefined` of an episode that left the library meanwhile. */
  episode: EpisodeRow | undefined
  isStop: boolean
  onReach: (hit: SearchHit) => void
  place?: { index: number; count: number; startPixels: number }
}

export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  if (props.hit.group !== 'episodes') return <PartRow {...props} />
  return props.episode === undefined ? null : <EpisodeRowOf {...props} episode={props.episode} />
})

function EpisodeRowOf(props: ResultRowProps & { episode: EpisodeRow }) {
  const { hit, episode } = props
  const listening = useListening(episode.id)
  const heard = useKeptHeard(episode.id)
  const facts = episodeFacts(episode, listening, heard, new Date())
  return (
    <Row {...props} spoken={facts.spoken}>
      <MarkedLine className={styles.title} text={hit.title} marks={hit.titleMarks} />
      <span className={styles.facts}>
        <span className={styles.podcast} dir="auto">
          {episode.podcastTitle}
        </span>
        {facts.date === null ? null : <span className={styles.fact}>{facts.date}</span>}
        {facts.withdrawn ? <span className={styles.fact}>Withdrawn</span> : null}
        {facts.length === null ? null : <span className={styles.time}>{facts.length}</span>}
      </span>
      {hit.excerpt === null ? null : (
        <MarkedLine className={styles.excerpt} text={hit.excerpt} marks={hit.excerptMarks} />
      )}
    </Row>
  )
}

/** A chapter by its title; a highlight, note or stretch of a transcript by its words. */
function PartRow(props: ResultRowProps) {
  const { hit, episode } = props
  const offsetSeconds = useOffset(hit.episodeId)
  const seconds = hit.startSeconds === null ? null : toAudio(hit.startSeconds, offsetSeconds)
  const isChapter = hit.group === 'chapters'
  const episodeTitle = isChapter ? (episode?.title ?? '') : hit.title
  const words = isChapter ? hit.title : (hit.excerpt ?? hit.title)
  const spoken = [words, seconds === null ? null : spokenClock(seconds), episodeTitle, episode?.podcastTitle]
  return (
    <Row {...props} spoken={spoken.filter((part) => part !== null && part !== undefined).join(', ')}>
      {isChapter ? (
        <MarkedLine className={styles.title} text={hit.title} marks={hit.titleMarks} />
      ) : (
        <MarkedLine
          className={styles.words}
          text={words}
          marks={hit.excerpt === null ? [] : hit.excerptMarks}
        />
      )}
      <span className={styles.facts}>
        <span className={styles.podcast} dir="auto">
          {isChapter ? episodeTitle : <Marked text={episodeTitle} marks={hit.titleMarks.flat()} />}
        </span>
        {episode === undefined ? null : (
          <span className={styles.fact} dir="auto">
            {episode.podcastTitle}
          </span>
        )}
        {seconds === null ? null : <span className={styles.time}>{clockText(seconds)}</span>}
      </span>
      {isChapter && hit.excerpt !== null ? (
        <MarkedLine className={styles.excerpt} text={hit.excerpt} marks={hit.excerptMarks} />
      ) : null}
    </Row>
  )
}

function MarkedLine({
  text,
  marks,
  className,
}: {
  text: string
  marks: readonly Mark[]
  className: string | undefined
}) {
  return (
    <span className={className} dir="auto">
      <Marked text={text} marks={marks.flat()} />
    </span>
  )
}

function Row({
  hit,
  spoken,
  isStop,
  onReach,
  place,
  children,
}: ResultRowProps & { spoken: string; children: ReactNode }) {
  const playable = hit.group === 'episodes' || hit.startSeconds !== null
  return (
    <li
      className={styles.row}
      aria-label={spoken}
      aria-setsize={place?.count}
      aria-posinset={place === undefined ? undefined : place.index + 1}
      data-index={place?.index}
      data-placed={place !== undefined}
      style={place === undefined ? undefined : { transform: `translateY(${place.startPixels}px)` }}
    >
      <button
        type="button"
        data-row=""
        data-stop=""
        className={styles.main}
        tabIndex={isStop ? 0 : -1}
        aria-label={spoken}
        onClick={() => void openHit(hit)}
        onFocus={() => {
          reachHit(hit)
          onReach(hit)
        }}
        onBlur={() => reachHit(null)}
      >
        {children}
      </button>
      {playable ? (
        <IconButton
          label={`Listen to ${spoken}`}
          title={hit.group === 'episodes' ? 'Play' : 'Play from here'}
          icon={<Play size={15} />}
          size="small"
          className={styles.play}
          tabIndex={isStop ? 0 : -1}
          onClick={() => playHit(hit)}
        />
      ) : null}
    </li>
  )
}
