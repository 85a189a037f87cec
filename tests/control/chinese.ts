// Imported first: the panel chooses its language when its words are loaded, and a test browser prefers English.
localStorage.setItem('mingting.language', 'zh-CN');
