import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('the configuration', () => {
  it('has defaults that suit one hall on one PC', () => {
    expect(readConfig([], {})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      data: resolve('data'),
      publicUrl: null,
      browser: null,
      language: 'zh-CN',
      demo: false,
      env: {},
    });
  });

  it('[V22] takes an engine for the voice that says where its sound goes', () => {
    const voice = 'piper -m zh.onnx -f {out}';
    expect(readConfig([], { MINGTING_VOICE: voice })).toMatchObject({ voice });
    for (const wrong of ['piper', '{out}'])
      expect(readConfig([], { MINGTING_VOICE: wrong })).toMatchObject({ error: 'option.voice' });
  });

  it('takes the same from options and from variables, and options win', () => {
    const env = { MINGTING_PORT: '9000', MINGTING_DATA: '/a', MINGTING_PUBLIC_URL: 'https://hall.example/' };
    expect(readConfig([], env)).toMatchObject({ port: 9000, data: '/a', publicUrl: 'https://hall.example' });
    const argv = [
      '--port',
      '9001',
      '--data=/b',
      '--host',
      '127.0.0.1',
      '--browser',
      '/usr/bin/x',
      '--lang=en',
    ];
    expect(readConfig(argv, env)).toMatchObject({
      port: 9001,
      data: '/b',
      host: '127.0.0.1',
      browser: '/usr/bin/x',
      language: 'en',
    });
  });

  it('[X16] sends events to its own computer only when told so', () => {
    expect(readConfig(['--hooks-loopback'], {})).toMatchObject({ hooksLoopback: true });
    expect(readConfig([], { MINGTING_HOOKS_LOOPBACK: '1' })).toMatchObject({ hooksLoopback: true });
    expect(readConfig(['--hooks-loopback=yes'], {})).toMatchObject({ error: 'option.unknown' });
  });

  it('keeps the demo out of the data of a hall unless told otherwise', () => {
    expect(readConfig(['--demo'], {})).toMatchObject({ demo: true, data: resolve('data/demo') });
    expect(readConfig(['--demo', '--data', '/a'], {})).toMatchObject({ demo: true, data: '/a' });
  });

  it.each([
    [['--prot', '1'], 'option.unknown', { option: '--prot' }],
    [['8080'], 'option.unknown', { option: '8080' }],
    [['--port'], 'option.value', { option: '--port' }],
    [['--port', '--demo'], 'option.value', { option: '--port' }],
    [['--port', '80 80'], 'option.port', { value: '80 80' }],
    [['--port', '65536'], 'option.port', { value: '65536' }],
    [['--port=-1'], 'option.port', { value: '-1' }],
    [['--public-url', 'hall'], 'option.url', { value: 'hall' }],
    [['--public-url', 'ftp://hall'], 'option.url', { value: 'ftp://hall' }],
    [['--public-url', 'http://hall/path'], 'option.url', { value: 'http://hall/path' }],
    [['--lang', 'fr'], 'option.lang', { value: 'fr' }],
  ])('refuses %j and says why', (argv, error, params) => {
    expect(readConfig(argv, {})).toMatchObject({ error, params, language: 'zh-CN' });
  });

  it('tells a fault in the language that was asked for, before or after it', () => {
    expect(readConfig(['--prot', '--lang', 'en'], {})).toMatchObject({
      error: 'option.unknown',
      language: 'en',
    });
    expect(readConfig(['--prot'], { LANG: 'en' })).toMatchObject({ language: 'en' });
    expect(readConfig(['--prot'], { LANG: 'zh_CN.UTF-8' })).toMatchObject({ language: 'zh-CN' });
  });
});
