import type { GoModule } from '../../src/repo/facts.ts'
import { announcementsOf, isAnnouncedFile } from '../../src/plan/files/announced.ts'
import { goFolders, isWithin, type GoFolder, type GoReference } from '../../src/plan/files/go-packages.ts'
import { distance } from '../../src/util/distance.ts'
import type { NeedContext, Need } from './need.ts'

/** `go test example.org/shop/orders`: the package in its module, told by its folder. */
export function needGoPackage(reference: GoReference, around: NeedContext): Need | undefined {
  const { ground, plan, made } = around
  const { name, cwd } = reference
  const modules = ground.facts.modules()
  if (modules.length === 0 || made.files().some(file => /(?:^|\/)go\.(?:mod|work)$/.test(file))) return undefined
  const folders = goFolders(reference, ground)
  const [first] = folders
  if (!first) return needModule(name, cwd, modules, around)
  const isThere = ({ folder }: GoFolder): boolean =>
    folder === '' || made.has(folder) || ground.standsNow(folder) || ground.mayStand(folder)
  if (folders.some(each => isThere(each) || isAnnouncedFile(each.folder, plan))) return undefined
  if (announcementsOf(name, first.module.file, plan).length > 0) return undefined
  const [near] = ground.near(first.folder)
  const meant = near && near.why !== 'deleted' ? importPath(near.path, first.module) : undefined
  return {
    ...unknown(name, first.module.file),
    help:
      near?.why === 'deleted'
        ? `Name another package, or let the plan bring it back: commit ${near.commit} deleted it`
        : `Correct the path, or let the plan create the package${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`,
    ...(near === undefined && { isMerelyUnknown: true as const })
  }
}

/** First words of packages that come with go; `cmd` is what repositories call their own programs. */
const library = new Set(
  `archive bufio bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index io iter log maps math
  mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe weak`.split(
    /\s+/
  )
)
/** Letters by which a module may be misspelt; modules of one owner differ by more. */
const nearEnough = 2

/** A path of no module here: one of them misspelt, or a folder without its `./`; others may come from anywhere. */
function needModule(
  name: string,
  cwd: string | undefined,
  modules: readonly GoModule[],
  { ground, made }: NeedContext
): Need | undefined {
  const [head = ''] = name.split('/')
  const own = modules.find(({ dir }) => dir === '') ?? modules[0]!
  if (!head.includes('.')) {
    const folder = cwd === undefined ? name : `${cwd}/${name}`
    if (library.has(head) || !(ground.standsNow(folder) || made.has(folder))) return undefined
    return { ...unknown(name, own.file), help: `Write "./${name}": without the dot go looks in its own library` }
  }
  if (modules.some(({ requires }) => [...requires].some(each => isWithin(name, each)))) return undefined
  for (const module of modules) {
    const written = name.split('/').slice(0, module.name.split('/').length).join('/')
    if (distance(written, module.name, nearEnough + 1) > nearEnough) continue
    const meant = module.name + name.slice(written.length)
    return { ...unknown(name, module.file), help: `Correct the path (did you mean "${meant}"?)` }
  }
  return undefined
}

function unknown(name: string, file: string): Omit<Need, 'help'> {
  return { message: 'target', data: { name, file, what: 'Go package' } }
}

/** A folder by its import path; nothing where it lies outside the module. */
function importPath(path: string, { name, dir }: GoModule): string | undefined {
  if (dir === '') return `${name}/${path}`
  return path.startsWith(`${dir}/`) ? name + path.slice(dir.length) : undefined
}
