import { describe, expect, it } from 'vitest';
import { repoPath } from '../../src/model/path.ts';
import { languageOf } from '../../src/repository/languages.ts';

describe('the language of a file', () => {
  it.each([
    ['src/a.ts', 'typescript'],
    ['a.d.mts', 'typescript'],
    ['A.TSX', 'tsx'],
    ['a.test.jsx', 'javascript'],
    ['a.pyi', 'python'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.dev', 'dockerfile'],
    ['Gemfile', 'ruby'],
    ['Cargo.lock', 'toml'],
    ['.bashrc', 'bash'],
    ['README.md', 'markdown'],
    ['a.ipynb', 'notebook'],
    ['a.h', 'c'],
    ['LICENSE', undefined],
    ['.gitignore', undefined],
    ['a.unknown', undefined],
  ])('%s', (path, language) => {
    expect(languageOf(repoPath(path))).toBe(language);
  });

  it.each([
    ['#!/bin/sh\n', 'bash'],
    ['#!/usr/bin/env python3\n', 'python'],
    ['#!/usr/bin/env -S node --flag\n', 'javascript'],
    ['#!/usr/bin/perl\n', undefined],
    ['# no shebang\n', undefined],
  ])('by its first line %j', (text, language) => {
    expect(languageOf(repoPath('bin/tool'), text)).toBe(language);
  });

  it('tells a C++ header by what it declares', () => {
    expect(languageOf(repoPath('a.h'), 'namespace a {}\n')).toBe('cpp');
    expect(languageOf(repoPath('a.h'), 'struct a { int class_id; };\n')).toBe('c');
  });
});
