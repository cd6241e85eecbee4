import { folderOf, joinRepoPath, nameOf, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';

const LEXIS: Lexis = {
  line: ['#'],
  block: [['\n=begin', '\n=end']],
  strings: [
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};

const STANDARD = new Set(
  `abbrev base64 benchmark bigdecimal cgi coverage csv date delegate did_you_mean digest drb English erb etc expect fcntl fiddle
  fileutils find forwardable getoptlong io ipaddr irb json logger matrix monitor mutex_m net nkf objspace observer open-uri open3
  openssl optparse ostruct pathname pp prettyprint prime pstore psych pty readline reline resolv rexml rinda ripper securerandom
  set shellwords singleton socket stringio strscan syslog tempfile time timeout tmpdir tsort un uri weakref yaml zlib`
    .trim()
    .split(/\s+/),
);

/** `require`, `require_relative` and `load` of Ruby. */
export const ruby: ImportLanguage = {
  id: 'ruby',
  reads: (path) => /\.(?:rb|rake)$/.test(path),
  facts(_path, text) {
    const code = mask(text, LEXIS);
    const imports: ImportFact[] = [];
    for (const found of code.matchAll(
      /(?<=^|;)[ \t]*((require_relative|require|load)\b[ \t]*\(?[ \t]*(["']))[^"'\n]*\3/gm,
    )) {
      const end = found.index + found[0].length;
      const start = found.index + found[0].indexOf(found[1] ?? '');
      const name = text.slice(start + (found[1] ?? '').length, end - 1);
      if (name.includes('#{')) continue;
      const specifier = found[2] === 'require_relative' && !name.startsWith('.') ? `./${name}` : name;
      imports.push({ specifier, names: ['*'], typeOnly: false, lazy: false, start, end });
    }
    return { imports };
  },
  resolve({ specifier }, from, places) {
    const file = /\.rb$/.test(specifier) ? specifier : `${specifier}.rb`;
    if (specifier.startsWith('.')) {
      const path = joinRepoPath(folderOf(from), file);
      return path === undefined ? [] : [{ kind: places.isFile(path) ? 'file' : 'missing', path }];
    }
    const candidates = places
      .named(nameOf(file as RepoPath))
      .filter((path) => path === file || path.endsWith(`/${file}`));
    const onPath = candidates.filter((path) =>
      /(?:^|\/)(?:lib|app\/\w+|spec|test)?\/?$/.test(path.slice(0, path.length - file.length)),
    );
    const best = [...onPath].sort((a, b) => a.length - b.length)[0];
    if (best !== undefined) return [{ kind: 'file', path: best, module: specifier }];
    return [{ kind: STANDARD.has(specifier.split('/')[0] ?? '') ? 'builtin' : 'package', module: specifier }];
  },
};
