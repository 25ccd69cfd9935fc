import { expect, test } from 'vitest'
import { tokensOf, wordsOf } from '../../../shared/search/tokens.ts'

test('words are letters and digits, without case and accents', () => {
  expect(wordsOf('The AWS AI-Outage: what’s next?')).toEqual([
    'the',
    'aws',
    'ai',
    'outage',
    'what',
    's',
    'next',
  ])
  expect(wordsOf('L’éditeur, Größe, NAÏVE Café')).toEqual(['l', 'editeur', 'grosse', 'naive', 'cafe'])
  expect(wordsOf('C++ and C#, but a#b; ½')).toEqual(['c++', 'and', 'c#', 'but', 'a', 'b', '1', '2'])
})

test('a sigma is one letter wherever it stands', () => {
  expect(wordsOf('ΛΟΓΟΣ λόγος')).toEqual(['λογοσ', 'λογοσ'])
})

test('a run of a script without spaces is one word, apart from other scripts', () => {
  expect(wordsOf('Kubernetes入門、サーバーの話')).toEqual([
    'kubernetes',
    '入門',
    'サーバーの話'.normalize('NFKD').replace(/\p{M}/gu, ''),
  ])
})

test('tells where each stands in the text as it is written', () => {
  const text = 'Cafe\u0301 ﬁnance'
  expect(tokensOf(text)).toEqual([
    { word: 'cafe', start: 0, end: 5 },
    { word: 'finance', start: 6, end: 12 },
  ])
})
