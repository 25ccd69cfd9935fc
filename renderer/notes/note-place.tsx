import { ChevronLeft, ChevronRight, Repeat, X } from 'lucide-react'
import type { Anchor } from '../../shared/models/annotation.ts'
import { useOffset } from '../db/use-offset.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { playFrom } from '../player/actions.ts'
import { toAudio } from '../player/timeline.ts'
import { keyWords } from '../shell/key-chord.ts'
import { isMac } from '../shell/keys.ts'
import { useKeysOf } from '../shell/use-keys-of.ts'
import type { AnchorSide } from './edited-anchor.ts'
import type { OpenEditor } from './editor-store.ts'
import styles from './note-place.module.css'
import type { NoteSession } from './note-session.ts'
import { dropEnd, nudgeSeconds, nudgeSide, setSideHere, takeChapter, toggleLoop } from './range-by-ear.ts'
import { useLoop } from './range-loop.ts'
import { preciseClock } from './time-words.ts'

type NotePlaceProps = { editor: Pick<OpenEditor, 'session' | 'content'> }

/** Where the note that is written belongs, with what moves it. */
export function NotePlace({ editor: { session, content } }: NotePlaceProps) {
  const { anchor } = content
  const isNew = session.isNew
  switch (anchor.kind) {
    case 'moment':
    case 'range':
      return <Ends anchor={anchor} session={session} />
    case 'chapter':
      return (
        <div className={styles.place}>
          <p className={styles.word}>
            {isNew ? 'New note on the chapter' : 'On the chapter'} <span dir="auto">{anchor.title}</span>
          </p>
          <Button tone="quiet" onClick={dropEnd}>
            Its beginning only
          </Button>
        </div>
      )
    case 'highlight':
      return <p className={styles.word}>{isNew ? 'Note on this highlight' : 'Edit this note'}</p>
    case 'transcript':
      return (
        <p className={styles.word}>
          On “<span dir="auto">{anchor.quote}</span>”
        </p>
      )
  }
}

type EndsProps = {
  anchor: Extract<Anchor, { kind: 'moment' | 'range' }>
  session: NoteSession
}

function Ends({ anchor, session }: EndsProps) {
  const { episodeId } = session
  const offsetSeconds = useOffset(episodeId)
  const isLooping = useLoop(({ loop }) => loop?.episodeId === episodeId)
  const startKey = useKeysOf('note-starts-here')
  const endKey = useKeysOf('note-ends-here')
  return (
    <div className={styles.place}>
      <span className={styles.word}>{session.isNew ? 'New note at' : 'Note at'}</span>
      <End
        side="start"
        seconds={anchor.startSeconds}
        audioSeconds={toAudio(anchor.startSeconds, offsetSeconds)}
        onPlay={(seconds) => void playFrom(episodeId, seconds)}
      />
      {anchor.kind === 'moment' ? null : (
        <>
          <span className={styles.word}>to</span>
          <End
            side="end"
            seconds={anchor.endSeconds}
            audioSeconds={toAudio(anchor.endSeconds, offsetSeconds)}
            // A little before it, which is what the ear needs to judge an end.
            onPlay={(seconds) =>
              void playFrom(episodeId, Math.max(anchor.startSeconds, seconds - leadSeconds))
            }
          />
          <IconButton label="Without an end" icon={<X size={13} />} size="small" onClick={dropEnd} />
        </>
      )}
      <Button tone="quiet" title={keyTitle(startKey)} onClick={() => setSideHere('start')}>
        Start here
      </Button>
      <Button tone="quiet" title={keyTitle(endKey)} onClick={() => setSideHere('end')}>
        End here
      </Button>
      {anchor.kind === 'moment' ? (
        <Button tone="quiet" onClick={() => void takeChapter()}>
          Whole chapter
        </Button>
      ) : (
        <Button tone="quiet" icon={<Repeat size={13} />} aria-pressed={isLooping} onClick={toggleLoop}>
          Loop
        </Button>
      )}
    </div>
  )
}

function keyTitle(keys: string | null): string | undefined {
  return keys === null ? undefined : keyWords(keys, isMac()).flat().join(' ')
}

const leadSeconds = 3

type EndProps = {
  side: AnchorSide
  seconds: number
  audioSeconds: number
  onPlay: (seconds: number) => void
}

function End({ side, seconds, audioSeconds, onPlay }: EndProps) {
  const time = preciseClock(audioSeconds)
  return (
    <span className={styles.end}>
      <IconButton
        label={`${side === 'start' ? 'Start' : 'End'} half a second earlier`}
        icon={<ChevronLeft size={14} />}
        size="small"
        onClick={() => nudgeSide(-nudgeSeconds, side)}
      />
      <button
        type="button"
        className={styles.time}
        aria-label={side === 'start' ? `Play from ${time}` : `Play up to ${time}`}
        onClick={() => onPlay(seconds)}
      >
        {time}
      </button>
      <IconButton
        label={`${side === 'start' ? 'Start' : 'End'} half a second later`}
        icon={<ChevronRight size={14} />}
        size="small"
        onClick={() => nudgeSide(nudgeSeconds, side)}
      />
    </span>
  )
}
