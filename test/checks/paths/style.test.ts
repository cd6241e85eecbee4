import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_STYLES, caseStyleOf, fits, restyle, styleNamed } from '../../../src/checks/paths/style.ts';

describe('a word fits a case style', () => {
  const table: readonly [style: string, fitting: readonly string[], not: readonly string[]][] = [
    ['camelCase', ['user', 'userName', 'parseXml2', 'öffneTür'], ['User', 'user_name', 'user-name', '']],
    ['PascalCase', ['User', 'UserName', 'HTTPServer', 'X'], ['user', 'User_Name', 'User-Name']],
    ['snake_case', ['user', 'user_name', 'v2_api', '_private', 'class_'], ['userName', 'user-name', 'USER_NAME']],
    ['kebab-case', ['user', 'user-name', 'v2-api'], ['userName', 'user_name', 'User-name', 'a--b']],
    ['UPPER_SNAKE', ['USER', 'USER_NAME', 'V2'], ['user_name', 'User', 'USER-NAME']],
    ['lowercase', ['user', 'a1'], ['userName', 'user-name']],
    ['UPPERCASE', ['USER'], ['USER_NAME', 'User']],
    ['Train-Case', ['User-Name', 'User'], ['user-name']],
    ['kebab', ['user-name'], ['userName']],
    ['SCREAMING_SNAKE_CASE', ['MAX_SIZE'], ['maxSize']],
    ['no such style', [], ['anything', 'user']],
  ];
  it.each(table)('%s', (style, fitting, not) => {
    expect(fitting.filter((word) => !fits(style, word))).toEqual([]);
    expect(not.filter((word) => fits(style, word))).toEqual([]);
  });

  it('knows the ways a style is called', () => {
    expect(
      [
        'UpperCamelCase',
        'snake case',
        'KEBAB-CASE',
        'CONSTANT_CASE',
        'lowerCamelCase',
        'pascal',
        'dash-case',
        'bird',
      ].map(styleNamed),
    ).toEqual([
      'PascalCase',
      'snake_case',
      'kebab-case',
      'UPPER_SNAKE',
      'camelCase',
      'PascalCase',
      'kebab-case',
      undefined,
    ]);
  });

  it('tells the style of a word', () => {
    expect(
      ['plain', 'ID', 'userName', 'UserName', 'user_name', 'user-name', 'USER_NAME', 'User_name-x'].map(caseStyleOf),
    ).toEqual([
      'lowercase',
      'UPPERCASE',
      'camelCase',
      'PascalCase',
      'snake_case',
      'kebab-case',
      'UPPER_SNAKE',
      undefined,
    ]);
  });

  it('restyles any name into a word that fits the style', () => {
    const word = fc.stringMatching(/^[a-z]{2,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(...CASE_STYLES), (words, style) => {
        const restyled = restyle(style, words.join('_'));
        return restyled !== undefined && fits(style, restyled);
      }),
    );
    expect(restyle('kebab-case', 'parseHTMLFile')).toBe('parse-html-file');
    expect(restyle('PascalCase', 'user-card')).toBe('UserCard');
  });
});
