/** A title above things of which one is taken: "Options", "Alternatives considered". */
export const titlesChoice: { test(title: string): boolean } =
  /\b(?:decisions?|decided|options?|alternatives?|choices?|choose|chosen|pick|select)\b/iu
