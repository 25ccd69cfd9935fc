import { describe, expect, test } from 'vitest'
import { annotationCollection, webAnnotation } from '../../../shared/formats/web-annotation.ts'
import { madeNote } from './made-notes.ts'

const source = { source: 'https://audio.example/1.mp3', scope: 'https://tea.example/steeping' }

describe('a note as W3C Web Annotation', () => {
  test('on a moment is a comment on a time of the audio', () => {
    expect(webAnnotation(madeNote(1), source)).toEqual({
      id: 'earmark://note/0195a000-0000-7000-8000-000000000001',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-03-01T08:00:00.000Z',
      modified: '2026-03-02T09:30:00.125Z',
      body: { type: 'TextualBody', value: 'Three minutes.', format: 'text/markdown', purpose: 'commenting' },
      target: {
        type: 'SpecificResource',
        ...source,
        selector: [
          { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 't=61.5' },
        ],
      },
    })
  })

  test('on a highlight without a time is found by its quote', () => {
    const anchor = {
      kind: 'highlight' as const,
      highlightKind: 'main-idea' as const,
      quote: 'Small "leaves"',
    }
    const { motivation, body, target } = webAnnotation(madeNote(1, { anchor, body: '' }), {
      source: 'https://tea.example/steeping',
      scope: 'https://tea.example/steeping',
    })
    expect({ motivation, body, target }).toEqual({
      motivation: 'highlighting',
      body: undefined,
      target: {
        type: 'SpecificResource',
        source: 'https://tea.example/steeping',
        selector: [{ type: 'TextQuoteSelector', exact: 'Small "leaves"' }],
      },
    })
  })

  test('on a range of words that were said has its end, its quote, and all that was said of it', () => {
    const anchor = {
      ...{ kind: 'transcript' as const, startSeconds: 12.5, endSeconds: 40 },
      ...{ quote: 'Not a minute more', prefix: 'Steep it. ', suffix: ', she said' },
    }
    const note = madeNote(1, { anchor, tags: ['Green tea', 'later'], colour: 'doubt', starred: true })
    const { body, target } = webAnnotation(note, source)
    expect(body).toEqual([
      { type: 'TextualBody', value: 'Three minutes.', format: 'text/markdown', purpose: 'commenting' },
      { type: 'TextualBody', value: 'Green tea', purpose: 'tagging' },
      { type: 'TextualBody', value: 'later', purpose: 'tagging' },
      { type: 'TextualBody', value: 'Doubt', purpose: 'classifying' },
      { type: 'TextualBody', value: 'starred', purpose: 'assessing' },
    ])
    expect(target.selector).toEqual([
      { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 't=12.5,40' },
      {
        ...{ type: 'TextQuoteSelector', exact: 'Not a minute more' },
        ...{ prefix: 'Steep it. ', suffix: ', she said' },
      },
    ])
  })

  test('stands in a collection whose one page holds all', () => {
    const collection = annotationCollection(
      'earmark://episode/a/b',
      'On steeping',
      [madeNote(1), madeNote(2)],
      source,
    )
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'earmark://episode/a/b',
      type: 'AnnotationCollection',
      label: 'On steeping',
      total: 2,
      first: {
        type: 'AnnotationPage',
        startIndex: 0,
        items: [{ type: 'Annotation' }, { type: 'Annotation' }],
      },
    })
  })
})
