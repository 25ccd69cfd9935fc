import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { oneLine } from '../../../shared/formats/plain-text.ts'
import { topicDossier } from '../../../shared/formats/topic-dossier.ts'
import type { Anchor } from '../../../shared/models/annotation.ts'
import { hostileText } from './hostile-text.ts'
import { madeNote, madeNotedEpisode } from './made-notes.ts'

const createdAt = '2026-11-30T20:15:00.000Z'

function dossier(topic: string, episodes: readonly NotedEpisode[]): string {
  const format = topicDossier({ topic, createdAt })
  return format.begin() + episodes.map((noted) => format.add(noted)).join('') + format.end()
}

function onHighlight(quote: string): Anchor {
  return { kind: 'highlight', highlightKind: 'practical-takeaway', quote }
}

const steeping = madeNotedEpisode(
  {
    highlights: [
      { kind: 'main-idea', text: 'Small leaves.', startSeconds: 12 },
      { kind: 'practical-takeaway', text: 'Use a timer.', startSeconds: 61 },
      { kind: 'other', label: 'Quote', text: 'Tea is patience.' },
    ],
  },
  {
    notes: [
      madeNote(1, {
        anchor: onHighlight('Use a timer.'),
        body: 'Bought *one*.\n\n- small',
        tags: ['kitchen'],
        tracking: { state: 'trying', note: 'Helps.', lookAgainOn: '2026-12-06' },
      }),
      madeNote(2, { body: 'And in winter?', colour: 'question' }),
      madeNote(3, { body: 'Ask Ann.', tags: ['green tea'] }),
      madeNote(4, { body: 'Not on it at all.' }),
    ],
  },
)
const older = madeNotedEpisode({
  id: 'cups/on-cups',
  title: 'On cups',
  podcastTitle: 'Cups',
  publishedAt: '2025-01-02T05:00:00Z',
  durationSeconds: null,
  highlights: [{ kind: 'failure-mode', text: 'Thin glass.' }],
})

describe('the dossier of a topic', () => {
  test('has its episodes by date, what they say by kind with the notes under each, questions and what became of it', () => {
    expect(dossier('Green tea', [older, steeping])).toBe(`---
title: "Green tea"
topic: "Green tea"
created: 2026-11-30T20:15:00
episodes: 2
podcasts: 2
takeaways: 1
failures: 1
ideas: 1
questions: 1
notes: 3
tags:
  - "Green-tea"
---

# Green tea

2 episodes of 2 podcasts, 2025-01-02 to 2026-03-04.

## Time line

- 2026-03-04 · [On steeping](earmark://episode/tea-and-talk/on-steeping) · Tea and talk · 30:00

- 2025-01-02 · [On cups](earmark://episode/cups/on-cups) · Cups

## Practical takeaways

- Use a timer.

  — [On steeping, 1:01](earmark://episode/tea-and-talk/on-steeping?t=61) · Tea and talk · 2026-03-04

  > Bought *one*.
  >
  > - small

  #kitchen · Trying, look again 2026-12-06

  > Helps.

  2026-03-01 · [Open the note](earmark://note/0195a000-0000-7000-8000-000000000001)

## Failure modes

- Thin glass.

  — [On cups](earmark://episode/cups/on-cups) · Cups · 2025-01-02

## Main ideas

- Small leaves.

  — [On steeping, 0:12](earmark://episode/tea-and-talk/on-steeping?t=12) · Tea and talk · 2026-03-04

## Other highlights

- Quote: Tea is patience.

  — [On steeping](earmark://episode/tea-and-talk/on-steeping) · Tea and talk · 2026-03-04

## Open questions

- [On steeping, 1:01](earmark://episode/tea-and-talk/on-steeping?t=61) · Tea and talk · 2026-03-04

  > And in winter?

  Question

  2026-03-01 · [Open the note](earmark://note/0195a000-0000-7000-8000-000000000002)

## What became of it

- Trying · look again 2026-12-06 · “Use a timer.” · [On steeping](earmark://episode/tea-and-talk/on-steeping) · Tea and talk · 2026-03-04

  > Helps.

## Notes on the topic

- [On steeping, 1:01](earmark://episode/tea-and-talk/on-steeping?t=61) · Tea and talk · 2026-03-04

  > Ask Ann.

  #green-tea

  2026-03-01 · [Open the note](earmark://note/0195a000-0000-7000-8000-000000000003)
`)
  })

  test('of a topic without episodes says so, and is read as any other', () => {
    expect(dossier('Gone', [])).toContain('# Gone\n\n0 episodes of 0 podcasts.\n')
  })

  test('keeps its shape, and says what it was given, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 7, maxLength: 7 }), (texts) => {
        const [topic = '', title = '', podcastTitle = '', highlight = '', label = '', one = '', two = ''] =
          texts
        const noted = madeNotedEpisode(
          {
            title,
            podcastTitle,
            highlights: [
              { kind: 'practical-takeaway', text: highlight },
              { kind: 'other', text: one, label },
            ],
          },
          {
            notes: [
              madeNote(1, {
                anchor: onHighlight(highlight),
                body: `o${one}`,
                tracking: { state: 'worked', note: `w${two}`, lookAgainOn: null },
              }),
              madeNote(2, { body: `t${two}`, colour: 'question' }),
            ],
          },
        )
        const written = dossier(topic, [noted])
        const [, properties = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(written) ?? []
        expect(parse(properties, { version: '1.2' })).toMatchObject({
          topic: oneLine(topic),
          episodes: 1,
          takeaways: 1,
          questions: 1,
          notes: 2,
        })
        const { children } = fromMarkdown(body)
        expect(children.map(({ type }) => type)).toEqual([
          ...['heading', 'paragraph', 'heading', 'list'],
          ...['heading', 'list', 'heading', 'list', 'heading', 'list', 'heading', 'list'],
        ])
        for (const list of children.filter(({ type }) => type === 'list')) {
          expect('children' in list ? list.children : []).toHaveLength(1)
        }
        expect(written.isWellFormed()).toBe(true)
        expect(written).not.toContain('\0')
      }),
      { numRuns: 60 },
    )
  })
})
