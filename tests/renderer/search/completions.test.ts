import { expect, test } from 'vitest'
import { type Asked, completionsAt, type KnownValues } from '../../../renderer/search/completions.ts'

const known: KnownValues = {
  topics: () => [
    { name: 'Kubernetes', count: 40, others: ['K8s'] },
    { name: 'Incident response', count: 12 },
    { name: 'Site reliability', count: 1 },
  ],
  podcasts: () => [{ name: 'Day Two DevOps', count: 30 }],
  tags: () => [{ name: 'to read', count: 2 }],
}

/** The cursor is where the bar stands. */
function at(marked: string, asked: Asked = 'typed') {
  const cursor = marked.indexOf('|')
  return completionsAt(marked.replace('|', ''), cursor, known, asked).map((each) => ({
    label: each.label,
    detail: each.detail,
    marked: `${each.text.slice(0, each.cursor)}|${each.text.slice(each.cursor)}`,
  }))
}
const labels = (marked: string, asked: Asked = 'typed') => at(marked, asked).map(({ label }) => label)

test('offers the topics of the library with their counts, and quotes those with spaces', () => {
  expect(at('outage topic:|')).toEqual([
    { label: 'Kubernetes', detail: '40 episodes', marked: 'outage topic:Kubernetes |' },
    { label: 'Incident response', detail: '12 episodes', marked: 'outage topic:"Incident response" |' },
    { label: 'Site reliability', detail: '1 episode', marked: 'outage topic:"Site reliability" |' },
  ])
})

test('takes what begins so first, then what has a word that does, then what holds it', () => {
  expect(labels('topic:re|')).toEqual(['Incident response', 'Site reliability'])
  expect(labels('topic:"inc|')).toEqual(['Incident response'])
  expect(labels('topic:bern|')).toEqual(['Kubernetes'])
  expect(labels('topic:zzz|')).toEqual([])
  expect(labels('topic:k8|')).toEqual(['Kubernetes'])
})

test('completes where the cursor is, and leaves the rest as it is', () => {
  expect(at('-topic:SRE,kub|,Go outage')).toEqual([
    { label: 'Kubernetes', detail: '40 episodes', marked: '-topic:SRE,Kubernetes|,Go outage' },
  ])
  expect(at('podcast:"day| two" x')[0]?.marked).toBe('podcast:"Day Two DevOps" |x')
})

test('offers what can follow each other filter', () => {
  expect(labels('kind:fail|')).toEqual(['failure-mode'])
  expect(labels('is:|')).toContain('unheard')
  expect(labels('has:not|')).toEqual(['notes'])
  expect(labels('tag:|')).toEqual(['to read'])
  expect(labels('longer:|')).toContain('45m')
  expect(labels('after:|')).toContain('30d')
})

test('offers filters whose name a word begins, and all of them by hand', () => {
  expect(at('outage -to|')).toEqual([
    { label: 'topic:', detail: 'Episodes with a topic', marked: 'outage -topic:|' },
  ])
  expect(labels('k|')).toEqual([])
  expect(labels('|')).toEqual([])
  expect(labels('|', 'by-hand')).toHaveLength(10)
  expect(labels('"to|')).toEqual([])
})

test('has nothing more to offer once a value stands there whole', () => {
  expect(labels('is:unheard|')).toEqual([])
})
