import { beforeEach, expect, test } from 'vitest'
import { dismissNotice, notify, takeAction, useNotices } from '../../../renderer/shell/notice.ts'

const heard: string[] = []

function undoable(name: string): void {
  notify({
    text: name,
    action: { label: 'Undo', run: () => heard.push(`${name} undone`) },
    gone: () => heard.push(`${name} gone`),
  })
}

const idOf = (text: string) => useNotices.getState().notices.find((notice) => notice.text === text)?.id ?? -1

beforeEach(() => {
  useNotices.setState({ notices: [] })
  heard.length = 0
})

test('one that goes says so once; one whose action was taken does not', () => {
  undoable('one')
  undoable('two')
  const one = idOf('one')
  dismissNotice(one)
  dismissNotice(one)
  takeAction(idOf('two'))
  expect(heard).toEqual(['one gone', 'two undone'])
  expect(useNotices.getState().notices).toEqual([])
})

test('one that gives way to newer ones is gone too', () => {
  for (const name of ['one', 'two', 'three', 'four']) undoable(name)
  expect(heard).toEqual(['one gone'])
  expect(useNotices.getState().notices.map(({ text }) => text)).toEqual(['two', 'three', 'four'])
})
