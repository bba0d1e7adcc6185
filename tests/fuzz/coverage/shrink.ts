/**
 * Makes a text small that breaks something: takes out halves, quarters, … of its lines, then of its characters.
 *
 * @param breaks whether a text still breaks the same
 * @param tries at most
 */
export async function shrink(text: string, breaks: (text: string) => Promise<boolean>, tries = 1500): Promise<string> {
  let left = tries
  let small = text
  for (const glue of ['\n', '']) {
    let parts = small.split(glue)
    for (let size = parts.length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < parts.length && left > 0;) {
        const fewer = [...parts.slice(0, at), ...parts.slice(at + size)]
        left--
        if (fewer.length > 0 && (await breaks(fewer.join(glue)))) parts = fewer
        else at += size
      }
    }
    small = parts.join(glue)
  }
  return small
}
