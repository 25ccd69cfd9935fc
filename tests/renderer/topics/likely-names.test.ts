import { expect, test } from 'vitest'
import { likelyNamesOf, likelyPairs } from '../../../renderer/topics/likely-names.ts'

const topics = [
  { topic: 'Site Reliability Engineering (SRE)', count: 3 },
  { topic: 'SRE', count: 9 },
  { topic: 'site-reliability engineering', count: 1 },
  { topic: 'Database', count: 5 },
  { topic: 'Databases', count: 8 },
  { topic: 'Café', count: 2 },
  { topic: 'CAFE', count: 1 },
  { topic: 'C', count: 4 },
  { topic: 'C++', count: 4 },
  { topic: 'Go', count: 4 },
  { topic: 'Kubernetes', count: 7 },
  { topic: 'K8s', count: 6 },
  { topic: 'Old tea pots', count: 1 },
  { topic: 'Our two parents', count: 1 },
]

test('what differs by letters’ form, a plural or an abbreviation is offered under the name of most episodes', () => {
  expect(likelyPairs(topics)).toEqual([
    { topic: 'K8s', shown: 'Kubernetes' },
    { topic: 'Database', shown: 'Databases' },
    { topic: 'Site Reliability Engineering (SRE)', shown: 'SRE' },
    { topic: 'site-reliability engineering', shown: 'SRE' },
    { topic: 'CAFE', shown: 'Café' },
  ])
})

test('one topic is offered those that may mean it, and none that merely begins like it', () => {
  expect(likelyNamesOf('SRE', topics)).toEqual([
    'Site Reliability Engineering (SRE)',
    'site-reliability engineering',
  ])
  expect(likelyNamesOf('C', topics)).toEqual([])
  expect(likelyNamesOf('K8s', topics)).toEqual(['Kubernetes'])
  expect(likelyNamesOf('Old tea pots', topics)).toEqual([])
})
