import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { episodeMarkdown } from '../../../shared/formats/episode-markdown.ts'
import { oneLine } from '../../../shared/formats/plain-text.ts'
import { hostileText } from './hostile-text.ts'
import { madeNote, madeNotedEpisode } from './made-notes.ts'

const onHighlight = {
  kind: 'highlight' as const,
  highlightKind: 'main-idea' as const,
  quote: 'Small leaves.',
}

describe('the Markdown of an episode', () => {
  test('has what the service said of it and what the person did, with links to each time', () => {
    const noted = madeNotedEpisode(
      {},
      {
        notes: [
          madeNote(1, { body: 'Try *this*.\n\n- twice' }),
          madeNote(2, { anchor: onHighlight, body: 'Why?' }),
          madeNote(3, { anchor: { ...onHighlight, quote: 'Reworded since.' }, body: 'Hm.' }),
        ],
        drafts: [{ text: 'Half a tho', startSeconds: null }],
        listening: { positionSeconds: 75.5, finishedAt: null, heardAt: '2026-03-05T10:30:00.000Z' },
      },
    )
    expect(episodeMarkdown(noted)).toBe(`---
title: "On steeping"
podcast: "Tea and talk"
episode: "tea-and-talk/on-steeping"
published: 2026-03-04
duration: "30:00"
url: "https://tea.example/steeping"
audio: "https://audio.example/1.mp3"
earmark: "earmark://episode/tea-and-talk/on-steeping"
notes: 3
position: "1:15"
heard: 2026-03-05T10:30:00
topics:
  - "Green tea"
tags:
  - "Green-tea"
---

# On steeping

Tea and talk · 2026-03-04 · 30:00 · [Open in Earmark](earmark://episode/tea-and-talk/on-steeping) · [Page](https://tea.example/steeping) · [Audio](https://audio.example/1.mp3)

## Summary

> About water.

## Chapters

- [0:00](https://audio.example/1.mp3#t=0) Welcome
- [1:00](https://audio.example/1.mp3#t=60) Water: How hot?

## Main ideas

- Small leaves. ([0:12](https://audio.example/1.mp3#t=12))

  > Why?

## Notes

### [1:01](https://audio.example/1.mp3#t=61.5) · Water · 2026-03-01

> Try *this*.
>
> - twice

### Water · 2026-03-01

On “Reworded since.”:

> Hm.

## Unfinished notes

unfinished

> Half a tho
`)
  })

  test('without audio on the web its times lead into Earmark', () => {
    const text = episodeMarkdown(madeNotedEpisode({}, { audioUrl: null, notes: [madeNote(1)] }))
    expect(text).toContain('### [1:01](earmark://episode/tea-and-talk/on-steeping?t=61)')
  })

  test('tells of a range its end, of a chapter its title, and of each note its tags, star and colour', () => {
    const notes = [
      madeNote(1, {
        anchor: { kind: 'chapter', startSeconds: 60, title: 'Water' },
        tags: ['Green tea', '2'],
      }),
      madeNote(2, {
        anchor: { kind: 'range', startSeconds: 61.5, endSeconds: 75 },
        ...{ body: '', starred: true, colour: 'question' },
      }),
    ]
    const text = episodeMarkdown(madeNotedEpisode({}, { notes }))
    expect(text.slice(text.indexOf('## Notes'))).toBe(`## Notes

### [1:00](https://audio.example/1.mp3#t=60) · Water · 2026-03-01

On “Water”:

> Three minutes.

#Green-tea · 2

### [1:01–1:15](https://audio.example/1.mp3#t=61.5,75) · Water · 2026-03-01

★ · Question
`)
  })

  test('keeps its shape whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 8, maxLength: 8 }), (texts) => {
        const [
          title = '',
          podcastTitle = '',
          chapter = '',
          highlight = '',
          summary = '',
          one = '',
          two = '',
          topic = '',
        ] = texts
        const noted = madeNotedEpisode(
          {
            title,
            podcastTitle,
            summary: `s${summary}`,
            topics: [topic],
            chapters: [{ startSeconds: 0, title: chapter, description: one }],
            highlights: [{ kind: 'main-idea', text: highlight, label: two }],
          },
          {
            notes: [
              madeNote(1, { body: `o${one}`, context: { ...madeNote(1).context, chapterTitle: chapter } }),
              madeNote(2, { body: `t${two}`, anchor: { ...onHighlight, quote: highlight } }),
              madeNote(3, { body: `u${one}`, anchor: { ...onHighlight, quote: `${highlight} once` } }),
            ],
          },
        )
        const [, properties = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(episodeMarkdown(noted)) ?? []
        expect(parse(properties)).toMatchObject({
          title: oneLine(title),
          podcast: oneLine(podcastTitle),
          notes: 3,
        })
        expect(fromMarkdown(body).children.map(({ type }) => type)).toEqual([
          ...['heading', 'paragraph'],
          ...['heading', 'blockquote'],
          ...['heading', 'list'],
          ...['heading', 'list'],
          ...['heading', 'heading', 'blockquote', 'heading', 'paragraph', 'blockquote'],
        ])
      }),
      { numRuns: 150 },
    )
  })
})
