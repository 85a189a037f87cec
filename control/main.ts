import '@fontsource-variable/noto-sans-sc';
import '@fontsource/noto-sans-yi/400.css';
import '@fontsource/noto-serif-tibetan/400.css';
import '../content/theme.css';
import './page.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Http } from './http.ts';
import { Panel } from './panel.svelte.ts';
import { language, say } from './words.ts';

document.documentElement.lang = language;
document.title = say('shell.product');

const panel = new Panel(new Http(language));
panel.router.listen();
void panel.start();

const target = document.getElementById('page');
if (target) mount(App, { target, props: { panel } });
