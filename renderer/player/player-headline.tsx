import type { ProblemCode } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { TimeText } from '../elements/time-text.tsx'
import { openEpisode } from '../shell/open.ts'
import { chapterAt } from './chapters.ts'
import { ChosenLine } from './chosen-line.tsx'
import { usePlaceQuestion } from './place-question.ts'
import styles from './player-bar.module.css'
import { play } from './playing.ts'
import { type PlayerEpisode, usePlayer, usePosition } from './store.ts'
import { useIsWaiting } from './use-is-waiting.ts'
import { WhereToContinue } from './where-to-continue.tsx'

/** The line over the seek bar: what plays, where in it, and when that failed, why. */
export function PlayerHeadline() {
  const episode = usePlayer((player) => player.episode)
  const hasFailed = usePlayer(({ status }) => status === 'failed')
  const isWaiting = useIsWaiting()
  const question = usePlaceQuestion((asked) => asked.question)
  if (episode === null) {
    return (
      <div className={styles.headline}>
        <span className={styles.aside}>Nothing to play yet. Choose an episode and press Play.</span>
      </div>
    )
  }
  if (hasFailed) return <Failure episode={episode} />
  if (question !== null && question.episodeId === episode.id) return <WhereToContinue question={question} />
  return (
    <div className={styles.headline} aria-busy={isWaiting || undefined}>
      <PlayingMoment episode={episode} />
      <ChosenLine />
      <EpisodeTitle episode={episode} />
      <Duration />
    </div>
  )
}

function PlayingMoment({ episode }: { episode: PlayerEpisode }) {
  // Whole seconds: what is shown changes no oftener.
  const seconds = usePosition(({ positionSeconds }) => Math.floor(positionSeconds))
  const chapter = chapterAt(episode.chapters, seconds)
  return (
    <>
      <TimeText seconds={seconds} className={styles.now} />
      {chapter === null ? null : <span className={styles.chapter}>{chapter.title}</span>}
    </>
  )
}

function EpisodeTitle({ episode }: { episode: PlayerEpisode }) {
  return (
    <button
      type="button"
      className={styles.title}
      title={`${episode.title} · ${episode.podcastTitle}`}
      onClick={() => openEpisode(episode.id)}
    >
      {episode.title}
    </button>
  )
}

function Duration() {
  const durationSeconds = usePlayer((player) => player.durationSeconds)
  if (durationSeconds === null) return <span className={styles.duration}>–:––</span>
  return <TimeText seconds={durationSeconds} className={styles.duration} />
}

/** Trying again will not help; on the episode's page are the download and the field for another address or file. */
const waysOnThePage: ReadonlySet<ProblemCode> = new Set(['no-audio', 'not-audio', 'not-found', 'rejected'])

function Failure({ episode }: { episode: PlayerEpisode }) {
  const problem = usePlayer((player) => player.problem)
  const isForPage = problem !== null && waysOnThePage.has(problem.code)
  return (
    <div className={styles.headline}>
      <span className={styles.failure} title={problem?.message}>
        {problem?.message ?? 'The audio could not be played.'}
      </span>
      {isForPage ? (
        <Button className={styles.way} onClick={() => openEpisode(episode.id)}>
          Show episode
        </Button>
      ) : (
        <Button className={styles.way} onClick={play}>
          Try again
        </Button>
      )}
    </div>
  )
}
