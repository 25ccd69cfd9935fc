import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { episodeList } from '../../../renderer/db/library.ts'
import { ListMonths } from '../../../renderer/library/list-months.tsx'
import { monthLayout } from '../../../renderer/library/month-layout.ts'
import { monthStarts } from '../../../renderer/library/months.ts'
import { makeEpisodeRow } from './episode-row.ts'
import { makeLibrary } from './made-library.ts'

function drawn(dates: readonly number[], window: { first: number; end: number }): string {
  const { slots, order } = makeLibrary(
    dates.map((publishedAtMs, index) => makeEpisodeRow(`e${index}`, { publishedAtMs })),
  )
  const rows = episodeList(slots, order.entries)
  const layout = monthLayout(monthStarts(rows), rows.length, 68, 30)
  return renderToStaticMarkup(<ListMonths rows={rows} layout={layout} window={window} />)
}

const months = [3, 3, 3, 2, 1, 1].map((month, index) => new Date(2026, month - 1, 20 - index).getTime())

test('only the months of the rows that are built are named, with how many episodes each has', () => {
  const markup = drawn(months, { first: 1, end: 4 })
  expect(markup.match(/<span[^>]*>[^<]*<\/span>/g)?.map((span) => span.replace(/<[^>]*>/g, ''))).toEqual([
    'March 2026',
    '3',
    'February 2026',
    '1',
  ])
})

test('each name reaches as far as its rows, so that it stays while they are scrolled by', () => {
  const markup = drawn(months, { first: 0, end: 6 })
  expect(markup).toContain('top:0;height:234px')
  expect(markup).toContain('top:234px;height:98px')
  expect(markup).toContain('top:332px;height:166px')
})

test('they are for the eye: each row says its date', () => {
  expect(drawn(months, { first: 0, end: 6 })).toMatch(/^<div[^>]*aria-hidden="true"/)
})

test('where nothing has a date, or no row is built, there are no months', () => {
  expect(drawn([0, 0], { first: 0, end: 2 })).toBe('')
  expect(drawn(months, { first: 6, end: 6 })).toBe('')
})
