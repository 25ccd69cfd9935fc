/** An http or https address, made absolute where a base is given; `null` for everything else. */
export function readWebAddress(text: string, base?: string): string | null {
  const address = URL.parse(text.trim(), base)
  if (address === null || !/^https?:$/.test(address.protocol) || address.href.length > 4000) return null
  return address.href
}
