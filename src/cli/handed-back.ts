import type {FileReport} from '../types.ts'

/** What stands for a report on a text that may take long: a thread of the crew can't be stopped. */
export const handedBack: FileReport = {
  path: '', profile: null, profileScore: 0, status: null, examined: {sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0}, findings: [], troubles: [{code: 'handed-back', message: 'judged elsewhere'}]
}
