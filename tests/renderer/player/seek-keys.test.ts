import { describe, expect, it } from 'vitest'
import { seekTargetOf } from '../../../renderer/player/seek-keys.ts'
import { seekText } from '../../../renderer/player/seek-text.ts'

const chapters = [
  { startSeconds: 60, title: 'The outage nobody typed', description: '' },
  { startSeconds: 475, title: 'How a network decides', description: '' },
]

describe('keys on the seek bar', () => {
  it.each([
    ['ArrowRight', 105],
    ['ArrowUp', 105],
    ['ArrowLeft', 95],
    ['ArrowDown', 95],
    ['PageUp', 475],
    ['PageDown', 60],
    ['Home', 0],
    ['End', 900],
  ])('%s leads from 1:40 to %d', (key, target) => {
    expect(seekTargetOf(key, 100, chapters, 900)).toBe(target)
  })

  it('leaves other keys to the page, and has no next chapter in the last', () => {
    expect(seekTargetOf('n', 100, chapters, 900)).toBeNull()
    expect(seekTargetOf('PageUp', 500, chapters, 900)).toBeNull()
  })
})

describe('the value of the seek bar in words', () => {
  const none: ReadonlySet<number> = new Set()

  it('is time, number and title of the chapter', () => {
    expect(seekText(chapters, 761, none)).toBe('12:41, chapter 2 of 2, How a network decides')
  })

  it('says of a chapter that does not play that it is skipped', () => {
    expect(seekText(chapters, 761, new Set([1]))).toBe(
      '12:41, chapter 2 of 2, How a network decides, skipped',
    )
  })

  it('is the time alone where there is no chapter', () => {
    expect(seekText(chapters, 59, none)).toBe('0:59')
    expect(seekText([], 761, none)).toBe('12:41')
  })
})
