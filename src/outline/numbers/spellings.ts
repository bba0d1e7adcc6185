/** Every way in which a number or letter stands at the start of a title, as a pattern. */

export const asciiWord = /[A-Za-z][A-Za-z-]{0,20}/y

/** What follows a word that counts: a digit, a single letter, a placeholder. Few words are followed by one. */
export const mayCount =
  /[ \t\u00a0]*#?\d|-\d|[ \t\u00a0]+\(\d|[ \t\u00a0]+[Nn][or]\.?[ \t]?\d|[ \t\u00a0]+(?:[A-Za-z\u017f\u212a](?![A-Za-z])|\[|[A-Z]{1,4}-?\d|[IVXL]{2}|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b)/y

export const number =
  /(?:[ \t\u00a0]*#?|[ \t\u00a0]+[Nn][or]\.?[ \t]?|-)(\d{1,6}(?:\.\d{1,6}){0,4})([A-Za-z])?(?![\p{L}\p{N}])/uy

/** "Step (1)". */
export const bracketed = /[ \t\u00a0]+\((\d{1,6})\)/y

export const spelled =
  /[ \t\u00a0]+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|[ \t]*[:.)\-–—：|(`])/iy

export const spelledNumbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "Step" in languages of other letters, with a number. */
export const elsewhere =
  /^(?:(étape|шаг|этап|фаза|adım|βήμα|步骤|步驟|ステップ|단계)[ \t\u00a0]{0,2}(\d{1,6})|(第)(\d{1,3})[步章节阶]段?)(?![\p{L}\p{N}])/iu

/** "Task T001", "Step S-2", "Story S1.1". */
export const prefixed = /[ \t\u00a0]+([A-Z]{1,4}-?(\d{1,6}(?:\.\d{1,6}){0,4}))(?=$|[ \t]*[:)\-–—：|(`])/y

/** What makes a range of the number before it: "2-3", "2 to 4", "2 and 3"; nothing but the title's end or a separator may follow. */
export const rangeEnd =
  /[ \t\u00a0]?(?:\.{2,3}|[-–—+&,]|to|and|through)[ \t\u00a0]?(\d{1,6})(?=[ \t\u00a0]*(?:[:.)：—–(|]|-[ \t]|$))/y

/** Of one step it says how many there are: "Step 2/5". */
export const slashed = /[ \t\u00a0]?\/[ \t\u00a0]?(\d{1,6})(?=[ \t\u00a0]*(?:[:.)：—–(|]|-[ \t]|$))/y

export const romanBehind = /[ \t\u00a0]+([IVXL]{2,7})(?=$|[ \t]*[:.)\-–—：|(`])/y

export const romanLead = /^([IVXL]{2,7})[.):](?=[ \t]|$)/

export const keycap = /^(\d)\ufe0f?\u20e3/

export const circled = /^[\u2460-\u2473]/

export const letterBehind = /[ \t\u00a0]+([a-z])(?=$|[ \t]*(?:[:.)–—：|(`]|-(?!\d)))/iuy

/** "Option B with a cache"; "Option I prefer" is none. */
export const bareLetter = /[ \t]+([A-HJ-Z])(?=[ \t])/y

export const mayStandBare = /^(?:[Oo]ption|[Aa]lternative|[Aa]pproach)$/

/** What may follow a profile's own word. */
export const ownNumber = /[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?![\p{L}\p{N}])/uy

/** Chinese and Japanese set no space before it: "要件1". */
export const closeNumber = /[ \t]*(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?![\p{L}\p{N}])/uy

export const placeholder = /[ \t]+(\[[A-Za-z#]{1,3}\])(?=$|[ \t]*[:.)\-–—])/iuy

/** What a number or letter without a word begins with. */
export const countable = /^[\dA-Z]/

export const decimal =
  /^(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?:[.):：、]|(?=[ \t]*[-–—][ \t]))(?=$|[^\p{L}\p{N}]|\p{Lo})/u

export const dotted = /^(\d{1,6}(?:\.\d{1,6}){1,4})([a-z])?(?=[ \t])/u

export const letter = /^([A-Z])[.):](?=[ \t]|$)/u

export const code = /^([A-Z]{1,4}[-.]?)?(\d{1,6}(?:\.\d{1,6}){0,3})([a-z])?[ \t]*[:–—-](?=[ \t])/u

export const separator = /^[ \t\u00a0]*[:.)–—：、-]*/
