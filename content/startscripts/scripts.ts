/** One browser window of a computer: a screen, and where it stands on the desktop in pixels; absent, all of it. */
export interface StartWindow {
  /** Id of the screen: names its profile, so that every window keeps a pairing of its own. */
  id: string;
  name: string;
  /** Signs the page in as this screen, so that no browser profile has to be paired (wire.md W17). */
  key: string;
  at?: { x: number; y: number; width: number; height: number };
}

export interface StartPlan {
  /** Origin of the hub: `http://192.168.1.10:8080`. */
  origin: string;
  windows: readonly StartWindow[];
}

export const startKinds = ['windows', 'linux-x', 'linux-cage', 'android'] as const;
export type StartKind = (typeof startKinds)[number];

/** Letters, figures and blanks of a name: nothing else may reach a command line. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N} _.-]/gu, '').trim() || '屏幕';
const idOf = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '');

/** What a window opens: the key after `#` is sent to no server. */
const addressOf = (origin: string, { key }: StartWindow): string =>
  `${origin}/display#key=${key.replace(/[^A-Za-z0-9_-]/g, '')}`;

/** Throws for what is no plain origin: it is written into commands. */
function originOf(origin: string): string {
  if (!/^https?:\/\/[A-Za-z0-9.[\]:-]+$/.test(origin)) throw new Error(`no origin: ${origin}`);
  return origin;
}

