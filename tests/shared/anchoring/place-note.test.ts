import { describe, expect, test } from 'vitest'
import { placedFrom, sureFrom } from '../../../shared/anchoring/bars.ts'
import { placeNote } from '../../../shared/anchoring/place-note.ts'
import { chapter, idea, made, moment, onHighlight, shifted, state } from './states.ts'

const before = state()
const [welcome, outage, owns, monday] = before.chapters
if (welcome === undefined || outage === undefined || owns === undefined || monday === undefined)
  throw new Error('fewer')

describe('a moment', () => {
  const note = moment(before, 1000)

  test('stands while its chapter does', () => {
    expect(placeNote(note, [before])).toBeNull()
    expect(placeNote(note, [state({ highlights: [idea('New')], durationSeconds: 2401 }), before])).toBeNull()
  })

  test('keeps its distance from the start of its chapter, which moved', () => {
    const now = state({
      chapters: [welcome, outage, chapter(1020, owns.title), chapter(1620, monday.title)],
      durationSeconds: 2520,
    })
    expect(placeNote(note, [now, before])).toMatchObject({
      anchor: { kind: 'moment', startSeconds: 1120 },
      context: { chapterTitle: owns.title, chapterStartSeconds: 1020, durationSeconds: 2520 },
      placement: { how: 'chapter', causes: ['chapter-moved'], was: note, suggestion: null },
    })
  })

  test('stays where it is in an audio that did not change, when its chapter merely begins elsewhere in it', () => {
    const now = state({ chapters: [welcome, outage, chapter(880, owns.title), monday] })
    expect(placeNote(note, [now, before])).toBeNull()
  })

  test('is shifted with all chapters', () => {
    expect(placeNote(note, [shifted(before, 35), before])).toMatchObject({
      anchor: { startSeconds: 1035 },
      placement: { how: 'chapter', sureness: 0.98, causes: ['audio-shifted'] },
    })
  })

  test('is shifted with the chapters around it when its own is gone', () => {
    const now = shifted(state({ chapters: [welcome, outage, monday] }), 35)
    expect(placeNote(note, [now, before])).toMatchObject({
      anchor: { startSeconds: 1035 },
      placement: { how: 'time', causes: ['chapter-gone', 'audio-shifted'] },
    })
  })

  test('before the first chapter is shifted as well', () => {
    const late = state({ chapters: [outage, owns, monday] })
    const early = moment(late, 100)
    expect(placeNote(early, [late])).toBeNull()
    expect(placeNote(early, [shifted(late, 30), late])).toMatchObject({
      anchor: { startSeconds: 130 },
      placement: { how: 'time' },
    })
  })

  test('stays in a chapter that was renamed, and says so', () => {
    const now = state({ chapters: [welcome, outage, chapter(900, 'Agents and their owners'), monday] })
    expect(placeNote(note, [now, before])).toMatchObject({
      anchor: { startSeconds: 1000 },
      context: { chapterTitle: 'Agents and their owners' },
      placement: { how: 'chapter', causes: ['chapter-renamed'] },
    })
  })

  test('stays where it is when its chapter was split, or merged into the one before', () => {
    const split = state({ chapters: [welcome, outage, owns, chapter(980, 'Agents at night'), monday] })
    const merged = state({ chapters: [welcome, outage, monday] })
    expect(placeNote(note, [split, before])).toBeNull()
    expect(placeNote(note, [merged, before])).toMatchObject({
      anchor: { startSeconds: 1000 },
      context: { chapterTitle: outage.title },
      placement: { how: 'time', causes: ['chapter-gone'] },
    })
  })

  test('waits when the chapters around it moved apart', () => {
    const now = state({ chapters: [welcome, outage, chapter(1700, monday.title)], durationSeconds: 2600 })
    const found = placeNote(note, [now, before])
    expect(found).toMatchObject({ anchor: note.anchor, placement: { how: 'unplaced' } })
    expect(found?.placement.suggestion).not.toBeNull()
  })

  test('waits when no chapter is known again and the audio has another length', () => {
    const now = state({ chapters: [chapter(0, 'Alpha'), chapter(1203, 'Beta')], durationSeconds: 1900 })
    expect(placeNote(note, [now, before])?.placement).toMatchObject({
      how: 'unplaced',
      suggestion: { how: 'time' },
    })
  })

  test('waits when the audio no longer goes so far', () => {
    const late = moment(before, 2300)
    const now = state({ durationSeconds: 1800 })
    expect(placeNote(late, [now, before])?.placement).toMatchObject({
      how: 'unplaced',
      causes: ['audio-shortened'],
      suggestion: { anchor: { startSeconds: 1800 } },
    })
  })

  test('of which no change is known follows the chapter that it kept', () => {
    expect(placeNote(note, [shifted(before, 35)])).toMatchObject({
      anchor: { startSeconds: 1035 },
      placement: { how: 'chapter', sureness: 0.85 },
    })
  })

  test('made while there were no chapters stands when some come', () => {
    const bare = state({ chapters: [] })
    expect(placeNote(moment(bare, 1000), [before, bare])).toBeNull()
    expect(placeNote(moment(bare, 1000), [before])).toBeNull()
  })

  test('keeps its length as a range', () => {
    const range = made(before, { kind: 'range', startSeconds: 1000, endSeconds: 1040 })
    expect(placeNote(range, [shifted(before, -20), before])?.anchor).toEqual({
      kind: 'range',
      startSeconds: 980,
      endSeconds: 1020,
    })
  })
})

