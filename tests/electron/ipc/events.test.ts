import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { createEventSender } from '../../../electron/ipc/events.ts'

function pageThatHears() {
  const heard: unknown[] = []
  const contents = {
    isDestroyed: () => false,
    send: (_channel: string, name: string, payload: unknown) => heard.push([name, payload]),
  } as unknown as WebContents
  return { heard, contents }
}

it('holds what happens before the page listens, and of each event the newest', () => {
  const events = createEventSender()
  const { heard, contents } = pageThatHears()
  events.send('connectivity.changed', { reachable: false })
  events.send('connectivity.changed', { reachable: true })
  events.send('sync.due', { podcastSlugs: ['a'] })
  events.pageIsListening(contents)
  expect(heard).toEqual([
    ['connectivity.changed', { reachable: true }],
    ['sync.due', { podcastSlugs: ['a'] }],
  ])
})

it('tells a page that is there what makes no sense later, before it listens to the rest', () => {
  const events = createEventSender()
  const { heard, contents } = pageThatHears()
  events.pageIsThere(contents)
  events.send('sync.due', { podcastSlugs: ['a'] })
  events.send('app.closing', null)
  expect(heard).toEqual([['app.closing', null]])
  events.pageIsGone()
  events.send('app.closing', null)
  expect(heard).toEqual([['app.closing', null]])
})

it('tells a page that listens at once, and holds again when it is gone', () => {
  const events = createEventSender()
  const first = pageThatHears()
  events.pageIsListening(first.contents)
  events.send('sync.due', { podcastSlugs: ['b'] })
  events.pageIsGone()
  events.send('sync.due', { podcastSlugs: ['c'] })
  expect(first.heard).toEqual([['sync.due', { podcastSlugs: ['b'] }]])

  const second = pageThatHears()
  events.pageIsListening(second.contents)
  expect(second.heard).toEqual([['sync.due', { podcastSlugs: ['c'] }]])
})

it('tells what it held only once, also when the page listens again', () => {
  const events = createEventSender()
  events.send('sync.due', { podcastSlugs: ['a'] })
  events.pageIsListening(pageThatHears().contents)
  const again = pageThatHears()
  events.pageIsListening(again.contents)
  expect(again.heard).toEqual([])
})