/** What every kiosk needs, and why: sound without a touch, records kept and the page cached without https, no bubbles. */
function flagsOf(origin: string, { at }: StartWindow): string[] {
  const place = at ? [`--window-position=${at.x},${at.y}`, `--window-size=${at.width},${at.height}`] : [];
  return [
    '--kiosk',
    '--autoplay-policy=no-user-gesture-required',
    ...(origin.startsWith('http:') ? [`--unsafely-treat-insecure-origin-as-secure=${origin}`] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--noerrdialogs',
    '--hide-crash-restore-bubble',
    '--disable-session-crashed-bubble',
    '--disable-features=Translate',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    ...place,
  ];
}

/** The file of one kind for these screens. */
export function startScript(kind: StartKind, plan: StartPlan): { name: string; text: string } {
  const made = { ...plan, origin: originOf(plan.origin) };
  const first = idOf(plan.windows[0]?.id ?? 'screen');
  switch (kind) {
    case 'windows':
      return { name: `mingting-${first}.cmd`, text: windowsScript(made, first) };
    case 'linux-x':
      return { name: `mingting-${first}.sh`, text: linuxScript(made, first, 'x') };
    case 'linux-cage':
      return { name: `mingting-${first}-cage.sh`, text: linuxScript(made, first, 'cage') };
    case 'android':
      return { name: `mingting-${first}.txt`, text: androidText(made) };
  }
}

/**
 * Run once it copies itself into the start-up folder; from then on it starts with Windows. Each window has a loop of
 * its own that starts the browser again three seconds after it ended.
 */
function windowsScript({ origin, windows }: StartPlan, first: string): string {
  const starts = windows.map((_, index) => `start "" /min cmd /c ""%~f0" show${index}"`);
  const shows = windows.flatMap((window, index) => [
    `:show${index}`,
    `rem ${plain(window.name)}`,
    `start /wait "" "%BROWSER%" ${flagsOf(origin, window).join(' ')} "--user-data-dir=%LOCALAPPDATA%\\mingting\\${idOf(window.id)}" "${addressOf(origin, window)}"`,
    'timeout /t 3 /nobreak >nul',
    `goto show${index}`,
  ]);
  return [
    '@echo off',
    'chcp 65001 >nul',
    'setlocal',
    'set "STARTUP=%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"',
    `if /i not "%~dp0"=="%STARTUP%\\" copy /y "%~f0" "%STARTUP%\\mingting-${first}.cmd" >nul`,
    'set "BROWSER="',
    'for %%B in (',
    '  "%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe"',
    '  "%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe"',
    '  "%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe"',
    '  "%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe"',
    '  "%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe"',
    ') do if not defined BROWSER if exist %%B set "BROWSER=%%~B"',
    'if not defined BROWSER (',
    '  echo 没有找到 Chrome 或 Edge，请先安装其中一个。',
    '  pause',
    '  exit /b 1',
    ')',
    'if not "%~1"=="" goto %~1',
    'rem 屏幕和电脑不休眠',
    'powercfg /change monitor-timeout-ac 0',
    'powercfg /change standby-timeout-ac 0',
    'rem 屏幕电源：把开屏命令写进同目录的 screen-on.cmd，会在这里运行',
    'if exist "%LOCALAPPDATA%\\mingting\\screen-on.cmd" call "%LOCALAPPDATA%\\mingting\\screen-on.cmd"',
    ...starts,
    'exit /b 0',
    ...shows,
    '',
  ].join('\r\n');
}

/** Writes one systemd user unit a window and starts them; `x` on a desktop, `cage` on a computer without one. */
function linuxScript({ origin, windows }: StartPlan, first: string, way: 'x' | 'cage'): string {
  // Cage shows one window on the whole of one screen.
  const shown =
    way === 'cage' ? windows.slice(0, 1).map(({ id, name, key }) => ({ id, name, key })) : windows;
  const units = shown.flatMap((window) => {
    const flags = [
      ...flagsOf(origin, window),
      ...(way === 'cage' ? ['--ozone-platform=wayland'] : []),
      `--user-data-dir="$HOME/.local/share/mingting/${idOf(window.id)}"`,
    ].join(' ');
    const unit = `mingting-${idOf(window.id)}`;
    return [
      `# ${plain(window.name)}`,
      `cat > "$bin/${unit}" <<RUN`,
      '#!/bin/sh',
      '# 屏幕电源：例如 echo "on 0" | cec-client -s -d 1',
      `[ -x "$bin/screen-on" ] && "$bin/screen-on"`,
      `exec ${way === 'cage' ? 'cage -- ' : ''}"$browser" ${flags} "${addressOf(origin, window)}"`,
      'RUN',
      // It holds the screen's key.
      `chmod 700 "$bin/${unit}"`,
      `cat > "$units/${unit}.service" <<UNIT`,
      '[Unit]',
      `Description=Mingting ${plain(window.name)}`,
      ...(way === 'x' ? ['PartOf=graphical-session.target', 'After=graphical-session.target'] : []),
      'StartLimitIntervalSec=0',
      '',
      '[Service]',
      `ExecStart=$bin/${unit}`,
      `ExecStopPost=-$bin/screen-off`,
      'Restart=always',
      'RestartSec=3',
      '',
      '[Install]',
      `WantedBy=${way === 'x' ? 'graphical-session.target' : 'default.target'}`,
      'UNIT',
    ];
  });
  const names = shown.map(({ id }) => `mingting-${idOf(id)}.service`).join(' ');
  return [
    '#!/usr/bin/env bash',
    '# 明厅屏幕启动脚本：运行一次，以后开机自动显示，意外退出 3 秒后重开。',
    '# bash FILE dry 只写文件，不启用。',
    'set -euo pipefail',
    'browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || command -v microsoft-edge || true)',
    'if [ -z "$browser" ]; then echo "没有找到 Chromium 或 Chrome，请先安装。" >&2; exit 1; fi',
    ...(way === 'cage'
      ? [
          'if ! command -v cage >/dev/null; then echo "没有找到 cage，请先安装：sudo apt install cage" >&2; exit 1; fi',
        ]
      : []),
    'bin="$HOME/.local/share/mingting"',
    'units="$HOME/.config/systemd/user"',
    'mkdir -p "$bin" "$units"',
    ...units,
    'if [ "${1:-}" = dry ]; then exit 0; fi',
    'systemctl --user daemon-reload',
    ...(way === 'cage' ? ['loginctl enable-linger "$USER" || true'] : []),
    `systemctl --user enable --now ${names}`,
    '',
  ]
    .join('\n')
    .replace('FILE', `mingting-${first}.sh`);
}

function androidText({ origin, windows }: StartPlan): string {
  return [
    `安卓电视盒、平板：${windows.map(({ name }) => plain(name)).join('、')}`,
    '',
    '1. 安装一个能全屏、开机自启的“信息亭浏览器”（Chrome 66 或更高的内核）。',
    ...windows.flatMap((window, at) => [
      `${at === 0 ? '2. 起始网址填：' : '   '}${windows.length > 1 ? `${plain(window.name)} ` : ''}${addressOf(origin, window)}`,
    ]),
    `   网址里有这块屏幕的密钥，请不要外传。不便粘贴的，填 ${origin}/display，打开后在控制台“屏幕”页输入一次 6 位配对码。`,
    '3. 打开：开机自启、全屏、屏幕常亮、崩溃后重新打开、允许自动播放声音；关闭：缩放、地址栏、通知、自动更新。',
    '4. 在系统设置里关闭休眠和屏保，把浏览器加入电池白名单。',
    '',
    '普通 http 网址下，浏览器关掉再开时要等主机；一直开着时断网照常显示。',
    '',
  ].join('\r\n');
}