describe('a chapter', () => {
  const note = made(before, { kind: 'chapter', startSeconds: owns.startSeconds, title: owns.title })

  test('is followed where it moved, also when the audio stayed', () => {
    const now = state({ chapters: [welcome, outage, chapter(960, owns.title), monday] })
    expect(placeNote(note, [now, before])).toMatchObject({
      anchor: { kind: 'chapter', startSeconds: 960, title: owns.title },
      placement: { how: 'quote', causes: ['chapter-moved'] },
    })
  })

  test('is followed under another name, less surely', () => {
    const now = state({ chapters: [welcome, outage, chapter(900, 'Responsibility'), monday] })
    const found = placeNote(note, [now, before])
    expect(found).toMatchObject({ anchor: { title: 'Responsibility' }, placement: { how: 'chapter' } })
    expect(found?.placement.sureness).toBeLessThan(sureFrom)
  })

  test('is known by a reworded title elsewhere', () => {
    const now = shifted(
      state({ chapters: [welcome, outage, chapter(940, 'Who really owns the agents?'), monday] }),
      50,
    )
    expect(placeNote(note, [now, before])).toMatchObject({
      anchor: { startSeconds: 990 },
      placement: { how: 'quote', causes: ['chapter-renamed', 'chapter-moved'] },
    })
  })

  test('waits when it is gone, with the chapter that is there now', () => {
    expect(placeNote(note, [state({ chapters: [welcome, outage, monday] }), before])).toMatchObject({
      anchor: note.anchor,
      placement: {
        how: 'unplaced',
        causes: ['chapter-gone'],
        suggestion: { anchor: { title: outage.title } },
      },
    })
  })
})

describe('a highlight', () => {
  const quote = 'Test your backups every month by restoring them to a clean machine.'
  const reworded = 'Restore your backups to a clean machine each month to test them.'
  const other = idea('Keep three copies of your backups, and one of them in another place.', 400)
  const was = state({ highlights: [idea(quote, 1000), other] })
  const note = onHighlight(was, idea(quote, 1000))

  test('is followed when it was reworded', () => {
    const found = placeNote(note, [state({ highlights: [other, idea(reworded, 1004)] }), was])
    expect(found).toMatchObject({
      anchor: { kind: 'highlight', quote: reworded, startSeconds: 1004 },
      placement: { how: 'quote', causes: ['highlight-reworded', 'highlight-moved'], was: note },
    })
    expect(found?.placement.sureness).toBeGreaterThanOrEqual(sureFrom)
  })

  test('waits when it is gone, with its place in the audio', () => {
    const found = placeNote(note, [state({ highlights: [other] }), was])
    expect(found).toMatchObject({
      anchor: note.anchor,
      placement: {
        how: 'unplaced',
        causes: ['highlight-gone'],
        suggestion: { anchor: { kind: 'moment', startSeconds: 1000 } },
      },
    })
  })

  test('is not taken for one that stood beside it', () => {
    const twin = idea('Test your backups every month by restoring them to a clean computer.', 1010)
    const both = state({ highlights: [idea(quote, 1000), twin] })
    const found = placeNote(onHighlight(both, idea(quote, 1000)), [state({ highlights: [twin] }), both])
    expect(found?.placement.how).toBe('unplaced')
  })

  test('waits when two could be it', () => {
    const now = state({
      highlights: [idea(reworded, 1000), idea(reworded.replace('to test', 'and test'), 1010)],
    })
    const { how, sureness, suggestion } = placeNote(note, [now, was])?.placement ?? {}
    expect(how).toBe('unplaced')
    expect(sureness).toBeLessThan(placedFrom)
    expect(suggestion?.anchor).toMatchObject({ quote: reworded })
  })

  test('is followed over two changes when neither end is like the other', () => {
    const middle = 'Restore your backups every month to a clean machine, to know that they work.'
    const end = 'To know that your backups work, restore one to an empty computer.'
    const states = [end, middle, quote].map((text) => state({ highlights: [idea(text, 1000), other] }))
    const [last, between, first] = states
    if (last === undefined || between === undefined || first === undefined) throw new Error('fewer')
    expect(placeNote(onHighlight(first, idea(quote, 1000)), [last, first])?.placement.how).toBe('unplaced')
    const found = placeNote(onHighlight(first, idea(quote, 1000)), [last, between, first])
    expect(found).toMatchObject({ anchor: { quote: end }, placement: { how: 'quote' } })
    expect(found?.placement.sureness).toBeLessThan(sureFrom)
  })

  test('without a time waits with nothing to suggest where nothing is like it', () => {
    const untimed = state({ highlights: [idea(quote)] })
    const found = placeNote(onHighlight(untimed, idea(quote)), [state({ highlights: [] }), untimed])
    expect(found?.placement).toMatchObject({ how: 'unplaced', sureness: 0, suggestion: null })
  })
})
