import { expect, test } from 'vitest'
import { comparableLink, comparableTitle } from '../../../shared/text/comparable.ts'

test.each([
  ['http://www.show.example/a/', 'https://show.example/a'],
  ['https://show.example/a?utm_source=x&id=2&b=1', 'https://show.example/a?b=1&id=2'],
  ['https://show.example/caf%C3%A9', 'https://show.example/caf%c3%a9#comments'],
  ['https://SHOW.example:443//a', 'https://show.example/a?ref=home&fbclid=1'],
])('takes %s and %s for one page', (one, other) => {
  expect(comparableLink(one)).toBe(comparableLink(other))
})

test.each([
  ['https://show.example/a', 'https://show.example/A'],
  ['https://show.example/?p=1', 'https://show.example/?p=2'],
  ['https://show.example/#/a', 'https://show.example/#/b'],
  ['https://one.example/a', 'https://two.example/a'],
  ['http://show.example:8080/a', 'http://show.example/a'],
])('tells %s from %s', (one, other) => {
  expect(comparableLink(one)).not.toBe(comparableLink(other))
})

test.each([
  'https://show.example',
  'https://www.show.example/?utm_source=x',
  'tag:show,2026:1',
  'mailto:a@b.example',
  '',
])('sees no page of an episode in %j', (address) => expect(comparableLink(address)).toBeNull())

test.each([
  ['The “AWS” Outage – Part&nbsp;2!', 'the aws outage, part 2'],
  ['Café Zürich Straße', 'CAFE ZURICH STRASSE'],
  ['Q&amp;A: <b>What’s</b> new?', "Q & A What's New"],
  ['Ops &#8212; &#x1F600; now', 'ops now'],
  ['ＦＵＬＬ', 'full'],
])('reads %j and %j as the same words', (one, other) => {
  expect(comparableTitle(one)).toBe(comparableTitle(other))
})

test('sees no words where there are none', () => {
  expect(comparableTitle('…&#1114112;!')).toBeNull()
})
