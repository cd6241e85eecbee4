import { beforeAll, describe, expect, it } from 'vitest';
import { codeSpanToMatchers, exampleFor } from '../../../src/checks/code/code-span.ts';
import { startSyntax } from '../../../src/checks/code/grammars.ts';
import { codeChecks } from '../../../src/checks/code/module.ts';
import type { Language } from '../../../src/model/language.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { codeRule } from './rules.ts';

beforeAll(startSyntax);

const FILE: Readonly<Partial<Record<Language, string>>> = {
  typescript: 'a.ts',
  tsx: 'a.tsx',
  javascript: 'a.js',
  python: 'a.py',
  go: 'a.go',
  rust: 'a.rs',
  java: 'A.java',
  kotlin: 'a.kt',
  c: 'a.c',
  cpp: 'a.cpp',
  csharp: 'A.cs',
  ruby: 'a.rb',
  php: 'a.php',
  swift: 'a.swift',
  css: 'a.css',
  html: 'a.html',
  bash: 'a.sh',
};

/** The lines of a text in which a span is found. */
async function linesOf(span: string, language: Language, text: string): Promise<number[]> {
  const match = codeSpanToMatchers(span, [language]);
  if (match.length === 0) return [];
  const file = FILE[language] ?? '';
  const view = memoryView({ [file]: text });
  const rejected: string[] = [];
  const checks = await codeChecks.prepare([codeRule('span', { match })], {
    view,
    reject: (_rule, reason) => rejected.push(reason),
  });
  const inspection = await checks.inspect?.(repoPath(file), view);
  expect(rejected).toEqual([]);
  return [...new Set(inspection?.findings.map(({ location }) => location?.line ?? 0))];
}

