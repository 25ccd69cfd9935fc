import { type KeyboardEvent, useRef, useState } from 'react'
import { clockText, spokenClock } from '../../shared/time/clock.ts'
import { Button } from '../elements/button.tsx'
import { neighbour } from '../elements/roving.ts'
import { publishedText } from '../episode/episode-words.ts'
import { chapterKey, type LeftOut, withChosen } from './choice.ts'
import { ChoiceLine } from './choice-line.tsx'
import type { FoundEpisode } from './find-chapters.ts'
import styles from './found-chapters.module.css'

type FoundListProps = {
  found: readonly FoundEpisode[]
  leftOut: LeftOut
  onChoose: (leftOut: LeftOut) => void
}

/** By episode. Its boxes have one tab stop; the arrows go from box to box. */
export function FoundList({ found, leftOut, onChoose }: FoundListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [reached, setReached] = useState<string | null>(null)
  const stop = reached ?? found[0]?.episode.id
  if (found.length === 0) return null
  const all = found.flatMap(keysOf)
  const isAnyLeftOut = all.some((key) => leftOut.has(key))

  function moveFocus(event: KeyboardEvent): void {
    const boxes: (Element | null)[] = [...(list.current?.querySelectorAll('input') ?? [])]
    const next = neighbour(event.key, boxes.indexOf(document.activeElement), boxes.length)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    list.current?.querySelectorAll('input')[next]?.focus()
  }

  function boxProps(key: string) {
    return { tabIndex: key === stop ? 0 : -1, onReach: () => setReached(key) }
  }

  return (
    <>
      <Button
        tone="quiet"
        className={styles.all}
        onClick={() => onChoose(withChosen(leftOut, all, isAnyLeftOut))}
      >
        {isAnyLeftOut ? 'Choose all' : 'Choose none'}
      </Button>
      <ul ref={list} aria-label="Found chapters" className={styles.episodes} onKeyDown={moveFocus}>
        {found.map((each) => (
          <li key={each.episode.id} className={styles.episode}>
            <ChoiceLine
              {...boxProps(each.episode.id)}
              chosen={stateOf(each, leftOut)}
              onChoose={(chosen) => onChoose(withChosen(leftOut, keysOf(each), chosen))}
            >
              <span className={styles.words}>
                <span className={styles.title} dir="auto">
                  {each.episode.title}
                </span>
                <span className={styles.facts}>
                  <span dir="auto">{each.episode.podcastTitle}</span>
                  <span>{publishedText(each.episode.publishedAtMs)}</span>
                </span>
              </span>
            </ChoiceLine>
            <ul className={styles.chapters}>
              {each.chapters.map((chapter) => {
                const key = chapterKey(each, chapter)
                const { startSeconds, title, lengthSeconds } = chapter
                return (
                  <li key={key}>
                    <ChoiceLine
                      {...boxProps(key)}
                      chosen={leftOut.has(key) ? 'none' : 'all'}
                      onChoose={(chosen) => onChoose(withChosen(leftOut, [key], chosen))}
                    >
                      <span className={styles.start}>{clockText(startSeconds)}</span>
                      <span className={styles.chapter} dir="auto">
                        {title}
                      </span>
                      {lengthSeconds === null ? null : (
                        <span className={styles.length}>
                          <span aria-hidden="true">{clockText(lengthSeconds)}</span>
                          <span className="visually-hidden">, {spokenClock(lengthSeconds)} long</span>
                        </span>
                      )}
                    </ChoiceLine>
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function keysOf(each: FoundEpisode): string[] {
  return each.chapters.map((chapter) => chapterKey(each, chapter))
}

function stateOf(each: FoundEpisode, leftOut: LeftOut): 'all' | 'some' | 'none' {
  const left = keysOf(each).filter((key) => leftOut.has(key)).length
  if (left === 0) return 'all'
  return left === each.chapters.length ? 'none' : 'some'
}
