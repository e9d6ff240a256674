import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import http from 'highlight.js/lib/languages/http';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';

const languages = {
  ...{ bash, csharp, css, http, java, javascript, json, nginx, php, python, ruby, typescript, xml },
  // What a file is called where it is not called by its grammar.
  ...{ sh: bash, console: bash, html: xml, vue: xml, svelte: xml, js: javascript, ts: typescript },
  ...{ jsx: javascript, tsx: typescript, cs: csharp, py: python, rb: ruby },
};
for (const [name, grammar] of Object.entries(languages)) highlighter.registerLanguage(name, grammar);

const isKnown = (name: string): name is keyof typeof languages => name in languages;

/** Code as escaped HTML, its words in `hljs-…` classes where the language is known: no style attribute is needed. */
export function highlight(code: string, language: string): string {
  if (isKnown(language)) return highlighter.highlight(code, { language }).value;
  return code.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