/** Lines marked with a trailing `//!`, `#!` or `/*!*​/` hold what the span means. */
function marked(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/(\/\/|#|\/\*|<!--)!/.test(line) ? [index + 1] : []));
}

const CASES: readonly (readonly [span: string, language: Language, text: string])[] = [
  [
    'any',
    'typescript',
    'let a: any; //!\nlet b: any[] = []; //!\nconst any = 1;\n// any\nlet c = "any";\nlet d: Company;\n',
  ],
  ['any', 'tsx', 'const a = (b: any) => <p>any</p>; //!\n'],
  ['as any', 'typescript', 'const a = b as any; //!\nconst c = d as unknown;\nlet e: any;\n'],
  [': any', 'typescript', 'let a: any; //!\nconst b = c as any;\n'],
  [
    'console.log',
    'typescript',
    'console.log(1); //!\nconst f = console.log; //!\nconsole.error(1);\nmyconsole.log(1);\n// console.log(2)\nlet s = "console.log";\n',
  ],
  ['console.log()', 'javascript', 'console.log(1, 2); //!\nconst f = console.log;\n'],
  ['console.log(...)', 'javascript', 'console.log(); //!\n'],
  ['eval(', 'javascript', 'eval("1"); //!\nevaluate("1");\nengine.eval("x");\n'],
  ['eval()', 'python', 'eval("1") #!\nmodel.eval()\n'],
  ['var', 'javascript', 'var a = 1; //!\nlet variable = 2;\nconst s = "var";\n'],
  ['let', 'typescript', 'let a = 1; //!\nconst b = 2;\n'],
  [
    '@ts-ignore',
    'typescript',
    '// @ts-ignore //!\nlet a = 1;\n// @ts-ignored\nconst s = "@ts-ignore";\n/* @ts-ignore */ //!\n',
  ],
  [
    'eslint-disable',
    'javascript',
    '// eslint-disable no-console //!\n// eslint-disable-next-line\nconst a = eslint - disable;\n',
  ],
  ['// TODO', 'typescript', '// TODO: later //!\n// done\nconst TODO = 1;\n'],
  ['React.FC', 'tsx', 'const A: React.FC<P> = () => null; //!\nconst b: React.FCX = c;\nconst d = React.FC; //!\n'],
  ['import *', 'typescript', 'import * as a from "a"; //!\nimport b from "b";\nconst c = 2 * 3;\n'],
  ['export default', 'typescript', 'export default 1; //!\nexport const a = 2;\n'],
  [
    '@Injectable',
    'typescript',
    '@Injectable() //!\nclass A {}\n@Injected()\nclass B {}\n@Injectable //!\nclass C {}\n',
  ],
  ['@Injectable()', 'typescript', '@Injectable() //!\nclass A {}\n'],
  ['process.env', 'typescript', 'const a = process.env.HOME; //!\nconst b = process.argv;\nconst { env } = process;\n'],
  ['Foo<Bar>', 'typescript', 'let a: Foo<Bar>; //!\nlet b: Foo<Baz>;\n'],
  ['Array<T>', 'typescript', 'let a: Array<string>; //!\nlet b: string[];\n'],
  ['"use client"', 'tsx', "'use client'; //!\nconst a = 'use server';\n"],
  [
    '<div onClick>',
    'tsx',
    'const a = <div onClick={f}>x</div>; //!\nconst b = <div className="c">x</div>;\nconst c = <div id="1" onClick={f} />; //!\nconst d = <span onClick={f} />;\n',
  ],
  ['style={...}', 'tsx', 'const a = <p style={{ color: "red" }} />; //!\nconst style = 1;\n'],
  ['dangerouslySetInnerHTML', 'tsx', 'const a = <p dangerouslySetInnerHTML={b} />; //!\n'],
  ['== null', 'javascript', 'if (a == null) {} //!\nif (a === null) {}\n'],
  ['==', 'javascript', 'if (a == b) {} //!\nif (a === b) {}\n'],
  ['new Date()', 'javascript', 'const a = new Date(); //!\nconst b = new Date(0); //!\nDate.now();\n'],
  [
    'setTimeout',
    'typescript',
    'setTimeout(f, 1); //!\nconst g = setTimeout; //!\nclock.setTimeout(f);\nfunction setTimeouts() {}\n',
  ],
  ['moment', 'typescript', 'import moment from "moment"; //!\nconst a = moment(); //!\nconst moments = 1;\n'],
  [
    'useEffect(() => ..., [])',
    'tsx',
    'useEffect(() => { a(); }, []); //!\nuseEffect(() => { a(); }, [b]);\nuseEffect(() => a()); \n',
  ],
  ['.then(', 'typescript', 'a.then(b); //!\nthen(b);\na.thenable(b);\n'],
  ['require()', 'javascript', 'const a = require("a"); //!\n// require("b")\nimport("c");\n'],
  ['logger.info(<message>)', 'typescript', 'logger.info("a"); //!\nlogger.warn("a");\n'],
  ['enum', 'typescript', 'enum A { B } //!\nconst enums = 1;\n'],
  ['null', 'typescript', 'const a = null; //!\nconst b = undefined;\n'],
  ['catch {}', 'typescript', 'try {} catch {} //!\ntry {} catch (e) { f(e); }\n'],
  ['!!', 'javascript', 'const a = !!b; //!\nconst c = !b;\n'],
  [
    'os.path',
    'python',
    'import os.path as p #!\nfrom os.path import join #!\nfrom os import path #!\na = os.path.join(b) #!\nc = os.environ\n# os.path\n',
  ],
  ['print', 'python', 'print(1) #!\nconsole.print(1)\npprint(1)\ns = "print"\n# print(1)\ndef f(): print(2) #!\n'],
  ['print()', 'python', 'print(1) #!\nconsole.print(1)\n'],
  [
    'except Exception:',
    'python',
    'try:\n    a()\nexcept Exception: #!\n    pass\ntry:\n    a()\nexcept ValueError:\n    pass\n',
  ],
  ['except:', 'python', 'try:\n    a()\nexcept: #!\n    pass\ntry:\n    a()\nexcept ValueError:\n    pass\n'],
  ['# type: ignore', 'python', 'a = b  # type: ignore #!\nc = d\ntype = ignore\n'],
  ['noqa', 'python', 'import a  # noqa: F401 #!\nnoqa = 1\n'],
  ['from x import *', 'python', 'from x import * #!\nfrom y import *\n'],
  ['import *', 'python', 'from x import * #!\nimport x\n'],
  ['datetime.utcnow()', 'python', 'a = datetime.utcnow() #!\nb = datetime.now()\n'],
  [
    '@staticmethod',
    'python',
    'class A:\n    @staticmethod #!\n    def f(): pass\n    @classmethod\n    def g(cls): pass\n',
  ],
  ['lambda', 'python', 'f = lambda x: x #!\nlambdas = 1\n'],
  ['global', 'python', 'def f():\n    global a #!\n    globally = 1\n'],
  [
    'unwrap()',
    'rust',
    'fn f() {\n    a.unwrap(); //!\n    b.unwrap_or(1);\n    // c.unwrap()\n    assert_eq!(d.unwrap(), 1); //!\n}\n',
  ],
  ['.unwrap()', 'rust', 'fn f() {\n    a().b().unwrap(); //!\n    unwrapped();\n}\n'],
  ['unsafe', 'rust', 'fn f() {\n    unsafe { g() } //!\n    let s = "unsafe";\n}\nunsafe fn h() {} //!\n'],
  ['println!', 'rust', 'fn f() {\n    println!("a"); //!\n    eprintln!("b");\n}\n'],
  [
    'std::fs',
    'rust',
    'use std::fs; //!\nuse std::{fs, io}; //!\nuse std::io;\nfn f() { std::fs::read("a"); } //!\nuse tokio::fs;\n',
  ],
  ['#[allow(...)]', 'rust', '#[allow(dead_code)] //!\nfn f() {}\n#[deny(warnings)]\nfn g() {}\n'],
  ['static mut', 'rust', 'static mut A: u8 = 1; //!\nstatic B: u8 = 2;\n'],
  ['fmt.Println', 'go', 'package a\nfunc f() {\n\tfmt.Println(1) //!\n\tlog.Println(1)\n}\n'],
  ['panic', 'go', 'package a\nfunc f() {\n\tpanic("x") //!\n\tp.panic("x")\n}\n'],
  ['interface{}', 'go', 'package a\nvar a interface{} //!\nvar b any\n'],
  ['goto', 'go', 'package a\nfunc f() {\n\tgoto end //!\nend:\n}\n'],
  [
    'System.out.println',
    'java',
    'class A {\n  void f() {\n    System.out.println(1); //!\n    System.err.println(1);\n  }\n}\n',
  ],
  ['@SuppressWarnings', 'java', 'class A {\n  @SuppressWarnings("x") void f() {} //!\n  @Override void g() {}\n}\n'],
  ['GlobalScope.launch', 'kotlin', 'fun f() {\n  GlobalScope.launch { } //!\n  scope.launch { }\n}\n'],
  ['!!', 'kotlin', 'fun f() {\n  a!!.b() //!\n  a?.b()\n}\n'],
  ['gets()', 'c', 'void f(void) {\n  gets(a); //!\n  fgets(a, 1, b);\n}\n'],
  ['goto', 'c', 'void f(void) {\n  goto end; //!\nend:\n  return;\n}\n'],
  ['using namespace std', 'cpp', 'using namespace std; //!\nusing std::string;\n'],
  ['std::cout', 'cpp', 'void f() {\n  std::cout << 1; //!\n  std::cerr << 1;\n}\n'],
  ['reinterpret_cast', 'cpp', 'void f() {\n  a = reinterpret_cast<int*>(b); //!\n  c = static_cast<int>(d);\n}\n'],
  ['async void', 'csharp', 'class A {\n  async void F() {} //!\n  async Task G() {}\n  void H() {}\n}\n'],
  [
    'DateTime.Now',
    'csharp',
    'class A {\n  void F() {\n    var a = DateTime.Now; //!\n    var b = DateTime.UtcNow;\n  }\n}\n',
  ],
  [
    'Console.WriteLine',
    'csharp',
    'class A {\n  void F() {\n    Console.WriteLine(1); //!\n    Console.Write(1);\n  }\n}\n',
  ],
  ['binding.pry', 'ruby', 'def f\n  binding.pry #!\n  binding.irb\nend\n'],
  ['puts', 'ruby', 'puts 1 #!\nio.puts 1\ninputs = 2\n'],
  ['rescue Exception', 'ruby', 'begin\n  a\nrescue Exception #!\n  b\nend\nbegin\n  a\nrescue KeyError\n  b\nend\n'],
  ['var_dump()', 'php', '<?php\nvar_dump($a); //!\n$b->var_dump();\n'],
  ['DB::raw', 'php', '<?php\nDB::raw("a"); //!\nDB::table("a");\n'],
  ['try!', 'swift', 'let a = try! b() //!\nlet c = try? d()\n'],
  ['as!', 'swift', 'let a = b as! C //!\nlet d = b as? C\n'],
  ['fatalError()', 'swift', 'fatalError("a") //!\nerror("a")\n'],
  ['!important', 'css', 'a { color: red !important; } /*!*/\nb { color: red; }\n'],
  ['float: left', 'css', 'a { float: left; } /*!*/\nb { float: right; }\n'],
  ['<font>', 'html', '<font>a</font> <!--!-->\n<p>font</p>\n'],
];

describe('a code span in prose', () => {
  it.each(CASES)('%s in %s', async (span, language, text) => {
    expect(await linesOf(span, language, text)).toEqual(marked(text));
  });

  const proven = CASES.filter(([, language]) => !['css', 'html'].includes(language));
  it.each(proven.map(([span, language]) => [span, language] as const))(
    '%s in %s has evidence that tells',
    async (span, language) => {
      const example = exampleFor(span, language);
      expect(example).toBeDefined();
      expect(await linesOf(span, language, example?.violating ?? '')).not.toEqual([]);
      expect(await linesOf(span, language, example?.compliant ?? '')).toEqual([]);
    },
  );

  it.each([
    ['...', 'typescript'],
    ['', 'typescript'],
    ['the whole sentence, quoted', 'python'],
    ['console.log', 'css'],
    ['npm install', 'typescript'],
    ['#[allow(...)]', 'python'],
    ['except Exception:', 'rust'],
  ] as const)('%j is no code of %s', (span, language) => {
    expect(codeSpanToMatchers(span, [language])).toEqual([]);
  });

  it('is looked for only in the languages whose keyword it is', () => {
    expect(
      codeSpanToMatchers('any', ['python', 'typescript', 'go']).flatMap(({ languages }) => languages),
    ).not.toContain('python');
    expect(codeSpanToMatchers('var', ['typescript', 'go']).flatMap(({ languages }) => languages)).not.toContain('go');
  });
});
