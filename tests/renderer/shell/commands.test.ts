import { expect, test } from 'vitest'
import { type Command, registerCommands, runCommand, useCommands } from '../../../renderer/shell/commands.ts'

function counting(id: string, available?: () => boolean): Command & { ran: () => number } {
  let count = 0
  return {
    id,
    label: id,
    group: 'App',
    keys: null,
    ...(available === undefined ? {} : { available }),
    run: () => {
      count += 1
    },
    ran: () => count,
  }
}

test('a registered command runs by its id until it is taken away', () => {
  const command = counting('greet')
  const remove = registerCommands([command])
  expect(runCommand('greet')).toBe(true)
  remove()
  expect(runCommand('greet')).toBe(false)
  expect(command.ran()).toBe(1)
})

test('a command that may not run now does not', () => {
  const command = counting('locked', () => false)
  registerCommands([command])
  expect(runCommand('locked')).toBe(false)
  expect(command.ran()).toBe(0)
})

test('taking away an older command leaves the one that took its place', () => {
  const older = counting('search')
  const newer = counting('search')
  const removeOlder = registerCommands([older])
  registerCommands([newer])
  removeOlder()
  expect(useCommands.getState().commands.get('search')).toBe(newer)
})
