import { files } from './files.ts'
import { formats } from './formats.ts'
import { names } from './names.ts'
import { sections } from './sections.ts'
import { steps } from './steps.ts'
import { words } from './words.ts'

/** Every remedy of the rules that need nothing but a plan's text. */
export const remedies = [...sections, ...words, ...steps, ...files, ...names, ...formats]
