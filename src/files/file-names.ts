/** What file names look like: the vocabulary that tells `cli.py` from `Foo.bar`. Data only. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Extensions that mean a file wherever they stand, lower case, without the dot. */
export const extensions = words(`
  ts tsx mts cts js jsx mjs cjs py pyi pyx ipynb rs go java kt kts scala groovy gradle swift m mm h hh hpp hxx c cc cpp cxx cs fs fsx
  vb csproj fsproj vbproj sln slnx razor cshtml xaml axaml resx rb erb rake gemspec php phtml twig pl pm lua r jl ex exs eex heex
  erl hrl hs elm clj cljs cljc edn nim zig v sv vhd dart vue svelte astro html htm css scss sass less styl pcss hbs mustache ejs pug
  njk j2 jinja jinja2 tmpl tpl liquid md mdx mdc markdown rst adoc tex bib txt csv tsv parquet jsonl ndjson json json5 jsonc yaml yml
  toml xml xsd plist proto graphql gql prisma sql sqlite sqlite3 ini cfg conf sh bash zsh fish ps1 bat cmd mk cmake tf tfvars hcl nix
  rego bicep sol cairo glsl wgsl hlsl frag vert storyboard xib pbxproj xcconfig xcstrings entitlements png svg jpg jpeg gif webp ico
  avif mp3 mp4 wav ogg ttf otf woff woff2 pdf docx xlsx pptx wit sdf applescript dylib zip tar gz tgz whl jar war apk exe dll wasm pem crt log env lock`)

/** Extensions that are also members of objects (`this.props`, `Mutex.lock`): a file only after a directory, or where paths are expected. */
export const pathExtensions = words(`
  lock env db map meta props targets config properties snap bin so d s sc data service timer strings asset prefab unity template
  example sample patch diff in mod sum work make metal move key list tmp bak orig rdb sock pid html5 dat hook xsl wxs ftl vm`)

/** Whole names that are files though they have no (clear) extension, lower case. */
export const fileNames = words(`
  makefile gnumakefile dockerfile containerfile justfile procfile gemfile rakefile jenkinsfile vagrantfile brewfile podfile fastfile
  cartfile pipfile caddyfile tiltfile earthfile taskfile codeowners license licence copying notice go.mod go.sum go.work
  manifest.in cargo.lock yarn.lock poetry.lock uv.lock gemfile.lock composer.lock flake.lock pipfile.lock pdm.lock bun.lock mix.lock
  pubspec.lock package.resolved podfile.lock deno.lock web.config nuget.config gradle.properties local.properties
  application.properties bun.lockb gradlew mvnw`)

/** Dot files by name, lower case; names such as `.fooignore` and `.barrc` are told by their ending. */
export const dotFiles = words(`
  .env .envrc .gitattributes .gitmodules .gitkeep .keep .editorconfig .mailmap .python-version .node-version .ruby-version
  .tool-versions .htaccess .htpasswd .flake8 .pylintrc .coveragerc .bashrc .zshrc .profile .nvmrc .npmrc .yarnrc .babelrc .browserslistrc
  .cursorrules .windsurfrules .clang-format .clang-tidy .swiftlint .rspec .gemrc .vimrc .netrc .test .bazelrc .bazelversion`)

/** Products that are spelled like files, lower case: `owner/next.js` is a repository. */
export const products = words(`
  node.js next.js vue.js nuxt.js react.js express.js three.js d3.js chart.js alpine.js discord.js ember.js backbone.js angular.js
  socket.io nest.js p5.js pdf.js solid.js hapi.js koa.js moment.js day.js asp.net matter.js`)

/** Calls and hosts that are spelled like files, lower case; behind a folder they are files. */
export const callsAndHosts = words(`
  console.log math.log np.log torch.log logger.log process.env meta.env os.env docs.rs crates.io lib.dev res.json response.json req.json
  request.json resp.json r.json self.h this.h bun.sh brew.sh`)

/** First segments that make `x/y` a path rather than a pair of words or a branch. */
export const sourceRoots = words(`
  src lib libs test tests spec specs docs doc app apps packages package crates internal cmd pkg scripts script tools bin config configs
  examples example fixtures assets public static templates migrations backend frontend server client web api core services service
  modules components plugins plugin skills rules infra deploy deployment charts k8s terraform resources include vendor data build dist
  .github .gitlab .circleci .vscode .idea .husky .devcontainer .claude .cursor .agent .agents .codex .planning .specify .kiro`)

/** First segments of branch names, remotes and MIME types: `feat/x`, `origin/main`, `text/*`. */
export const notRoots = words(`
  feat fix chore feature bugfix hotfix release refactor origin upstream refs heads remotes tags users claude/ codex/ renovate dependabot
  application image text audio video multipart font model`)

/** Words that stand where a path could, and are none; lower case. */
export const notPaths = words(`
  n/a na none nil null tbd todo tba various multiple several many all same any other others new modified deleted renamed existing create
  modify delete rename update add remove and or and/or i/o ci/cd tcp/ip yes/no on/off true/false true false yes no file files path paths
  see etc unchanged pending done purpose action status description ui/ux a/b client/server read/write input/output get post put patch
  http https localhost unknown - -- — – … ...`)
