import { expect, test } from 'vitest'
import { isAboutTopic, isOpenQuestion } from '../../../shared/dossier/dossier-notes.ts'
import { madeNote } from '../formats/made-notes.ts'

const context = madeNote(1).context

test('a note is on a topic by its tag, however that is written', () => {
  expect(isAboutTopic(madeNote(1, { tags: ['green TEA'] }), 'Green tea')).toBe(true)
  expect(isAboutTopic(madeNote(1, { tags: ['tea'] }), 'Green tea')).toBe(false)
})

test('a note is on a topic by its chapter, when all words of the topic stand in its title', () => {
  const within = madeNote(1, { context: { ...context, chapterTitle: 'Why green tea, and not black?' } })
  expect(isAboutTopic(within, 'Green Tea')).toBe(true)
  expect(isAboutTopic(within, 'Green teapots')).toBe(false)
  const onChapter = madeNote(1, { anchor: { kind: 'chapter', startSeconds: 60, title: 'CI/CD at last' } })
  expect(isAboutTopic(onChapter, 'ci/cd')).toBe(true)
  expect(isAboutTopic(madeNote(1, { context: { ...context, chapterTitle: 'C++ for all' } }), 'C')).toBe(false)
  expect(isAboutTopic(madeNote(1, { context: { ...context, chapterTitle: null } }), 'Tea')).toBe(false)
  expect(isAboutTopic(madeNote(1), '')).toBe(false)
})

test('a question is what the person coloured so', () => {
  expect(isOpenQuestion(madeNote(1, { colour: 'question' }))).toBe(true)
  expect(isOpenQuestion(madeNote(1, { colour: 'doubt' }))).toBe(false)
})
