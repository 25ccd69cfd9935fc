import {
  allApartWishes,
  apartWishes,
  hideWishes,
  joinWishes,
  type NameWish,
  showWishes,
} from '../../shared/topics/change-names.ts'
import type { TopicNames } from '../../shared/topics/topic-names.ts'
import { changeTopicNames } from '../db/topic-names.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'

export function joinTopics(topic: string, shown: string): Promise<void> {
  return change((names) => joinWishes(topic, shown, names), `“${topic}” is shown as “${shown}” from now on.`)
}

/** Its whole name is another of the topics that go under it. */
export function showTopicAs(shown: string): Promise<void> {
  return change((names) => showWishes(shown, names), `“${shown}” is the name that is shown.`)
}

export function takeTopicOut(topic: string): Promise<void> {
  return change((names) => apartWishes(topic, names), `“${topic}” goes by its own name again.`)
}

export function takeAllApart(shown: string): Promise<void> {
  return change((names) => allApartWishes(shown, names), `What went under “${shown}” is apart again.`)
}

export function hideTopic(topic: string): Promise<void> {
  return change((names) => hideWishes(topic, true, names), `“${topic}” is hidden. Its episodes stay.`)
}

export function unhideTopic(topic: string): Promise<void> {
  return change((names) => hideWishes(topic, false, names), `“${topic}” is shown again.`)
}

async function change(wishesOf: (names: TopicNames) => NameWish[], text: string): Promise<void> {
  try {
    const before = await changeTopicNames(wishesOf)
    announce(text)
    notify({ text, action: { label: 'Undo', run: () => void takeBack(before) } })
  } catch {
    tellNotWritten()
  }
}

async function takeBack(before: readonly NameWish[]): Promise<void> {
  try {
    await changeTopicNames(() => [...before])
    announce('The names are as before.')
  } catch {
    tellNotWritten()
  }
}
