import type { NameWish } from '../../shared/topics/change-names.ts'
import { type TopicNames, topicNames } from '../../shared/topics/topic-names.ts'
import { database } from './database.ts'

/** As they are now. */
export async function storedTopicNames(): Promise<TopicNames> {
  return topicNames(await database.topicNames.toArray())
}

/**
 * Changes names by what `wishesOf` makes of them as they are, in one transaction. Returns what was said before of the topics that
 * were changed, as wishes, so that it can be said again.
 */
export async function changeTopicNames(wishesOf: (names: TopicNames) => NameWish[]): Promise<NameWish[]> {
  return database.transaction('rw', database.topicNames, async () => {
    const rows = await database.topicNames.toArray()
    const wishes = wishesOf(topicNames(rows))
    const before = new Map(rows.map(({ topic, shownAs, hidden }) => [topic, { topic, shownAs, hidden }]))
    // What a newer version put into a row stays in it.
    const rowOf = (topic: string) => rows.find((row) => row.topic === topic)
    const [plain, said] = [wishes.filter(isPlain), wishes.filter((wish) => !isPlain(wish))]
    await database.topicNames.bulkDelete(plain.map(({ topic }) => topic))
    await database.topicNames.bulkPut(said.map((wish) => ({ ...rowOf(wish.topic), ...wish })))
    return wishes.map(({ topic }) => before.get(topic) ?? { topic, shownAs: null, hidden: false })
  })
}

function isPlain({ shownAs, hidden }: NameWish): boolean {
  return shownAs === null && !hidden
}
