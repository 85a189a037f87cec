// Before all else: libraries name it while they are loaded, and browsers have had it since Chrome 71.
if (!('globalThis' in self)) Object.defineProperty(self, 'globalThis', { value: self, writable: true });
