/**
 * 53 bits of what a text says, as a number that JSON and typed arrays hold exactly; never 0. Of two texts of one episode
 * that differ, one in 9·10¹⁵ would pass for the other. Two multiplying rounds with different constants, mixed at the end
 * as in MurmurHash3; not for anything that an attacker gains by.
 */
export function revisionOf(text: string): number {
  let one = 0x9e3779b9
  let other = 0x85ebca6b
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    other = Math.imul(other ^ unit, 0x5f356495)
  }
  one = mixed(one ^ (other >>> 15))
  other = mixed(other ^ (one >>> 13))
  return (other & 0x1fffff) * 0x1_0000_0000 + (one >>> 0) || 1
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
