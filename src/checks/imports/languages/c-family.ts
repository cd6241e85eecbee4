import { folderOf, joinRepoPath, nameOf, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage } from '../fact.ts';
import { C_LEXIS, mask } from '../mask.ts';

const STANDARD = new Set(
  `algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits clocale
  cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib
  cstring ctime cuchar cwchar cwctype deque exception execution expected filesystem format forward_list fstream functional
  future generator initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map mdspan memory
  memory_resource mutex new numbers numeric optional ostream print queue random ranges ratio regex scoped_allocator semaphore
  set shared_mutex source_location span sstream stack stacktrace stdexcept stdfloat stop_token streambuf string string_view
  syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant
  vector version assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h iso646.h limits.h locale.h math.h setjmp.h
  signal.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h tgmath.h
  threads.h time.h uchar.h wchar.h wctype.h unistd.h fcntl.h pthread.h dirent.h`
    .trim()
    .split(/\s+/),
);

/** `#include` of C, C++, Objective-C and their headers. */
export const cFamily: ImportLanguage = {
  id: 'c',
  reads: (path) => /\.(?:c|h|cc|cpp|cxx|c\+\+|hh|hpp|hxx|inl|ipp|ino|m|mm)$/.test(path),
  facts(_path, text) {
    const code = mask(text, C_LEXIS);
    const imports: ImportFact[] = [];
    for (const found of code.matchAll(/^[ \t]*(#[ \t]*(?:include|import)[ \t]*)(?:"[^"\n]*"|<[^>\n]+>)/gm)) {
      const end = found.index + found[0].length;
      const start = found.index + found[0].indexOf('#');
      const specifier = text.slice(start + (found[1] ?? '').length, end);
      imports.push({
        specifier: specifier.startsWith('"') ? specifier.slice(1, -1) : specifier,
        names: ['*'],
        typeOnly: false,
        lazy: false,
        start,
        end,
      });
    }
    return { imports };
  },
  resolve({ specifier }, from, places) {
    const isSystem = specifier.startsWith('<');
    const name = isSystem ? specifier.slice(1, -1) : specifier;
    const beside = isSystem ? undefined : joinRepoPath(folderOf(from), name);
    if (beside !== undefined && places.isFile(beside)) return [{ kind: 'file', path: beside }];
    if (isSystem && STANDARD.has(name)) return [{ kind: 'builtin', module: name }];
    const found = places.named(nameOf(name as RepoPath)).filter((path) => path === name || path.endsWith(`/${name}`));
    // Include folders above the importing file come first, then those nearest to the root.
    const best = [...found].sort((a, b) => rank(a, name, from) - rank(b, name, from))[0];
    if (best !== undefined) return [{ kind: 'file', path: best, ...(isSystem && { module: name }) }];
    if (isSystem || beside === undefined || !name.startsWith('.')) {
      // A folder of the repository says where a header will lie that is not there yet.
      const top = name.split('/')[0] as RepoPath;
      if (!isSystem && name.includes('/') && places.isFolder(top)) return [{ kind: 'missing', path: name as RepoPath }];
      return isSystem || name.includes('/')
        ? [{ kind: 'package', module: name }]
        : [{ kind: 'missing', path: beside ?? (name as RepoPath) }];
    }
    return [{ kind: 'missing', path: beside }];
  },
};

function rank(path: string, name: string, from: string): number {
  const root = path.slice(0, path.length - name.length).replace(/\/$/, '');
  const home = /^(.*?)(?:\/?(?:include|src|inc|public))?$/.exec(root)?.[1] ?? '';
  const isAbove = home === '' || from === home || from.startsWith(`${home}/`);
  return (isAbove ? 0 : 1000) - (isAbove ? home.length : 0) + root.split('/').length;
}
